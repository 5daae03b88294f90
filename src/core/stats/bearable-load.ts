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

/**
 * Weeks in a row above a team's own 90th percentile (R type 7), which is taken over the weeks before them, so that a long strain does not become the measure of
 * itself; at most 39 weeks. `loads` are weekly, oldest first; null means that nothing is known of the week and ends a row. Null with fewer than 12 weeks to judge by.
 */
export function bearableLoad(loads: readonly (number | null)[]): BearableLoad | null {
  let found: BearableLoad | null = null;
  for (let weeksAbove = 0; weeksAbove <= longestWeeks && loads.length - weeksAbove >= leastWeeks; weeksAbove++) {
    const bearable = percentileOf(loads.slice(0, loads.length - weeksAbove));
    if (bearable === null) return found;
    const row = weeksAbove === 0 ? [] : loads.slice(-weeksAbove);
    if (row.every((load) => load !== null && load > bearable)) found = { bearable, weeksAbove };
  }
  return found;
}

function percentileOf(loads: readonly (number | null)[]): number | null {
  const sorted = loads.filter((load) => load !== null).toSorted((left, right) => left - right);
  if (sorted.length < leastWeeks) return null;
  const place = (sorted.length - 1) * level;
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}
