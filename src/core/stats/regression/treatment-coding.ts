import { cannotAnswer } from '../column.ts';
import type { Predictor } from './regression-data.ts';

/**
 * Columns of 0 and 1 for the values of a category, one for each value but the baseline, whose rows are 0 in all: effects are then differences from it.
 * Columns are named `name = value`, values in the order of their code units.
 * @param baseline the first value by default
 * @throws UserError for a category with one value only and a baseline that does not occur
 */
export function treatmentCoding(name: string, values: readonly string[], baseline?: string): Predictor[] {
  const levels = [...new Set(values)].sort();
  const first = baseline ?? levels[0];
  if (levels.length < 2) throw cannotAnswer(`"${name}" has ${levels.length} value; an effect needs at least two`);
  if (first === undefined || !levels.includes(first)) throw cannotAnswer(`"${name}" is never "${first}"; a baseline is one of its values`);
  return levels
    .filter((level) => level !== first)
    .map((level) => ({ name: `${name} = ${level}`, values: Float64Array.from(values, (value) => (value === level ? 1 : 0)) }));
}
