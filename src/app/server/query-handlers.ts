import { answerQuery } from '../../engine/query/answer-query.ts';
import { resultCsv } from '../../engine/query/result-csv.ts';
import { readRows } from '../../engine/query/rows.ts';
import { describeMetrics } from '../../engine/workspace/describe-metrics.ts';
import { describeDimensions, readDimensionValues } from '../../engine/workspace/dimension-values.ts';
import { readTicket } from '../../engine/workspace/read-ticket.ts';
import { isoRows } from '../../engine/workspace/row-values.ts';
import type { Handlers } from './handler.ts';

type Reading = 'query' | 'rows' | 'export' | 'metrics' | 'dimensions' | 'dimensionValues' | 'ticket';

/** What reads and changes nothing. */
export const queryHandlers: Pick<Handlers, Reading> = {
  query: async ({ workspace }, query) => answerQuery(workspace.ask, workspace.database, query, await workspace.calendar()),
  rows: async ({ workspace }, request) => isoRows(await readRows(workspace.ask, workspace.database, request, await workspace.calendar())),
  export: async ({ workspace }, { query, format }) => {
    const result = await answerQuery(workspace.ask, workspace.database, query, await workspace.calendar());
    return format === 'csv'
      ? { fileName: 'earshot.csv', contentType: 'text/csv; charset=utf-8', text: resultCsv(result) }
      : { fileName: 'earshot.json', contentType: 'application/json', text: `${JSON.stringify(result, null, 2)}\n` };
  },
  metrics: async ({ workspace }, { locale }) => describeMetrics(workspace.database, await workspace.calendar(), locale),
  dimensions: async ({ workspace }) => describeDimensions((await workspace.calendar()).fields),
  dimensionValues: async ({ workspace }, input) => readDimensionValues(workspace, await workspace.calendar(), input),
  ticket: ({ workspace }, { id }) => readTicket(workspace, id),
};
