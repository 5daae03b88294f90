import { datasets } from '../../catalog/datasets/index.ts';
import type { Dataset, EventTime } from '../../core/model/dataset.ts';
import type { Entity } from '../../core/model/entity.ts';
import { bind, database, identifier, join, render, type Sql, sql } from '../../core/sql/sql.ts';
import type { Ask } from './ask.ts';
import type { MetricCall } from './metric-call.ts';

/** The first and last instant of some event in a partition, in epoch milliseconds. */
interface Stretch {
  readonly partition: string;
  readonly firstMs: number;
  readonly lastMs: number;
}

/** By table and instant: the partitions that hold such an instant at all. */
export type Partitions = ReadonlyMap<string, readonly Stretch[]>;

/** Half open, in epoch milliseconds; a side that is infinite is not looked at. */
interface Period {
  readonly fromMs: number;
  readonly untilMs: number;
}

const partitioned = [...new Set(datasets.map(({ entity }) => entity))].filter(({ partition }) => partition !== undefined);

/** What lies in which partition, where one of the calls reads a table that has some. */
export function partitionsFor(ask: Ask, calls: readonly MetricCall[], databaseName: string): Promise<Partitions> | undefined {
  const isPartitioned = calls.some(({ metric }) => metric.kind !== 'composed' && metric.dataset.entity.partition !== undefined);
  return isPartitioned ? readPartitions(ask, databaseName) : undefined;
}

/** Reads what lies in which partition, so that a question reads only those that can hold an answer. */
async function readPartitions(ask: Ask, databaseName: string): Promise<Partitions> {
  const read = await Promise.all(
    partitioned.map(async (entity) => {
      const instants = instantsOf(entity);
      const rows = await ask(partitionStatement(databaseName, entity, instants));
      return instants.map((instant, index) => [keyOf(entity, instant), stretchesOf(rows, index)] as const);
    }),
  );
  return new Map(read.flat());
}

/** The condition that a row lies in one of the partitions that can hold an event in the period; none where all can, or where it is not known. */
export function partitionConditions(
  partitions: Partitions | undefined,
  { entity }: Pick<Dataset, 'entity'>,
  { at, between }: Pick<EventTime, 'at' | 'between'>,
  { fromMs, untilMs }: Period,
): readonly Sql[] {
  const { earliest, latest } = between ?? { earliest: at, latest: at };
  const [first, last] = [partitions?.get(keyOf(entity, earliest)), partitions?.get(keyOf(entity, latest))];
  if (!first || !last || entity.partition === undefined) return [];
  const begun = new Set(first.filter(({ firstMs }) => firstMs < untilMs).map(({ partition }) => partition));
  const holding = last.filter(({ partition, lastMs }) => lastMs >= fromMs && begun.has(partition));
  if (holding.length === Math.max(first.length, last.length)) return [];
  const names = holding.map(({ partition }) => partition);
  return [names.length === 0 ? sql`false` : sql`${identifier(entity.partition)} IN ${bind('Array(Date32)', names)}`];
}

/** The instants of a row of the table by which its datasets count. */
function instantsOf(entity: Entity): readonly Sql[] {
  const times = datasets.filter((dataset) => dataset.entity === entity).flatMap(rowInstants);
  return [...new Map(times.map((instant) => [keyOf(entity, instant), instant])).values()];
}

function rowInstants({ times, arrayJoin, derived }: Dataset): readonly Sql[] {
  return Object.values(times).flatMap((time) => {
    if (time.kind === 'span') return time.earliest ? [time.earliest] : [];
    if (time.between) return [time.between.earliest, time.between.latest];
    return arrayJoin || derived ? [] : [time.at];
  });
}

function partitionStatement(databaseName: string, entity: Entity, instants: readonly Sql[]): Sql {
  const partition = identifier(entity.partition ?? '');
  const ends = instants.map(
    (instant, index) =>
      sql`toUnixTimestamp64Milli(min(${instant})) AS ${identifier(`first_${index}`)}, toUnixTimestamp64Milli(max(${instant})) AS ${identifier(`last_${index}`)}`,
  );
  return sql`SELECT toString(${partition}) AS name, ${join(ends)}
FROM ${database(databaseName)}.${identifier(entity.name)}
GROUP BY ${partition}`;
}

function stretchesOf(rows: readonly Readonly<Record<string, unknown>>[], index: number): readonly Stretch[] {
  return rows
    .filter((row) => row[`first_${index}`] !== null)
    .map((row) => ({ partition: String(row.name), firstMs: Number(row[`first_${index}`]), lastMs: Number(row[`last_${index}`]) }))
    .toSorted((left, right) => (left.partition < right.partition ? -1 : 1));
}

function keyOf(entity: Entity, instant: Sql): string {
  const { text, parameters } = render(instant);
  return `${entity.name}\n${text}\n${Object.values(parameters).join('\n')}`;
}
