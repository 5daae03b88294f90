import { type Column, cannotAnswer, checkColumn, checkSameLength } from '../stats/column.ts';

/** Paths of channels that people touched, equal ones once with their counts. */
export interface ChannelPaths {
  /** The channels of each path in order, at least one. */
  readonly paths: readonly (readonly string[])[];
  /** People who went this way and converted. */
  readonly conversions: Column;
  /** People who went this way and did not, so far; none by default. */
  readonly nulls?: Column;
  /** Value of the conversions of each path together. */
  readonly values?: Column;
}

/** What a channel is credited with. */
export interface ChannelCredit {
  readonly channel: string;
  readonly conversions: number;
  /** Of all conversions. */
  readonly share: number;
  /** Of the value; null where no values are given. */
  readonly value: number | null;
}

/** Paths as numbers of channels. */
export interface NumberedPaths {
  readonly channels: readonly string[];
  readonly steps: readonly (readonly number[])[];
  readonly conversions: Float64Array;
  readonly nulls: Float64Array;
  /** Null where none are given. */
  readonly values: Float64Array | null;
  readonly totalConversions: number;
  readonly totalNulls: number;
  readonly totalValue: number | null;
}

/**
 * Checks paths and numbers their channels in the order of their first appearance.
 * @throws UserError for no conversion at all, an empty path (named by its position), counts below 0, columns of different lengths
 */
export function numberPaths({ paths, conversions, nulls, values }: ChannelPaths): NumberedPaths {
  const columns = { conversions, ...(nulls ? { nulls } : {}), ...(values ? { values } : {}) };
  for (const [name, column] of Object.entries(columns)) checkCounts(column, name, paths.length);
  const numbers = new Map<string, number>();
  const steps = paths.map((path, position) => {
    if (path.length === 0) throw cannotAnswer(`the path at position ${position} has no channel; leave out who touched none`);
    return path.map((channel) => {
      const number = numbers.get(channel) ?? numbers.size;
      numbers.set(channel, number);
      return number;
    });
  });
  const totalConversions = sum(conversions);
  if (!(totalConversions > 0)) throw cannotAnswer('nobody converted on these paths, so there is nothing to credit');
  return {
    channels: [...numbers.keys()],
    steps,
    conversions: Float64Array.from(conversions),
    nulls: nulls ? Float64Array.from(nulls) : new Float64Array(paths.length),
    values: values ? Float64Array.from(values) : null,
    totalConversions,
    totalNulls: nulls ? sum(nulls) : 0,
    totalValue: values ? sum(values) : null,
  };
}

/** Values may be below 0, counts not. */
function checkCounts(column: Column, name: string, paths: number): void {
  checkColumn(column, name);
  checkSameLength({ length: paths }, column, ['paths', name]);
  const negative = name === 'values' ? -1 : Array.from(column).findIndex((count) => count < 0);
  if (negative >= 0) throw cannotAnswer(`"${name}" has ${column[negative]} at position ${negative}; counts are numbers from 0 on`);
  if (!Number.isFinite(sum(column))) throw cannotAnswer(`"${name}" adds up to more than a number can hold; give smaller ones`);
}

/** Credits of all channels, most first, from their conversions and, where there are values, their value. */
export function creditsOf(
  { channels, totalConversions }: NumberedPaths,
  conversions: Float64Array,
  values: Float64Array | null,
): ChannelCredit[] {
  return channels
    .map((channel, k) => ({
      channel,
      conversions: conversions[k] ?? 0,
      share: (conversions[k] ?? 0) / totalConversions,
      value: values === null ? null : (values[k] ?? 0),
    }))
    .sort((a, b) => b.conversions - a.conversions);
}

function sum(column: Column): number {
  let total = 0;
  for (let i = 0; i < column.length; i++) total += column[i] ?? 0;
  return total;
}
