import { dimensions } from '../../catalog/dimensions/index.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import { bind, identifier, join, type Sql, sql } from '../../core/sql/sql.ts';
import { notKnown } from './not-known.ts';
import { carries, dimensionSql, type Moment } from './question.ts';
import { type DimensionSource, dimensionNamed } from './resolve-query.ts';

/** A column of the rows behind a number. */
export interface RowColumn {
  readonly name: string;
  readonly value: Sql;
}

/**
 * A column of a dataset's rows, or a dimension that it carries.
 * @throws UserError for a name that is neither
 */
export function rowColumn(dataset: Dataset, name: string, moment: Moment, zone: string, source: DimensionSource): RowColumn {
  if (columnNames(dataset).includes(name)) return { name, value: identifier(name) };
  const carried = [...dimensions, ...(source.fields ?? [])].filter((dimension) => carries(dimension, dataset));
  if (!carried.some((dimension) => dimension.name === name))
    throw notKnown('column', name, [...columnNames(dataset), ...carried.map((dimension) => dimension.name)]);
  return { name, value: dimensionSql(dimensionNamed(name, source), dataset, moment, zone) };
}

/** Ids are searched by their numbers, or with the source that stands before the colon: a mere word would find every id of a source that has it in its name. */
const ofId = /[\d:]/;

/** Rows of which the id or a text contains what is searched; no condition for an empty search. */
export function searchCondition(dataset: Dataset, search: string): readonly Sql[] {
  if (search === '') return [];
  const [id = 'id', ...texts] = dataset.searched ?? dataset.rowColumns.slice(0, 1);
  const looked = texts.length === 0 || ofId.test(search) ? [id, ...texts] : texts;
  const found = looked.map((column) => sql`positionCaseInsensitiveUTF8(toString(${identifier(column)}), ${bind('String', search)}) > 0`);
  return [sql`(${join(found, sql` OR `)})`];
}

/** Columns of the table, of its list laid out row by row, and those that its rows are made with; lists stay inside. */
function columnNames(dataset: Dataset): readonly string[] {
  if (dataset.derived) return dataset.rowColumns;
  const { columns } = dataset.entity;
  const own = Object.entries(columns).filter(([, column]) => column.kind !== 'list');
  const fields = Object.keys(columns[dataset.arrayJoin?.list ?? '']?.fields ?? {}).map((field) => `${dataset.arrayJoin?.as}_${field}`);
  return [...own.map(([name]) => name), ...fields];
}
