import { cannotAnswer } from '../column.ts';
import { type DistanceMatrix, distanceMatrix } from './distance-matrix.ts';

/** A feature of numbers or of categories; null is missing. */
export type MixedColumn = {
  readonly name: string;
  /** How much it counts beside the others, from 0; 1 by default. */
  readonly weight?: number;
} & (
  | { readonly kind: 'number'; readonly values: ArrayLike<number | null> }
  | { readonly kind: 'category'; readonly values: ArrayLike<string | null> }
);

/** Mixed columns packed: numbers from 0 to 1 over their range, categories as codes, missing as NaN. */
export interface MixedCases {
  readonly columns: readonly PackedColumn[];
  readonly n: number;
}

export interface PackedColumn {
  readonly name: string;
  readonly kind: 'number' | 'category';
  readonly weight: number;
  readonly values: Float64Array;
  /** Names of codes; none for numbers. */
  readonly levels: readonly string[];
  readonly low: number;
  readonly range: number;
  readonly missing: number;
}

/**
 * Packs mixed columns.
 * @throws UserError for no column, uneven ones, numbers that are not finite, weights below 0 or all 0, columns that are constant or wholly missing (named),
 * and a case without any value
 */
export function mixedCases(columns: readonly MixedColumn[]): MixedCases {
  const n = columns[0]?.values.length ?? 0;
  if (n === 0) throw cannotAnswer('there is no case with a feature to tell cases apart by');
  const packed = columns.map((column) => pack(column, n));
  if (!packed.some(({ weight }) => weight > 0)) throw cannotAnswer('all weights are 0, so nothing tells cases apart');
  for (let i = 0; i < n; i++)
    if (packed.every(({ values, weight }) => weight === 0 || Number.isNaN(values[i])))
      throw cannotAnswer(`the case at position ${i} has no value in any column that counts; leave it out`);
  return { columns: packed, n };
}

function pack(column: MixedColumn, n: number): PackedColumn {
  const { name, kind, weight = 1 } = column;
  if (column.values.length !== n) throw cannotAnswer(`"${name}" has ${column.values.length} values, the first column ${n}`);
  if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
    throw cannotAnswer(`"${name}" has weight ${weight}; a weight is a number from 0`);
  const levels = new Map<string, number>();
  const values = Float64Array.from({ length: n }, (_, i) => {
    const value = column.values[i] ?? null;
    if (value === null) return Number.NaN;
    if (typeof value === 'string') return codeOf(levels, value);
    if (!Number.isFinite(value))
      throw cannotAnswer(`"${name}" has ${value} at position ${i}; give finite numbers, and null for what is missing`);
    return value;
  });
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length === 0) throw cannotAnswer(`"${name}" has no value at all; leave it out`);
  const low = known.reduce((least, value) => Math.min(least, value));
  const range = known.reduce((most, value) => Math.max(most, value)) - low;
  if (range === 0 && n > 1) throw cannotAnswer(`"${name}" is constant and tells no case from another; leave it out`);
  const scaled = kind === 'number' ? values.map((value) => (value - low) / (range || 1)) : values;
  return { name, kind, weight, values: scaled, levels: [...levels.keys()], low, range, missing: n - known.length };
}

function codeOf(levels: Map<string, number>, value: string): number {
  const code = levels.get(value) ?? levels.size;
  levels.set(value, code);
  return code;
}

/** 0 to 1 by one column; NaN where either is missing. */
export function columnDistance(kind: PackedColumn['kind'], a: number, b: number): number {
  if (kind === 'number') return Math.abs(a - b);
  return Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : a === b ? 0 : 1;
}

/**
 * Gower's distances of cases with mixed features, 0 to 1: the weighted mean over the columns that both have of the difference over the range, or of being
 * another category. Gower 1971 (R's daisy, asymmetric binaries aside). Pairs that share no column are as far apart as can be, 1.
 * @throws UserError as `mixedCases`, and for more than 16,000 cases
 */
export function gowerDistances(columns: readonly MixedColumn[]): DistanceMatrix {
  const { columns: packed, n } = mixedCases(columns);
  return distanceMatrix(n, (i, j) => {
    let [sum, weights] = [0, 0];
    for (const { kind, weight, values } of packed) {
      const distance = columnDistance(kind, values[i] ?? Number.NaN, values[j] ?? Number.NaN);
      if (Number.isNaN(distance)) continue;
      sum += weight * distance;
      weights += weight;
    }
    return weights === 0 ? 1 : sum / weights;
  });
}
