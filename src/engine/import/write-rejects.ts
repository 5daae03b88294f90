import { rejects } from '../../core/entities/imports.ts';
import { bind, integer, type Sql, sql } from '../../core/sql/sql.ts';
import { table } from '../store/workspace.ts';
import type { CompiledMapping } from './compile-mapping.ts';
import type { Workspace } from './import-options.ts';
import type { Chunk } from './scan-chunks.ts';
import { refusedFileOf, sourceFileOf } from './source-file-of.ts';

export interface RejectContext {
  readonly workspace: Workspace;
  readonly compiled: CompiledMapping;
  readonly importId: string;
  /** The table of an archive or workbook that the rows stand in; empty where the file is the table. */
  readonly member: string;
  readonly now: number;
}

/** Writes the rows of a chunk whose required fields are missing or cannot be read. Written again, they replace themselves. */
export async function writeUnusable(context: RejectContext, chunk: Chunk): Promise<void> {
  const { workspace, compiled } = context;
  await workspace.store.load(sourceFileOf(chunk, compiled), (relation) => insert(context, compiled.selectRejects(relation)));
}

/** Writes the records of a chunk that the scanner refused. */
export async function writeRefused(context: RejectContext, chunk: Chunk): Promise<void> {
  const { workspace, compiled } = context;
  await workspace.store.load(refusedFileOf(chunk), (relation) => insert(context, refusedStatement(compiled, relation)));
}

/** Records that the scanner refused, as `line, reason, column, value, raw`. */
export function refusedStatement(compiled: CompiledMapping, relation: Sql): Sql {
  const width = integer(compiled.cells.length - 1);
  return sql`SELECT
  toUInt64(assumeNotNull(line)) AS line,
  assumeNotNull(reason) AS reason,
  '' AS column,
  if(reason = 'columns', concat(assumeNotNull(found), ' cells instead of ', toString(${width})), assumeNotNull(found)) AS value,
  assumeNotNull(raw) AS raw
FROM ${relation}`;
}

function insert({ workspace, compiled, importId, member, now }: RejectContext, statement: Sql): Sql {
  return sql`INSERT INTO ${table(workspace.database, rejects)} (import_id, revision, source, at, member, line, reason, column, value, raw)
SELECT
  ${bind('String', importId)},
  ${bind('Int64', now)},
  ${bind('String', compiled.mapping.source)},
  fromUnixTimestamp64Milli(${bind('Int64', now)}, 'UTC'),
  ${bind('String', member)},
  line,
  reason,
  column,
  value,
  raw
FROM (${statement})
ORDER BY line`;
}
