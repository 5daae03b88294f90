import { rowsCsv } from '../../engine/query/result-csv.ts';
import type { Command } from './command.ts';
import { queryOf, queryOptions, wholeNumber } from './query-options.ts';
import { textTable } from './text-table.ts';
import { UsageError } from './usage-error.ts';

export const rowsCommand: Command = {
  name: 'rows',
  doc: 'Shows the rows behind a number',
  usage: 'rows METRIC [--group priority=high] [--bucket KEY] [--limit N] [--period PERIOD] [--filter FILTER]',
  readsFacts: true,
  positionals: [1, 1],
  options: {
    ...queryOptions,
    group: { type: 'string', doc: 'rows of one group only', value: 'DIMENSION=VALUE', multiple: true },
    bucket: { type: 'string', doc: 'rows of one bucket of the grain only', value: 'KEY' },
    limit: { type: 'string', doc: 'how many at most; 100 when not given', value: 'N' },
  },
  run: async ({ arguments: given, format, connect, print }) => {
    const metric = given.positionals[0] ?? '';
    const bucket = given.text('bucket');
    const request = {
      query: queryOf(given, metric),
      metric,
      group: Object.fromEntries(given.texts('group').map(readGroup)),
      limit: wholeNumber('limit', given.text('limit') ?? '100'),
      ...(bucket === undefined ? {} : { bucket }),
    };
    const result = await (await connect()).call('rows', request);
    if (format === 'json') print(JSON.stringify(result, null, 2));
    else if (format === 'csv') print(rowsCsv(result.columns, result.rows));
    else {
      const cells = result.rows.map((row) => result.columns.map((column) => cellOf(row[column], result.names)));
      const titles = result.columns.map((title) => ({ title }));
      print(`${textTable(titles, cells)}\n\n${result.rows.length} of ${result.count}`);
    }
    return 0;
  },
};

function readGroup(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new UsageError(`--group "${text}" names no value; write it as priority=high, or priority= for "not known".`);
  return [text.slice(0, at), text.slice(at + 1)];
}

function cellOf(value: unknown, names: Readonly<Record<string, string>>): string {
  if (value === null || value === undefined) return '–';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return names[text] ?? text;
}
