import { z } from 'zod';

/** One column: its ClickHouse type, its input schema, and how its value is written as JSON for an insert. */
export interface Column<T = unknown> {
  readonly doc: string;
  readonly clickhouse: string;
  readonly schema: z.ZodType<T>;
  readonly kind: ColumnKindName | 'list';
  readonly nullable: boolean;
  /** Columns of a list's tuple. */
  readonly fields?: Columns;
  readonly computed?: string;
}

/** A column with an expression that ClickHouse computes when it is not given. Only other columns of the row may be named. */
export interface ComputedColumn<T = unknown> extends Column<T> {
  readonly computed: string;
}

export type Columns = Readonly<Record<string, Column>>;

type ValueOf<C> = C extends Column<infer T> ? T : never;

/** The TypeScript type of one row. Instants are epoch milliseconds; computed columns may be left out. */
export type RowOf<C extends Columns> = { -readonly [K in keyof C as C[K] extends ComputedColumn ? never : K]: ValueOf<C[K]> } & {
  -readonly [K in keyof C as C[K] extends ComputedColumn ? K : never]?: ValueOf<C[K]>;
};

const [earliestMs, endMs] = [Date.UTC(1900, 0, 1), Date.UTC(2299, 0, 1)];
const instantSchema = z
  .union([z.number().int(), z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))])
  .refine((ms) => ms >= earliestMs && ms < endMs, 'a time from 1900 to 2298 is needed');
const daySchema = z.iso.date().refine((day) => day >= '1900' && day < '2299', 'a day from 1900 to 2298 is needed');
const keySchema = z.union([
  z.bigint(),
  z
    .string()
    .regex(/^\d{1,20}$/)
    .transform(BigInt),
]);

const columnKinds = {
  text: { clickhouse: 'String', schema: z.string() },
  label: { clickhouse: 'LowCardinality(String)', schema: z.string() },
  integer: { clickhouse: 'Int64', schema: z.number().int() },
  number: { clickhouse: 'Float64', schema: z.number() },
  flag: { clickhouse: 'Bool', schema: z.boolean() },
  instant: { clickhouse: "DateTime64(3, 'UTC')", schema: instantSchema },
  date: { clickhouse: 'Date32', schema: daySchema },
  durationMs: { clickhouse: 'Int64', schema: z.number().int() },
  key: { clickhouse: 'UInt64', schema: keySchema },
  labels: { clickhouse: 'Array(LowCardinality(String))', schema: z.array(z.string()) },
} as const;

export type ColumnKindName = keyof typeof columnKinds;
type KindValue<K extends ColumnKindName> = z.output<(typeof columnKinds)[K]['schema']>;

function of<K extends ColumnKindName>(kind: K) {
  return (doc: string): Column<KindValue<K>> => ({
    doc,
    kind,
    nullable: false,
    clickhouse: columnKinds[kind].clickhouse,
    schema: columnKinds[kind].schema as unknown as z.ZodType<KindValue<K>>,
  });
}

export const text = of('text');
export const label = of('label');
export const integer = of('integer');
export const number = of('number');
export const flag = of('flag');
export const instant = of('instant');
export const date = of('date');
export const durationMs = of('durationMs');
export const key = of('key');
export const labels = of('labels');

/** The same column with "known to be absent" as a value. */
export function nullable<T>(column: Column<T>): Column<T | null> {
  const inner = /^LowCardinality\((.*)\)$/.exec(column.clickhouse)?.[1];
  return {
    ...column,
    nullable: true,
    clickhouse: inner ? `LowCardinality(Nullable(${inner}))` : `Nullable(${column.clickhouse})`,
    schema: column.schema.nullable(),
  };
}

/** A list of tuples inside the row, replaced with it. Its labels are plain text: a dictionary for each one tripled the time of an insert. */
export function list<C extends Columns>(fields: C, doc: string): Column<RowOf<C>[]> {
  const tuple = Object.entries(fields).map(([name, column]) => `${name} ${withoutDictionary(column.clickhouse)}`);
  const shape = Object.fromEntries(Object.entries(fields).map(([name, column]) => [name, column.schema]));
  return {
    doc,
    kind: 'list',
    nullable: false,
    fields,
    clickhouse: `Array(Tuple(${tuple.join(', ')}))`,
    schema: z.array(z.object(shape)) as unknown as z.ZodType<RowOf<C>[]>,
  };
}

function withoutDictionary(type: string): string {
  return type.replace(/^LowCardinality\((.*)\)$/, '$1');
}

/** A column that ClickHouse computes from the others when it is not given. */
export function computed<T>(column: Column<T>, expression: string): ComputedColumn<T> {
  return { ...column, computed: expression };
}

/** A table, declared once: DDL, input schema, TypeScript type, API page and mapping targets come from it. */
export interface Entity<C extends Columns = Columns> {
  readonly name: string;
  readonly doc: string;
  /** Sorting key. Nothing in it may ever change for a row. */
  readonly key: readonly string[];
  /** A date or instant column whose month is the partition. It may never change for a row. */
  readonly partition?: string;
  /** `source`: the source's own update time in `version`; `revision`: a monotonic number of ours in `revision`. The larger one wins. */
  readonly version: 'source' | 'revision';
  readonly shardBy: string;
  /** Columns with a min-max index, because metrics are filtered by them. */
  readonly indexes?: readonly string[];
  readonly columns: C;
}

/** Declares an entity; the key, partition and shard columns must exist. */
export function entity<const C extends Columns>(declaration: {
  name: string;
  doc: string;
  key: readonly (keyof C & string)[];
  partition?: keyof C & string;
  version: 'source' | 'revision';
  shardBy: keyof C & string;
  indexes?: readonly (keyof C & string)[];
  columns: C;
}): Entity<C> {
  return declaration;
}

export type Row<E> = E extends Entity<infer C> ? RowOf<C> : never;

/** The name of the column that decides which of two rows with the same key wins. */
export function versionColumn(entity: Entity): 'version' | 'revision' {
  return entity.version === 'source' ? 'version' : 'revision';
}
