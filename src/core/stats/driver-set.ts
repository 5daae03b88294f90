/** A value of a dimension: its share of the change, and its share of the volume before, which it would have if it were like the rest. */
export interface DriverShare {
  readonly value: string;
  readonly share: number;
  readonly baseShare: number;
}

/** Values of one dimension that together carry most of a change. */
export interface DriverSet {
  readonly values: readonly string[];
  readonly share: number;
  readonly baseShare: number;
  /** How much more of the change than of the volume; a longer list counts less. */
  readonly score: number;
}

const leastShare = 2 / 3;
/** A value is worth naming from this share of the change on. */
const leastOfOne = 0.1;
const mostValues = 4;
const leastLift = 0.25;
const perValue = 0.03;
/** A part that was not there before cannot be narrowed: nothing says how it would be spread. */
const leastBase = 0.005;

/**
 * The smallest set of values that carries at least two thirds of a change and clearly more of it than of the volume; null when there is none, as where
 * the change is spread like the volume. Shares are those of `whole` (1, or less within a narrower part). After Bhagwan et al., Adtributor (NSDI 2014): explanatory power,
 * succinctness, surprise.
 */
export function driverSet(shares: readonly DriverShare[], whole: { readonly share: number; readonly baseShare: number }): DriverSet | null {
  if (whole.baseShare < leastBase) return null;
  const sorted = shares.filter(({ share }) => share > 0).toSorted((left, right) => right.share - left.share);
  const most = Math.min(mostValues, Math.ceil(shares.length / 2));
  let [share, baseShare, values] = [0, 0, [] as readonly string[]];
  for (const candidate of sorted.slice(0, most)) {
    if (share >= leastShare * whole.share && candidate.share < leastOfOne * whole.share) break;
    if (share >= 0.95 * whole.share) break;
    [share, baseShare, values] = [share + candidate.share, baseShare + candidate.baseShare, [...values, candidate.value]];
  }
  if (values.length === 0 || share < leastShare * whole.share) return null;
  const relative = { share: Math.min(1, share / whole.share), baseShare: whole.baseShare > 0 ? baseShare / whole.baseShare : 0 };
  if (relative.share - relative.baseShare < leastLift) return null;
  return { values, share, baseShare, score: relative.share - relative.baseShare - perValue * (values.length - 1) };
}
