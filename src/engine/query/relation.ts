import type { Dataset, EventTime, Time } from '../../core/model/dataset.ts';
import { allOf, database, identifier, join, render, type Sql, sql } from '../../core/sql/sql.ts';
import { periodConditions } from './conditions.ts';
import type { Question } from './question.ts';

/** Where rows are read from, and the event and period that they are read for. */
export interface Reading {
  readonly database: string;
  readonly event?: { readonly time: EventTime } & Stretch;
}

type Stretch = Pick<Question, 'fromMs' | 'untilMs'>;

/** Reads for the rows whose event lies in the period of a question; all rows where they are counted over a span. */
export function readingFor({ database: name, fromMs, untilMs }: Pick<Question, 'database'> & Stretch, time: Time | null): Reading {
  return time?.kind === 'event' ? { database: name, event: { time, fromMs, untilMs } } : { database: name };
}

/** `FROM` for a dataset: its table, its list laid out row by row, or the rows made of its rows. Only list fields and looked up columns that `used` names are read. */
export function relation(dataset: Dataset, { database: databaseName, event }: Reading, used: readonly Sql[]): Sql {
  const table = sql`${database(databaseName)}.${identifier(dataset.entity.name)}`;
  if (dataset.derived) return sql`\nFROM (\n${dataset.derived.from(familiesWithin(table, dataset.derived.family, event))}\n)`;
  if (dataset.arrayJoin) return sql`\nFROM ${table}\nARRAY JOIN ${joinedFields(dataset, used)}`;
  if (dataset.lookup) return sql`\nFROM ${table}${lookedUp(dataset.lookup, table, databaseName, used)}`;
  return sql`\nFROM ${table}`;
}

/** The table's rows of families of which something lies in the period, so that the others need not be made. */
function familiesWithin(table: Sql, family: string, event: Reading['event']): Sql {
  if (!event?.time.ofSource) return table;
  const key = identifier(family);
  const inPeriod = allOf(periodConditions(event, { at: event.time.ofSource }));
  return sql`(
  SELECT *
  FROM ${table}
  WHERE ${key} IN (
    SELECT ${key}
    FROM ${table}
    WHERE ${inPeriod}
  )
)`;
}

function lookedUp(lookup: NonNullable<Dataset['lookup']>, table: Sql, databaseName: string, used: readonly Sql[]): Sql {
  const names = namedIn(used, Object.keys(lookup.columns));
  if (names.length === 0) return sql``;
  const [key, by] = [identifier(lookup.key), identifier(lookup.by)];
  const selected = names.map((name) => sql`${identifier(lookup.columns[name] ?? name)} AS ${identifier(name)}`);
  return sql`
LEFT ANY JOIN (
  SELECT ${key} AS looked_up_key, ${join(selected)}
  FROM ${database(databaseName)}.${identifier(lookup.entity.name)}
  WHERE ${key} IN (SELECT ${by} FROM ${table})
) AS looked_up ON looked_up.looked_up_key = ${by}`;
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
