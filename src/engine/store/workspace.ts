import type { Entity } from '../../core/model/entity.ts';
import { database, identifier, type Sql, sql } from '../../core/sql/sql.ts';
import type { Store } from './store.ts';

/** A workspace is a database of a store: what stands in another one cannot be reached from it. */
export interface Workspace {
  readonly store: Store;
  readonly database: string;
}

/** The table of an entity in a database. */
export function table(databaseName: string, entity: Pick<Entity, 'name'>): Sql {
  return sql`${database(databaseName)}.${identifier(entity.name)}`;
}

/** Makes the database unless it exists. */
export async function createDatabase(store: Store, name: string, cluster?: string): Promise<void> {
  await store.command(sql`CREATE DATABASE IF NOT EXISTS ${database(name)}${onCluster(cluster)}`);
}

/** Removes the database and everything in it. */
export async function dropDatabase(store: Store, name: string, cluster?: string): Promise<void> {
  await store.command(sql`DROP DATABASE IF EXISTS ${database(name)}${onCluster(cluster)} SYNC`);
}

/** The databases that are workspaces of ours, in order of name. */
export async function listDatabases(store: Store): Promise<string[]> {
  const answer = await store.query<{ database: string }>(
    sql`SELECT database FROM system.tables WHERE name = 'schema_version' ORDER BY database`,
  );
  return answer.rows.map((row) => row.database);
}

/** The clause that runs a statement on every node; nothing without a cluster. */
export function onCluster(cluster: string | undefined): Sql {
  return cluster === undefined ? sql`` : sql` ON CLUSTER ${identifier(cluster)}`;
}
