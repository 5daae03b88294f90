import { replacedRows } from '../../core/entities/imports.ts';
import type { Entity } from '../../core/model/entity.ts';
import { bind, identifier, join, type Sql, sql } from '../../core/sql/sql.ts';
import type { Store } from '../store/store.ts';
import { table } from '../store/workspace.ts';
import type { Workspace } from './import-options.ts';
import { importedEntities, importShapes, type ReplacedIds } from './import-shape.ts';
import { type StagedRows, usable } from './staged-rows.ts';

const patient = { maxSeconds: 3600 };

/** Keeps the rows of other imports that the staged ones will replace: the engine drops an older row as soon as it merges. */
export async function keepReplaced(store: Store, staged: StagedRows): Promise<void> {
  for (const ids of importShapes[staged.compiled.mapping.target].replaces(staged)) await store.command(keepStatement(staged, ids), patient);
}

function keepStatement(staged: StagedRows, { entity, id }: ReplacedIds): Sql {
  const importId = bind('String', staged.importId);
  return sql`INSERT INTO ${table(staged.database, replacedRows)} (replaced_by, entity, id, import_id, version, row)
SELECT ${importId} AS replaced_by, ${bind('String', entity.name)} AS entity, id, import_id, version, formatRow('JSONEachRow', *) AS row
FROM ${table(staged.database, entity)}
WHERE id IN (SELECT ${id} FROM ${usable(staged)} AS rows) AND import_id != ${importId}`;
}

/** Brings back what an import had replaced. What another import replaced of its own rows is handed on to that one; begun again, it goes on. */
export async function restoreReplaced(workspace: Workspace, importId: string): Promise<void> {
  const { store, database } = workspace;
  const kept = table(database, replacedRows);
  const { rows } = await store.query<{ entity: string }>(
    sql`SELECT DISTINCT entity FROM ${kept} WHERE replaced_by = ${bind('String', importId)}`,
  );
  for (const entity of importedEntities)
    if (rows.some(({ entity: name }) => name === entity.name)) await restore(workspace, entity, importId);
  await store.command(handOnStatement(kept, importId), patient);
  await store.command(
    sql`ALTER TABLE ${kept} DELETE WHERE replaced_by = ${bind('String', importId)} OR import_id = ${bind('String', importId)}`,
    patient,
  );
}

async function restore({ store, database }: Workspace, entity: Entity, importId: string): Promise<void> {
  const { rows: columns } = await store.query<{ name: string; type: string }>(sql`SELECT name, type
FROM system.columns
WHERE database = ${bind('String', database)} AND table = ${bind('String', entity.name)}
ORDER BY position`);
  const names = join(columns.map(({ name }) => identifier(name)));
  const shape = `Tuple(${columns.map(({ name, type }) => `${name} ${type}`).join(', ')})`;
  await store.command(
    sql`INSERT INTO ${table(database, entity)} (${names})
SELECT ${join(columns.map(({ name }) => sql`kept.${identifier(name)} AS ${identifier(name)}`))}
FROM (
  SELECT JSONExtract(row, ${bind('String', shape)}) AS kept
  FROM ${table(database, replacedRows)}
  WHERE replaced_by = ${bind('String', importId)} AND entity = ${bind('String', entity.name)}
)`,
    patient,
  );
}

/** Rows that this import had replaced were then replaced, in its place, by the import that replaced its own. */
function handOnStatement(kept: Sql, importId: string): Sql {
  return sql`INSERT INTO ${kept} (replaced_by, entity, id, import_id, version, row)
SELECT later.replaced_by AS replaced_by, earlier.entity AS entity, earlier.id AS id, earlier.import_id AS import_id, earlier.version AS version, earlier.row AS row
FROM (SELECT * FROM ${kept} WHERE replaced_by = ${bind('String', importId)}) AS earlier
INNER JOIN (SELECT replaced_by, entity, id FROM ${kept} WHERE import_id = ${bind('String', importId)}) AS later
  ON later.entity = earlier.entity AND later.id = earlier.id`;
}
