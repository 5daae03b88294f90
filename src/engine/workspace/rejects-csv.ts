import { rejects } from '../../core/entities/imports.ts';
import { bind, sql } from '../../core/sql/sql.ts';
import { csvLines, rowsCsv } from '../query/result-csv.ts';
import { table, type Workspace } from '../store/workspace.ts';

const columns = ['member', 'line', 'reason', 'column', 'value', 'raw'];

/** All rows of an import that could not be used, as CSV in blocks of UTF-8; what a spreadsheet would run as a formula is neutralised. */
export function rejectsCsv({ store, database }: Workspace, importId: string): ReadableStream<Uint8Array> {
  const blocks = store.stream(sql`SELECT member, line, reason, column, value, raw
FROM ${table(database, rejects)}
WHERE import_id = ${bind('String', importId)}
ORDER BY member, line, reason`);
  return ReadableStream.from(written(blocks));
}

async function* written(blocks: AsyncIterable<readonly Readonly<Record<string, unknown>>[]>): AsyncGenerator<Uint8Array> {
  yield Buffer.from(rowsCsv(columns, []));
  for await (const rows of blocks) yield Buffer.from(csvLines(columns, rows));
}
