import { cannotAnswer } from '../column.ts';
import { quantileOfSorted, sorted } from '../descriptive/quantile.ts';
import type { CustomerValues } from './customer-values.ts';

export interface RfmScoreOptions {
  /** Groups of each score; 5 by default. */
  readonly groups?: number;
  /**
   * Equal values get equal scores (`together`, the default; groups are then uneven), or are parted in the order given so that groups are of one size
   * (`first`: pandas' qcut of rank(method='first'), from the worst, and SQL's NTILE).
   */
  readonly ties?: 'together' | 'first';
}

/** Scores from 1 to `groups`, the best customers the highest; the most recent is the best. */
export interface RfmScores {
  readonly groups: number;
  readonly ties: 'together' | 'first';
  readonly recency: Uint8Array;
  readonly frequency: Uint8Array;
  readonly monetary: Uint8Array;
}

/**
 * Scores of recency, frequency and monetary value by quantiles over the customers given (type 7, a value on the border belongs to the lower score). A score says
 * where a customer stands among these, not how good that is.
 * @throws UserError for fewer than 2 groups or more than customers
 */
export function rfmScores(
  { recencyDays, frequency, monetary }: Pick<CustomerValues, 'recencyDays' | 'frequency' | 'monetary'>,
  options: RfmScoreOptions = {},
): RfmScores {
  const { groups = 5, ties = 'together' } = options;
  const n = recencyDays.length;
  if (!Number.isInteger(groups) || groups < 2 || groups > Math.min(n, 100))
    throw cannotAnswer(`${n} customers cannot be parted into ${groups} groups; this is from 2 to 100 and at most one a customer`);
  const score = (values: Float64Array) => quantileGroups(ties === 'first' ? firstRanks(values) : values, groups);
  return {
    groups,
    ties,
    recency: score(recencyDays.map((days) => -days)),
    frequency: score(frequency),
    monetary: score(monetary),
  };
}

/** Ranks from 1, equal values in the order given. */
function firstRanks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  const ranks = new Float64Array(values.length);
  order.forEach((i, rank) => {
    ranks[i] = rank + 1;
  });
  return ranks;
}

function quantileGroups(values: Float64Array, groups: number): Uint8Array {
  const ascending = sorted(values);
  const edges = Array.from({ length: groups - 1 }, (_, index) => quantileOfSorted(ascending, (index + 1) / groups));
  return Uint8Array.from(values, (value) => 1 + edges.filter((edge) => edge < value).length);
}
