import type { Dataset } from '../../core/model/dataset.ts';
import { database, identifier, join, render, type Sql, sql } from '../../core/sql/sql.ts';

/** `FROM` for a dataset: its table, its list laid out row by row, or the rows made of its rows. Only list fields and looked up columns that `used` names are read. */
export function relation(dataset: Dataset, databaseName: string, used: readonly Sql[]): Sql {
  const table = sql`${database(databaseName)}.${identifier(dataset.entity.name)}`;
  if (dataset.derived) return sql`\nFROM (\n${dataset.derived(table)}\n)`;
  if (dataset.arrayJoin) return sql`\nFROM ${table}\nARRAY JOIN ${joinedFields(dataset, used)}`;
  if (dataset.lookup) return sql`\nFROM ${table}${lookedUp(dataset.lookup, table, databaseName, used)}`;
  return sql`\nFROM ${table}`;
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
