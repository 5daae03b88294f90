import { meanOf } from './descriptive/moments.ts';

/** How a team's load of the last week stands to what it bore before. */
export interface BearableLoad {
  /** The 90th percentile of the weeks before those in a row: nine weeks of ten were below it. */
  readonly bearable: number;
  /** Weeks in a row, up to the last one, above it. */
  readonly weeksAbove: number;
}

const level = 0.9;
const leastWeeks = 12;
/** What lasts longer is no longer a strain but how it is. */
const longestWeeks = 39;

/** Weeks on either side of the beginning of a row that tell how clearly it rises there. */
const edgeWeeks = 8;

/**
 * Weeks in a row above a team's own 90th percentile (R type 7), which is taken over the weeks before them, so that a long strain does not become the measure of
 * itself; at most 39 weeks. Of rows of several lengths, as where loads grew slowly before they jumped, the one that rises most clearly where it begins. `loads` are
 * weekly, oldest first; null means that nothing is known of the week and ends a row. Null with fewer than 12 weeks to judge by.
 */
export function bearableLoad(loads: readonly (number | null)[]): BearableLoad | null {
  const rows: (BearableLoad & { readonly rise: number })[] = [];
  for (let weeksAbove = 0; weeksAbove <= longestWeeks && loads.length - weeksAbove >= leastWeeks; weeksAbove++) {
    const before = loads.slice(0, loads.length - weeksAbove).filter((load) => load !== null);
    const row = loads.slice(loads.length - weeksAbove).filter((load) => load !== null);
    const bearable = percentileOf(before);
    if (bearable === null || row.length < weeksAbove) break;
    if (row.every((load) => load > bearable)) rows.push({ bearable, weeksAbove, rise: riseAt(before, row) });
  }
  const clearest = rows.toSorted((left, right) => right.rise - left.rise)[0];
  return clearest === undefined ? null : { bearable: clearest.bearable, weeksAbove: clearest.weeksAbove };
}

/** How far the first weeks of a row lie above the last ones before it, in units of what chance makes of as many weeks. */
function riseAt(before: readonly number[], row: readonly number[]): number {
  const first = row.slice(0, edgeWeeks);
  return first.length === 0 ? 0 : Math.sqrt(first.length) * (meanOf(first) - meanOf(before.slice(-edgeWeeks)));
}

function percentileOf(loads: readonly number[]): number | null {
  const sorted = loads.toSorted((left, right) => left - right);
  if (sorted.length < leastWeeks) return null;
  const place = (sorted.length - 1) * level;
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}
