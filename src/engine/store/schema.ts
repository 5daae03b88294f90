import { contacts } from '../../core/entities/contacts.ts';
import { entities } from '../../core/entities/index.ts';
import { tickets } from '../../core/entities/tickets.ts';
import { type CustomField, customFieldKindOf, customFieldOfColumn, withCustomFields } from '../../core/model/custom-field.ts';
import type { Entity } from '../../core/model/entity.ts';
import { UserError } from '../../core/model/user-error.ts';
import { bind, type Sql, sql } from '../../core/sql/sql.ts';
import { type Migration, migrations } from './migrations.ts';
import type { Store } from './store.ts';
import { columnAddition, copyDefinition, copyName, indexAddition, tableDefinition } from './table-definition.ts';
import { onCluster, table, type Workspace } from './workspace.ts';

export interface SchemaOptions {
  /** The ClickHouse cluster whose nodes hold the tables. */
  readonly cluster?: string;
  readonly entities?: readonly Entity[];
  readonly migrations?: readonly Migration[];
}

type TypesByTable = ReadonlyMap<string, ReadonlyMap<string, string>>;

const versionTable = { name: 'schema_version' };

/**
 * Brings a database to the shape that the entities declare: makes missing tables, adds missing columns, runs migrations that have not run.
 * A column of another type, or a database that a newer version wrote, is refused with a UserError that names it.
 */
export async function createTables(store: Store, databaseName: string, options: SchemaOptions = {}): Promise<void> {
  const workspace = { store, database: databaseName };
  const found = await columnTypes(workspace);
  const pending = await pendingMigrations(workspace, found, options);
  const added = await Promise.all((options.entities ?? entities).map((entity) => createTable(workspace, entity, found, options.cluster)));
  await createCopy(workspace, found, added.includes(contacts.name), options);
  for (const migration of pending) {
    await migration.run(workspace);
    await recordMigration(workspace, migration.number);
  }
}

async function columnTypes({ store, database }: Workspace): Promise<TypesByTable> {
  const answer = await store.query<{ table: string; name: string; type: string }>(sql`
SELECT table, name, type
FROM system.columns
WHERE database = ${bind('String', database)}`);
  const types = new Map<string, Map<string, string>>();
  for (const row of answer.rows) {
    const columns = types.get(row.table) ?? new Map<string, string>();
    types.set(row.table, columns.set(row.name, row.type));
  }
  return types;
}

/** Makes the table or adds the columns and indexes that it lacks; resolves to the entity's name when columns were added to a table that was there. */
async function createTable(workspace: Workspace, entity: Entity, found: TypesByTable, cluster?: string): Promise<string | null> {
  const types = found.get(entity.name);
  if (types === undefined) {
    await runAll(workspace.store, tableDefinition(workspace.database, entity, cluster));
    return null;
  }
  const missing = Object.entries(entity.columns).filter(([name, column]) => isMissing(entity, name, column.clickhouse, types.get(name)));
  for (const [name, column] of missing) await runAll(workspace.store, columnAddition(workspace.database, entity, name, column, cluster));
  for (const column of entity.indexes ?? []) await workspace.store.command(indexAddition(workspace.database, entity, column, cluster));
  return missing.length > 0 ? entity.name : null;
}

function isMissing(entity: Entity, name: string, declared: string, stored: string | undefined): boolean {
  if (stored === undefined) return true;
  if (plainType(stored) === plainType(declared)) return false;
  throw new UserError(
    'column_type_changed',
    `The column ${entity.name}.${name} is stored as ${stored} and declared as ${declared}; a changed type needs a numbered migration.`,
    500,
  );
}

function plainType(type: string): string {
  return type.replace(/[`\s]/g, '');
}

async function createCopy(workspace: Workspace, found: TypesByTable, columnsAdded: boolean, options: SchemaOptions): Promise<void> {
  const declared = options.entities ?? entities;
  if (![tickets, contacts].every((entity) => declared.some((other) => other.name === entity.name))) return;
  const name = copyName(tickets, contacts);
  if (found.has(name) && !columnsAdded) return;
  await runAll(workspace.store, [
    sql`DROP TABLE IF EXISTS ${table(workspace.database, { name })}${onCluster(options.cluster)} SYNC`,
    copyDefinition(workspace.database, tickets, withCustomFields(contacts, storedFields(found)), options.cluster),
  ]);
}

/** Fields of the house's own that the table of contacts carries. */
function storedFields(found: TypesByTable): CustomField[] {
  return [...(found.get(contacts.name) ?? [])].flatMap(([column, type]) => {
    const name = customFieldOfColumn(column);
    const kind = customFieldKindOf(type);
    return name && kind ? [{ name, kind, label: name }] : [];
  });
}

async function pendingMigrations(workspace: Workspace, found: TypesByTable, options: SchemaOptions): Promise<readonly Migration[]> {
  const known = options.migrations ?? migrations;
  const newest = known.at(-1)?.number ?? 0;
  if (!found.has(versionTable.name)) {
    await createVersionTable(workspace, options.cluster);
    await recordMigration(workspace, newest);
    return [];
  }
  const answer = await workspace.store.query<{ applied: number }>(sql`
SELECT max(number) AS applied
FROM ${table(workspace.database, versionTable)}`);
  const applied = answer.rows[0]?.applied ?? 0;
  if (applied > newest) throw newerVersion(workspace.database, applied, newest);
  return known.filter((migration) => migration.number > applied);
}

function newerVersion(databaseName: string, applied: number, newest: number): UserError {
  return new UserError(
    'workspace_newer',
    `The workspace ${databaseName} was written by a newer version of Earshot (schema ${applied}; this version knows ${newest}): start that version or a later one.`,
    500,
  );
}

async function createVersionTable({ store, database }: Workspace, cluster?: string): Promise<void> {
  const engine =
    cluster === undefined
      ? sql`MergeTree ORDER BY number SETTINGS fsync_after_insert = 1, fsync_part_directory = 1`
      : sql`ReplicatedMergeTree('/clickhouse/tables/all/{database}/{table}', '{shard}-{replica}') ORDER BY number`;
  await store.command(sql`CREATE TABLE IF NOT EXISTS ${table(database, versionTable)}${onCluster(cluster)} (
  number UInt64,
  applied_at DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = ${engine}`);
}

async function recordMigration({ store, database }: Workspace, number: number): Promise<void> {
  await store.command(sql`INSERT INTO ${table(database, versionTable)} (number) SELECT ${bind('UInt64', number)}`);
}

async function runAll(store: Store, statements: readonly Sql[]): Promise<void> {
  for (const statement of statements) await store.command(statement);
}
