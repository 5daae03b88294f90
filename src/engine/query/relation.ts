import type { Dataset, Derivation, EventTime, Lookup, Time } from '../../core/model/dataset.ts';
import { allOf, database, identifier, join, render, type Sql, sql } from '../../core/sql/sql.ts';
import { periodConditions, where } from './conditions.ts';
import { type CategoryMerge, mergedCategory } from './merged-categories.ts';
import type { Question } from './question.ts';

/** Where rows are read from, and the event and period that they are read for. */
export interface Reading {
  readonly database: string;
  /** Categories that the house shows as one; none when absent. */
  readonly merges?: readonly CategoryMerge[];
  readonly event?: { readonly time: EventTime } & Stretch;
}

type Stretch = Pick<Question, 'fromMs' | 'untilMs'>;

/** Reads for the rows whose event lies in the period of a question; all rows where they are counted over a span. */
export function readingFor(question: Pick<Question, 'database' | 'merges'> & Stretch, time: Time | null): Reading {
  const { database: name, merges, fromMs, untilMs } = question;
  return time?.kind === 'event' ? { database: name, merges, event: { time, fromMs, untilMs } } : { database: name, merges };
}

/** `FROM` for a dataset: its table, its list laid out row by row, or the rows made of its rows. Only list fields and looked up columns that `used` names are read. */
export function relation(dataset: Dataset, reading: Reading, used: readonly Sql[]): Sql {
  const table = sql`${database(reading.database)}.${identifier(dataset.entity.name)}`;
  if (dataset.derived)
    return sql`\nFROM ${derivedRows(dataset, dataset.derived, familiesWithin(table, dataset.derived.family, reading.event), reading)}`;
  if (dataset.arrayJoin) return sql`\nFROM ${table}\nARRAY JOIN ${joinedFields(dataset, used)}`;
  const joined = (dataset.lookups ?? []).map((lookup, index) => lookedUp(lookup, `looked_up_${index + 1}`, { table, reading, used }));
  return join([sql`\nFROM ${table}`, ...joined], sql``);
}

function derivedRows({ entity }: Pick<Dataset, 'entity'>, { from }: Derivation, table: Sql, { merges = [] }: Reading): Sql {
  if (merges.length === 0 || !('category' in entity.columns)) return sql`(\n${from(table)}\n)`;
  return sql`(\n${from(sql`(SELECT * REPLACE (${mergedCategory(sql`category`, merges)} AS category) FROM ${table})`)}\n)`;
}

/** The table's rows of families of which something lies in the period, so that the others need not be made. */
function familiesWithin(table: Sql, family: string, event: Reading['event']): Sql {
  return event?.time.ofSource ? familiesWith(table, family, allOf(periodConditions(event, { at: event.time.ofSource }))) : table;
}

function familiesWith(table: Sql, family: string, condition: Sql): Sql {
  const key = identifier(family);
  return sql`(
  SELECT *
  FROM ${table}
  WHERE ${key} IN (
    SELECT ${key}
    FROM ${table}
    WHERE ${condition}
  )
)`;
}

interface Beside {
  readonly table: Sql;
  readonly reading: Reading;
  readonly used: readonly Sql[];
}

function lookedUp({ entity, derived, key, by, columns }: Lookup, alias: string, { table, reading, used }: Beside): Sql {
  const names = namedIn(used, Object.keys(columns));
  if (names.length === 0) return sql``;
  const own = sql`${database(reading.database)}.${identifier(entity.name)}`;
  const readFor = reading.event ? where(periodConditions(reading.event, reading.event.time)) : sql``;
  const isNamed = sql`${identifier(key)} IN (SELECT ${identifier(by)} FROM ${table}${readFor})`;
  const selected = names.map((name) => sql`${identifier(columns[name] ?? name)} AS ${identifier(name)}`);
  return sql`
LEFT ANY JOIN (
  SELECT ${identifier(key)} AS looked_up_key, ${join(selected)}
  FROM ${derived ? derivedRows({ entity }, derived, familiesWith(own, derived.family, isNamed), reading) : own}
  WHERE ${isNamed}
) AS ${identifier(alias)} ON ${identifier(alias)}.looked_up_key = ${identifier(by)}`;
}

/** Those of the names that stand in any of the fragments. */
function namedIn(used: readonly Sql[], names: readonly string[]): readonly string[] {
  const text = used.map((fragment) => render(fragment).text).join('\n');
  return names.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
}

function joinedFields(dataset: Dataset, used: readonly Sql[]): Sql {
  const { list, as } = dataset.arrayJoin ?? { list: '', as: '' };
  const fields = Object.keys(dataset.entity.columns[list]?.fields ?? {});
  const aliases = namedIn(
    used,
    fields.map((field) => `${as}_${field}`),
  );
  return join(aliases.map((alias) => sql`${identifier(list)}.${identifier(alias.slice(as.length + 1))} AS ${identifier(alias)}`));
}
