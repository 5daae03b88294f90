import type { Dataset } from '../../core/model/dataset.ts';
import { database, identifier, join, render, type Sql, sql } from '../../core/sql/sql.ts';

/** `FROM` for a dataset: its table, its list laid out row by row, or the rows made of its rows. Only list fields that `used` names are read. */
export function relation(dataset: Dataset, databaseName: string, used: readonly Sql[]): Sql {
  const table = sql`${database(databaseName)}.${identifier(dataset.entity.name)}`;
  if (dataset.derived) return sql`\nFROM (\n${dataset.derived(table)}\n)`;
  if (dataset.arrayJoin) return sql`\nFROM ${table}\nARRAY JOIN ${joinedFields(dataset, used)}`;
  return sql`\nFROM ${table}`;
}

function joinedFields(dataset: Dataset, used: readonly Sql[]): Sql {
  const { list, as } = dataset.arrayJoin ?? { list: '', as: '' };
  const text = used.map((fragment) => render(fragment).text).join('\n');
  const fields = Object.keys(dataset.entity.columns[list]?.fields ?? {}).filter((field) => new RegExp(`\\b${as}_${field}\\b`).test(text));
  return join(fields.map((field) => sql`${identifier(list)}.${identifier(field)} AS ${identifier(`${as}_${field}`)}`));
}
