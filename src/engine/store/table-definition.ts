import { type Column, type Entity, versionColumn } from '../../core/model/entity.ts';
import { database, identifier, join, type Sql, sql, typeName } from '../../core/sql/sql.ts';
import { onCluster, table } from './workspace.ts';

/**
 * The statements that make the table of an entity. On one machine: a ReplacingMergeTree whose inserts are on disk when they are
 * acknowledged. On a cluster: a replicated table `<name>_local` on every shard and a Distributed table over it under the entity's name.
 */
export function tableDefinition(databaseName: string, entity: Entity, cluster?: string): Sql[] {
  if (cluster === undefined) return [localTable(databaseName, entity, entity.name, undefined)];
  return [localTable(databaseName, entity, localName(entity), cluster), distributedTable(databaseName, entity, cluster)];
}

/** The statement that adds a column to the table of an entity, one for each table that it has. @param comment letters and digits */
export function columnAddition(
  databaseName: string,
  entity: Entity,
  name: string,
  column: Column,
  cluster?: string,
  comment?: string,
): Sql[] {
  const names = cluster === undefined ? [entity.name] : [localName(entity), entity.name];
  const remark = comment === undefined ? sql`` : sql` COMMENT ${typeName(`'${comment}'`)}`;
  return names.map(
    (tableName) =>
      sql`ALTER TABLE ${table(databaseName, { name: tableName })}${onCluster(cluster)} ADD COLUMN IF NOT EXISTS ${columnDefinition(name, column)}${remark}`,
  );
}

/** The statement that adds an index to a table that is there; data that stand in it are indexed as they are merged or written anew. */
export function indexAddition(databaseName: string, entity: Entity, column: string, cluster?: string): Sql {
  const name = cluster === undefined ? entity.name : localName(entity);
  return sql`ALTER TABLE ${table(databaseName, { name })}${onCluster(cluster)} ADD ${indexDefinition(column, sql` IF NOT EXISTS`)}`;
}

function indexDefinition(column: string, unlessThere: Sql = sql``): Sql {
  return sql`INDEX${unlessThere} ${identifier(`by_${column}`)} ${identifier(column)} TYPE minmax GRANULARITY 1`;
}

/** The materialized view that copies every row of one entity into another by the names of its columns. */
export function copyDefinition(databaseName: string, from: Entity, to: Entity, cluster?: string): Sql {
  const [source, target] = cluster === undefined ? [from.name, to.name] : [localName(from), localName(to)];
  return sql`CREATE MATERIALIZED VIEW IF NOT EXISTS ${table(databaseName, { name: copyName(from, to) })}${onCluster(cluster)}
TO ${table(databaseName, { name: target })}
AS ${copySelect(databaseName, source, to)}`;
}

function copySelect(databaseName: string, source: string, to: Entity): Sql {
  return sql`SELECT ${join(Object.keys(to.columns).map(identifier))}
FROM ${table(databaseName, { name: source })}`;
}

/** The statement that makes that view copy the columns that `to` has now; rows that come meanwhile are copied as before or as after. */
export function copyChange(databaseName: string, from: Entity, to: Entity, cluster?: string): Sql {
  const source = cluster === undefined ? from.name : localName(from);
  return sql`ALTER TABLE ${table(databaseName, { name: copyName(from, to) })}${onCluster(cluster)} MODIFY QUERY ${copySelect(databaseName, source, to)}`;
}

/** The name of that view. */
export function copyName(from: Entity, to: Entity): string {
  return `${to.name}_from_${from.name}`;
}

function localName(entity: Entity): string {
  return `${entity.name}_local`;
}

function localTable(databaseName: string, entity: Entity, name: string, cluster: string | undefined): Sql {
  const columns = Object.entries(entity.columns).map(([columnName, column]) => columnDefinition(columnName, column));
  const indexes = (entity.indexes ?? []).map((column) => indexDefinition(column));
  const engine = cluster === undefined ? sql`ReplacingMergeTree` : sql`ReplicatedReplacingMergeTree`;
  const partition = entity.partition === undefined ? sql`` : sql`\nPARTITION BY toYYYYMM(${identifier(entity.partition)})`;
  const durability = cluster === undefined ? sql`\nSETTINGS fsync_after_insert = 1, fsync_part_directory = 1` : sql``;
  return sql`CREATE TABLE IF NOT EXISTS ${table(databaseName, { name })}${onCluster(cluster)} (
  ${join([...columns, ...indexes], sql`,\n  `)}
)
ENGINE = ${engine}(${identifier(versionColumn(entity))})${partition}
ORDER BY (${join(entity.key.map(identifier))})${durability}`;
}

function distributedTable(databaseName: string, entity: Entity, cluster: string): Sql {
  const columns = Object.entries(entity.columns).map(([name, column]) => columnDefinition(name, column));
  return sql`CREATE TABLE IF NOT EXISTS ${table(databaseName, entity)}${onCluster(cluster)} (
  ${join(columns, sql`,\n  `)}
)
ENGINE = Distributed(${identifier(cluster)}, ${database(databaseName)}, ${identifier(localName(entity))}, cityHash64(${identifier(entity.shardBy)}))`;
}

function columnDefinition(name: string, column: Column): Sql {
  const computed = column.computed === undefined ? sql`` : sql` DEFAULT ${typeName(column.computed)}`;
  return sql`${identifier(name)} ${typeName(column.clickhouse)}${computed}`;
}
