import { binomialAtMost } from '../../../src/core/stats/distributions.ts';
import { seededRandom } from '../../../src/core/stats/random.ts';
import { seedOfName } from './seed-of-name.ts';
import type { Simulation } from './simulation.ts';
import { simulationGroups } from './simulation-groups.ts';

/** What so many draws of one simulation say. */
export interface Finding {
  readonly name: string;
  readonly kind: Simulation['kind'];
  readonly level: number;
  readonly n: number;
  /** Share of draws that rejected or covered. */
  readonly found: number;
  /** What `found` must lie within. */
  readonly low: number;
  readonly high: number;
  readonly isKept: boolean;
}

/** A bound is passed by chance once in a thousand, so that a table of a hundred rows seldom is. */
const doubt = 0.001;
/** How far the coverage of an interval may be from its level. */
const coverageSlack = 0.015;
/** Coverage that is this near after the first draws needs no more of them. */
const clearlyCovered = 0.01;
const mostRounds = 4;

/** How many of the simulations found what is stated. */
export interface Verdict {
  readonly kept: number;
  readonly notKept: number;
}

/** Runs the simulations of the groups named in `only` (all without it) and tells each finding as it is there. */
export function checkSimulations(only: string | undefined, draws: number, say: (group: string, finding: Finding) => void): Verdict {
  let [kept, notKept] = [0, 0];
  for (const group of groupsNamed(only)) {
    for (const simulation of simulationGroups[group] ?? []) {
      const finding = judge(simulation, draws);
      if (finding.isKept) kept++;
      else notKept++;
      say(group, finding);
    }
  }
  return { kept, notKept };
}

/** The groups named, all without. @throws Error for one that there is not */
export function groupsNamed(only: string | undefined): readonly string[] {
  const known = Object.keys(simulationGroups);
  const groups = only?.split(',') ?? known;
  const unknown = groups.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`--only "${unknown}" is no group of methods; allowed are ${known.join(', ')}`);
  return groups;
}

/** Coverage that is off after `draws` is drawn so often again, up to four times, since a thousand draws alone may be off by as much. */
function judge(simulation: Simulation, draws: number): Finding {
  const { name, kind, level, run, isConservative } = simulation;
  const random = seededRandom(seedOfName(name));
  const isOff = (coverage: number) => !(isConservative && coverage > level) && Math.abs(coverage - level) > clearlyCovered;
  let [n, hits] = [0, 0];
  do {
    for (let i = 0; i < draws; i++) if (run(random)) hits++;
    n += draws;
  } while (kind === 'covers' && n < mostRounds * draws && isOff(hits / n));
  const { low, high } = boundsOf(simulation, n);
  const found = hits / n;
  return { name, kind, level, n, found, low, high, isKept: found >= low && found <= high };
}

function boundsOf({ kind, level, isConservative = false }: Simulation, n: number): { readonly low: number; readonly high: number } {
  const bounds = binomialBounds(n, level);
  if (kind === 'rejects') return { low: isConservative ? 0 : bounds.low, high: bounds.high };
  return { low: level - coverageSlack, high: isConservative ? 1 : level + coverageSlack };
}

/** Shares of `n` draws of chance `level` outside of which less than `doubt` lies, half on each side. */
function binomialBounds(n: number, level: number): { readonly low: number; readonly high: number } {
  let low = Math.floor(n * level);
  while (low > 0 && binomialAtMost(low - 1, n, level) > doubt / 2) low--;
  let high = Math.ceil(n * level);
  while (high < n && 1 - binomialAtMost(high, n, level) > doubt / 2) high++;
  return { low: low / n, high: high / n };
}
