import type { Command } from './command.ts';
import { queryOf, queryOptions } from './query-options.ts';
import { resultTable } from './result-table.ts';

export const queryCommand: Command = {
  name: 'query',
  doc: "Answers a question; METRICS are names with commas between, choices in parentheses: 'created,csat(variant=article)'",
  usage: "query METRICS [--by A,B] [--grain GRAIN] [--period 'last month' | --from DAY --until DAY] [--filter FILTER]",
  readsFacts: true,
  positionals: [1, 1],
  options: queryOptions,
  run: async ({ arguments: given, format, connect, print }) => {
    const query = queryOf(given, given.positionals[0] ?? '');
    const connection = await connect();
    if (format === 'csv') print(await connection.download('export', { query, format: 'csv' }));
    else {
      const result = await connection.call('query', query);
      print(format === 'json' ? JSON.stringify(result, null, 2) : resultTable(result));
    }
    return 0;
  },
};
