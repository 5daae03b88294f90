import { invertSymmetric } from '../invert-symmetric.ts';

/** Of the information that a finite effect leaves: the one event that speaks against the others weighs at least so much of all of them. */
const leastShare = 1e-4;

/**
 * Names of the effects that grow without end as a likelihood is climbed: where it has been left behind, it hardly bends any more, against how it bends where
 * all effects are 0. Of each effect it is the bend that the others leave (one over the inverse's diagonal), so that collinear columns are not taken for it.
 * @param information the negative of second derivatives, row by row
 */
export function unboundedEffects(
  names: readonly string[],
  information: { readonly atPeak: Float64Array; readonly atNone: Float64Array },
  events: number,
): string[] {
  const size = names.length;
  const least = leastShare / events;
  const { atPeak, atNone } = information;
  const propped = atPeak.map((value, place) => (place % (size + 1) === 0 ? value + 0.1 * least * (atNone[place] ?? 0) : value));
  const [peak, none] = [invertSymmetric(propped, size), invertSymmetric(atNone, size)];
  if (peak === null || none === null) return [...names];
  return names.filter((_, k) => !((none[k * (size + 1)] ?? 0) / (peak[k * (size + 1)] ?? 0) > least));
}
