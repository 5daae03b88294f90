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

/** One text per place, for maps: each part behind its length, so that no two places share one. */
function placeKey({ bucket, group }: Place): string {
  let key = bucket ?? '';
  for (const value of group) key += ` ${value.length} ${value}`;
  return key;
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
  for (const [place, inputs] of inOrder(from.entries())) {
    const target = move(place);
    const sum = { ...sums.get(target) };
    for (const [name, value] of Object.entries(inputs)) sum[name] = (sum[name] ?? 0) + value;
    sums.set(target, sum);
  }
  return sums;
}

type Summed = readonly [Place, Readonly<Record<string, number>>];

/** Fractions are summed in one order whatever order the store answers in, so that the same question has the same answer to the last digit. */
function inOrder(entries: readonly Summed[]): readonly Summed[] {
  const isWhole = entries.every(([, inputs]) => Object.values(inputs).every(Number.isInteger));
  if (isWhole) return entries;
  return entries
    .map((entry) => [placeKey(entry[0]), entry] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, entry]) => entry);
}

/** The place of everything. */
export const everywhere: Place = { bucket: null, group: [] };
