import { type Column, cannotAnswer, checkColumn } from '../column.ts';
import { maximiseLinear } from './maximise-linear.ts';

/** A shift that people may be put on. Positions of intervals, `until` not included. */
export interface ShiftPattern {
  readonly name: string;
  readonly from: number;
  readonly until: number;
  /** Intervals within it in which nobody on it works. */
  readonly breaks?: readonly (readonly [from: number, until: number])[];
  /** What one person on it costs; the intervals from start to end, breaks too, by default. */
  readonly cost?: number;
  /** Most people on it. */
  readonly most?: number;
}

/** How many people go on each shift. */
export interface ShiftPlan {
  readonly people: readonly { readonly name: string; readonly count: number }[];
  readonly cost: number;
  /** No plan can cost less: the optimum where people could be split, rounded up where all costs are whole. */
  readonly bound: number;
  /** Share by which the plan costs more than the bound; 0 means that none is better. */
  readonly gap: number;
  /** People at work in each interval. */
  readonly staffed: Int32Array;
  /** Intervals × people at work beyond what is required. */
  readonly surplus: number;
}

/**
 * The fewest paid hours that put enough people to work in each interval: set covering (Dantzig 1954). The fractional optimum is found by the simplex method,
 * rounded, filled up and pruned; the gap says how far from the best it can be. It knows no people, contracts or laws beyond what the patterns say.
 * @param required people at work in each interval, whole
 * @throws UserError for no interval, requirements that are not whole from 0 to 100,000, patterns that lie outside of the day, and an interval that no pattern, or not
 * enough people, can cover
 */
export function coverByShifts(required: Column, patterns: readonly ShiftPattern[]): ShiftPlan {
  checkRequired(required);
  const shifts = patterns.map((pattern) => shiftOf(pattern, required.length));
  checkCovered(required, shifts);
  const optimum = fractionalCover(required, shifts);
  const plan = bestOf([
    planFrom(optimum.counts.map(Math.floor), required, shifts),
    planFrom(new Array(shifts.length).fill(0), required, shifts),
  ]);
  if (plan === null) throw cannotAnswer('the limits on people leave no plan that was found; allow more people on a shift');
  const isWhole = shifts.every(({ cost }) => Number.isInteger(cost));
  const bound = isWhole ? Math.ceil(optimum.cost - 1e-6) : optimum.cost;
  const staffed = staffedBy(plan.counts, shifts, required.length);
  return {
    people: shifts.map(({ name }, index) => ({ name, count: plan.counts[index] ?? 0 })),
    cost: plan.cost,
    bound,
    gap: bound > 0 ? Math.max(0, plan.cost / bound - 1) : 0,
    staffed,
    surplus: staffed.reduce((sum, count, i) => sum + count - (required[i] ?? 0), 0),
  };
}

/** People are put on shifts one by one. */
const mostPeople = 100_000;

interface Shift {
  readonly name: string;
  /** 1 in the intervals in which it works. */
  readonly works: Uint8Array;
  readonly cost: number;
  readonly most: number;
}

interface Plan {
  readonly counts: readonly number[];
  readonly cost: number;
}

function checkRequired(required: Column): void {
  checkColumn(required, 'required');
  for (let i = 0; i < required.length; i++) {
    if (!Number.isInteger(required[i]) || (required[i] ?? 0) < 0 || (required[i] ?? 0) > mostPeople)
      throw cannotAnswer(`"required" has ${required[i]} at position ${i}; people are whole numbers from 0 to ${mostPeople}`);
  }
}

function shiftOf(
  { name, from, until, breaks = [], cost = until - from, most = Number.POSITIVE_INFINITY }: ShiftPattern,
  length: number,
): Shift {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(until) || from < 0 || until > length || from >= until)
    throw cannotAnswer(`the shift "${name}" goes from ${from} to ${until}; it must lie within the ${length} intervals`);
  if (!(cost > 0 && Number.isFinite(cost)) || !(most >= 0))
    throw cannotAnswer(`the shift "${name}" must cost more than 0 and take 0 people or more`);
  const works = new Uint8Array(length).fill(1, from, until);
  for (const [start, end] of breaks) {
    if (!(start >= from && end <= until && start < end)) throw cannotAnswer(`a break of the shift "${name}" does not lie within it`);
    works.fill(0, start, end);
  }
  return { name, works, cost, most: Math.floor(most) };
}

function checkCovered(required: Column, shifts: readonly Shift[]): void {
  for (let i = 0; i < required.length; i++) {
    const most = shifts.reduce((sum, { works, most: people }) => sum + (works[i] === 1 ? people : 0), 0);
    if (most < (required[i] ?? 0))
      throw cannotAnswer(`interval ${i} needs ${required[i]} people and the shifts can put only ${most} to work in it`);
  }
}

/** The cheapest cover by parts of people: prices of the dual program, in which each interval is paid as much as no shift earns more than it costs. */
function fractionalCover(required: Column, shifts: readonly Shift[]): { readonly counts: number[]; readonly cost: number } {
  const limited = shifts.flatMap(({ most }, index) => (most < Number.POSITIVE_INFINITY ? [index] : []));
  const width = required.length + limited.length;
  const matrix = new Float64Array(shifts.length * width);
  for (const [row, { works }] of shifts.entries()) matrix.set(works, row * width);
  for (const [k, row] of limited.entries()) matrix[row * width + required.length + k] = -1;
  const gains = Float64Array.from({ length: width }, (_, j) =>
    j < required.length ? (required[j] ?? 0) : -(shifts[limited[j - required.length] ?? 0]?.most ?? 0),
  );
  const found = maximiseLinear(
    gains,
    matrix,
    Float64Array.from(shifts, ({ cost }) => cost),
  );
  if (found === null) throw cannotAnswer('the limits on people leave no plan that covers every interval; allow more people on a shift');
  return { counts: Array.from(found.prices, (count) => count + 1e-9), cost: found.value };
}

function bestOf(plans: readonly (Plan | null)[]): Plan | null {
  return plans.reduce((best, plan) => (plan !== null && (best === null || plan.cost < best.cost - 1e-9) ? plan : best), null);
}

/** Fills a beginning up to a cover, prunes it, and takes people out one shift at a time as long as that comes cheaper. */
function planFrom(start: readonly number[], required: Column, shifts: readonly Shift[]): Plan | null {
  let best = pruned(filled(start, required, shifts), required, shifts);
  for (let isBetter = best !== null; isBetter && best !== null; ) {
    const now: Plan = best;
    const others = now.counts.flatMap((count, index) =>
      count > 0 ? [Math.ceil(count / 2), 1].map((out) => without(now.counts, index, out)) : [],
    );
    best = bestOf([now, ...others.map((counts) => pruned(filled(counts, required, shifts), required, shifts))]);
    isBetter = best !== null && best.cost < now.cost - 1e-9;
  }
  return best;
}

function without(counts: readonly number[], index: number, out: number): number[] {
  return counts.map((count, i) => (i === index ? count - out : count));
}

/** Adds people where they meet most of what is missing for their cost; null where the limits are too narrow. */
function filled(start: readonly number[], required: Column, shifts: readonly Shift[]): number[] | null {
  const counts = [...start];
  const staffed = staffedBy(counts, shifts, required.length);
  const isMissing = (i: number) => (staffed[i] ?? 0) < (required[i] ?? 0);
  const gainOf = ({ works, cost, most }: Shift, index: number) =>
    (counts[index] ?? 0) >= most ? 0 : works.reduce((sum, each, i) => sum + (each === 1 && isMissing(i) ? 1 : 0), 0) / cost;
  while (staffed.some((_, i) => isMissing(i))) {
    const gains = shifts.map(gainOf);
    const best = gains.reduce((most, gain, index) => (gain > (gains[most] ?? 0) ? index : most), 0);
    if (!((gains[best] ?? 0) > 0)) return null;
    counts[best] = (counts[best] ?? 0) + 1;
    shifts[best]?.works.forEach((works, i) => {
      staffed[i] = (staffed[i] ?? 0) + works;
    });
  }
  return counts;
}

/** Takes out who is not needed, the dearest first. */
function pruned(start: number[] | null, required: Column, shifts: readonly Shift[]): Plan | null {
  if (start === null) return null;
  const counts = [...start];
  const staffed = staffedBy(counts, shifts, required.length);
  const order = shifts.map((_, index) => index).sort((a, b) => (shifts[b]?.cost ?? 0) - (shifts[a]?.cost ?? 0));
  for (const index of order) {
    const works = shifts[index]?.works ?? new Uint8Array(0);
    const spare = works.reduce(
      (least, each, i) => (each === 1 ? Math.min(least, (staffed[i] ?? 0) - (required[i] ?? 0)) : least),
      counts[index] ?? 0,
    );
    if (spare <= 0) continue;
    counts[index] = (counts[index] ?? 0) - spare;
    works.forEach((each, i) => {
      staffed[i] = (staffed[i] ?? 0) - each * spare;
    });
  }
  return { counts, cost: counts.reduce((sum, count, index) => sum + count * (shifts[index]?.cost ?? 0), 0) };
}

function staffedBy(counts: readonly number[], shifts: readonly Shift[], length: number): Int32Array {
  const staffed = new Int32Array(length);
  for (const [index, { works }] of shifts.entries()) {
    const count = counts[index] ?? 0;
    for (let i = 0; i < length; i++) staffed[i] = (staffed[i] ?? 0) + count * (works[i] ?? 0);
  }
  return staffed;
}
