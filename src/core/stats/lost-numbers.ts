import { poissonAtMost } from './distributions.ts';

/** Two neighbours of a running number between which some numbers are missing. Instants are epoch milliseconds. */
export interface NumberHole {
  readonly before: number;
  readonly after: number;
  readonly beforeMs: number;
  readonly afterMs: number;
}

/** What came of a feed whose rows carry a running number. */
export interface RunningNumbers {
  readonly rows: number;
  /** In order of the numbers. */
  readonly holes: readonly NumberHole[];
}

/** A stretch of time from the first to the last of some missing numbers. */
export interface LostNumbers {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly missing: number;
  /** Rows that came within the stretch. */
  readonly present: number;
  /** Chance of as many missing numbers where they are missing as seldom as elsewhere. */
  readonly chance: number;
}

const leastRows = 100;
const leastMissing = 2;
/** Of the numbers of a stretch; what loses less goes on. */
const leastShare = 0.3;
/** A feed that leaves out more of its numbers uses them otherwise. */
const mostMissingShare = 0.2;
const longestMs = 14 * 86_400_000;
/** As for silences that are told by the hours: of a hundred quiet months one or two hold one. */
const chanceLimit = 1e-5;

/**
 * Stretches in which numbers of a running series are missing more often than elsewhere, with a chance below 1 in 100,000 under a Poisson law that is widened by how many
 * go missing at a time elsewhere; in order of time. Nothing where too few rows came, or numbers are left out all the time.
 */
export function findLostNumbers({ rows, holes }: RunningNumbers): readonly LostNumbers[] {
  const missing = holes.reduce((sum, hole) => sum + sizeOf(hole), 0);
  if (rows < leastRows || missing > mostMissingShare * (rows + missing)) return [];
  const found: LostNumbers[] = [];
  let left = holes;
  for (;;) {
    const best = clearest(left, rows);
    if (!best) return found.toSorted((one, other) => one.fromMs - other.fromMs);
    found.push(best.lost);
    left = left.filter((_, index) => index < best.first || index > best.last);
  }
}

interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly lost: LostNumbers;
  /** Logarithm of the likelihood ratio of two Poisson laws: it tells apart what is too seldom to have a chance. */
  readonly clearness: number;
}

/** Missing numbers, and the sum of the squares of how many went missing at a time. */
interface Missing {
  readonly missing: number;
  readonly squares: number;
}

const none: Missing = { missing: 0, squares: 0 };

function plus({ missing, squares }: Missing, hole: NumberHole): Missing {
  return { missing: missing + sizeOf(hole), squares: squares + sizeOf(hole) ** 2 };
}

/** The stretch that speaks most clearly of a loss, when its chance is small enough. */
function clearest(holes: readonly NumberHole[], rows: number): Stretch | null {
  const all = holes.reduce(plus, none);
  let best: Stretch | null = null;
  for (const first of holes.keys()) {
    const found = clearestFrom(holes, first, rows, all);
    if (found && found.lost.chance < chanceLimit && found.clearness > (best?.clearness ?? 0)) best = found;
  }
  return best;
}

/** The same of the stretches that begin with a hole. */
function clearestFrom(holes: readonly NumberHole[], first: number, rows: number, all: Missing): Stretch | null {
  const start = holes[first] as NumberHole;
  let best: Stretch | null = null;
  let inside = none;
  for (let last = first; last < holes.length; last++) {
    const end = holes[last] as NumberHole;
    if (end.afterMs - start.beforeMs > longestMs) break;
    inside = plus(inside, end);
    if (inside.missing < Math.max(leastMissing, leastShare * (end.after - start.before - 1))) continue;
    const elsewhere = { rows, missing: all.missing - inside.missing, squares: all.squares - inside.squares };
    const stretch = stretchBetween(start, end, inside, elsewhere);
    if (stretch.clearness > (best?.clearness ?? 0)) best = { first, last, ...stretch };
  }
  return best;
}

function stretchBetween(
  start: NumberHole,
  end: NumberHole,
  { missing }: Missing,
  elsewhere: Missing & { readonly rows: number },
): Pick<Stretch, 'lost' | 'clearness'> {
  const numbers = end.after - start.before - 1;
  const present = numbers - missing;
  const rate = (elsewhere.missing + 0.5) / (elsewhere.rows - present + elsewhere.missing + 1);
  const atATime = elsewhere.missing > 0 ? elsewhere.squares / elsewhere.missing : 1;
  const expected = (rate * numbers) / atATime;
  const losses = missing / atATime;
  const chance = 1 - poissonAtMost(Math.ceil(losses) - 1, expected);
  return {
    lost: { fromMs: instantOf(start, 1), untilMs: instantOf(end, sizeOf(end)), missing, present, chance },
    clearness: losses * Math.log(losses / expected) - losses + expected,
  };
}

/** When a missing number was due, as if they were spread evenly between their neighbours. */
function instantOf(hole: NumberHole, nth: number): number {
  return hole.beforeMs + ((hole.afterMs - hole.beforeMs) * nth) / (sizeOf(hole) + 1);
}

function sizeOf({ before, after }: NumberHole): number {
  return after - before - 1;
}
