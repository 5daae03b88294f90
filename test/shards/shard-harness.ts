import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entities } from '../../src/core/entities/index.ts';
import type { Entity } from '../../src/core/model/entity.ts';
import { database as databaseName, identifier, integer, join as joinSql, sql, typeName } from '../../src/core/sql/sql.ts';
import { openEmbeddedStore } from '../../src/engine/store/embedded-store.ts';
import { createTables } from '../../src/engine/store/schema.ts';
import type { Store } from '../../src/engine/store/store.ts';
import { createDatabase, table } from '../../src/engine/store/workspace.ts';

/**
 * One engine whose tables can be read as if they lay on one shard or on three: the real distributed planner runs inside the process,
 * because every shard is this process and sees only its part of the rows. Nothing listens on the port that stands in the configuration.
 */
export interface ShardHarness {
  readonly store: Store;
  /** The database with the tables themselves: what is written here is seen in the other two. */
  readonly database: string;
  /** The same tables behind Distributed ones; only for reading. */
  readonly sharded: { readonly one: string; readonly three: string };
  close(): Promise<void>;
}

const clusters = { one: 1, three: 3 } as const;

/** A workspace in a temporary directory, with every table of the product or those named. */
export async function openShardHarness(tables: readonly Entity[] = entities): Promise<ShardHarness> {
  const base = await mkdtemp(join(tmpdir(), 'earshot-shards-'));
  const configFile = join(base, 'clusters.xml');
  await writeFile(configFile, clusterConfig());
  const store = await openEmbeddedStore({ directory: join(base, 'chdb'), configFile });
  const database = 'whole';
  await createDatabase(store, database);
  await createTables(store, database, { entities: tables });
  const sharded = { one: 'on_one_shard', three: 'on_three_shards' };
  await shardTables(store, database, sharded.one, 'one', tables);
  await shardTables(store, database, sharded.three, 'three', tables);
  return {
    store,
    database,
    sharded,
    close: async () => {
      await store.close();
      await rm(base, { recursive: true, force: true });
    },
  };
}

/** A shard counts as local only when its port is the one that the configuration names as the server's own. */
function clusterConfig(): string {
  const shard = '<shard><replica><host>localhost</host><port>9000</port></replica></shard>';
  const all = Object.entries(clusters).map(([name, shards]) => `<${name}>${shard.repeat(shards)}</${name}>`);
  return `<clickhouse><tcp_port>9000</tcp_port><remote_servers>${all.join('')}</remote_servers></clickhouse>`;
}

/** The view names its source by a literal: ClickHouse would take a bound name for a parameter of the view. */
async function shardTables(
  store: Store,
  from: string,
  to: string,
  cluster: keyof typeof clusters,
  tables: readonly Entity[],
): Promise<void> {
  await createDatabase(store, to);
  for (const entity of tables) {
    const columns = joinSql(
      Object.entries(entity.columns).map(([name, column]) => sql`${identifier(name)} ${typeName(column.clickhouse)}`),
    );
    const part = { name: `${entity.name}_part` };
    await store.command(sql`
CREATE VIEW ${table(to, part)}
AS SELECT *
FROM ${identifier(from)}.${identifier(entity.name)}
WHERE cityHash64(${identifier(entity.shardBy)}) % ${integer(clusters[cluster])} = shardNum() - 1`);
    await store.command(sql`
CREATE TABLE ${table(to, entity)} (${columns})
ENGINE = Distributed(${identifier(cluster)}, ${databaseName(to)}, ${identifier(part.name)})`);
  }
}
