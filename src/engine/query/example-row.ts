import type { Column, Columns, Entity } from '../../core/model/entity.ts';

const emptyValues = {
  text: '',
  label: '',
  integer: 0,
  number: 0,
  flag: false,
  instant: 0,
  date: '2026-01-01',
  durationMs: 0,
  key: 0n,
  labels: [],
  list: [],
} as const;

/** A whole row of an entity from the few columns that an example names: the others take their empty value, computed ones are left to the store. */
export function emptyRow(entity: Entity, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const columns = Object.entries(entity.columns).filter(([name, column]) => name in given || column.computed === undefined);
  return Object.fromEntries(columns.map(([name, column]) => [name, name in given ? parsed(column, given[name]) : emptyValue(column)]));
}

function emptyValue(column: Column): unknown {
  return column.nullable ? null : emptyValues[column.kind];
}

function parsed(column: Column, value: unknown): unknown {
  if (column.kind !== 'list') return column.schema.parse(value);
  return (value as Record<string, unknown>[]).map((item) => wholeTuple(column.fields ?? {}, item));
}

function wholeTuple(fields: Columns, item: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, name in item ? parsed(field, item[name]) : emptyValue(field)]),
  );
}
