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
/** A value that is named beforehand may hold less than one that is searched for. */
export const namedShare = 0.5;
/** A part that was not there before cannot be narrowed: nothing says how it would be spread. */
const leastBase = 0.005;

/**
 * The values that carry at least two thirds of a change and clearly more of it than of the volume, no more of them than tell more; null when there are none, as where
 * the change is spread like the volume. Shares are those of `whole` (1, or less within a narrower part). After Bhagwan et al., Adtributor (NSDI 2014): explanatory power,
 * succinctness, surprise.
 */
export function driverSet(shares: readonly DriverShare[], whole: { readonly share: number; readonly baseShare: number }): DriverSet | null {
  if (whole.baseShare < leastBase) return null;
  const sorted = shares.filter(({ share }) => share > 0).toSorted((left, right) => right.share - left.share);
  const most = Math.min(mostValues, Math.ceil(shares.length / 2));
  const relativeTo = (part: number, of: number): number => (of > 0 ? part / of : 0);
  let best: DriverSet | null = null;
  for (let size = 1; size <= Math.min(most, sorted.length); size++) {
    const chosen = sorted.slice(0, size);
    if (size > 1 && (chosen.at(-1)?.share ?? 0) < leastOfOne * whole.share) break;
    const share = chosen.reduce((sum, one) => sum + one.share, 0);
    const baseShare = chosen.reduce((sum, one) => sum + one.baseShare, 0);
    const lift = Math.min(1, relativeTo(share, whole.share)) - relativeTo(baseShare, whole.baseShare);
    const score = lift - perValue * (size - 1);
    if (share < leastShare * whole.share || lift < leastLift || score <= (best?.score ?? Number.NEGATIVE_INFINITY)) continue;
    best = { values: chosen.map(({ value }) => value), share, baseShare, score };
  }
  return best;
}

/** A value that is named beforehand, when it holds at least half of the whole change and clearly more of it than of the volume. */
export function namedDriver(shares: readonly DriverShare[], names: readonly string[]): DriverSet | null {
  const one = shares.find(({ value }) => names.includes(value));
  if (!one || one.share < namedShare || one.share - one.baseShare < leastLift) return null;
  return { values: [one.value], share: one.share, baseShare: one.baseShare, score: Math.min(1, one.share) - one.baseShare };
}
