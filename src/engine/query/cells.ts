import type { Question } from './question.ts';

/** Where a number stands: its bucket (null without a grain) and its groups. */
export interface Place {
  readonly bucket: string | null;
  readonly group: readonly string[];
}

/** Numbers by place. */
export interface Cells<T> {
  get(place: Place): T | undefined;
  set(place: Place, value: T): void;
  entries(): readonly (readonly [Place, T])[];
}

export function cells<T>(): Cells<T> {
  const values = new Map<string, readonly [Place, T]>();
  return {
    get: (place) => values.get(placeKey(place))?.[1],
    set: (place, value) => {
      values.set(placeKey(place), [place, value]);
    },
    entries: () => [...values.values()],
  };
}

/** One text per place, for maps. */
function placeKey(place: Place): string {
  return JSON.stringify([place.bucket, ...place.group]);
}

/** The place that a row of a grouped statement speaks of. */
export function placeOf(row: Readonly<Record<string, unknown>>, question: Question): Place {
  return {
    bucket: question.grain === null ? null : String(row.bucket),
    group: question.dimensions.map((_, index) => String(row[`group_${index}`] ?? '')),
  };
}

/** Sums records of numbers place by place, with every place moved by `move`. */
export function rollUp(from: Cells<Readonly<Record<string, number>>>, move: (place: Place) => Place): Cells<Record<string, number>> {
  const sums = cells<Record<string, number>>();
  for (const [place, inputs] of from.entries()) {
    const target = move(place);
    const sum = { ...sums.get(target) };
    for (const [name, value] of Object.entries(inputs)) sum[name] = (sum[name] ?? 0) + value;
    sums.set(target, sum);
  }
  return sums;
}

/** The place of everything. */
export const everywhere: Place = { bucket: null, group: [] };
