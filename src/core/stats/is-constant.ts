import type { Column } from './column.ts';

/** Whether all values of a column are the same. */
export function isConstant(values: Column): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return false;
  return true;
}
