import type { Interval } from '../../../src/core/model/estimate.ts';
import { UserError } from '../../../src/core/model/user-error.ts';
import { type Random, seededRandom } from '../../../src/core/stats/random.ts';
import { seedOfName } from './seed-of-name.ts';
import type { Simulation } from './simulation.ts';

/** A test at 5 % where nothing is. */
export function rejects(name: string, pValue: (random: Random) => number, options: Pick<Simulation, 'isConservative'> = {}): Simulation {
  return { name, kind: 'rejects', level: 0.05, run: (random) => answered(() => pValue(random)) <= 0.05, ...options };
}

/** An interval that was printed and what it should cover. */
interface Printed {
  readonly interval: Interval | null | undefined;
  readonly truth: number;
}

/** An interval at 95 % and the truth that it should cover. */
export function covers(name: string, draw: (random: Random) => Printed, options: Pick<Simulation, 'isConservative'> = {}): Simulation {
  const run = (random: Random) => {
    const { interval, truth } = answered(() => {
      const drawn = draw(random);
      return drawn.interval ? { interval: drawn.interval, truth: drawn.truth } : null;
    });
    return interval.low <= truth && truth <= interval.high;
  };
  return { name, kind: 'covers', level: 0.95, run, ...options };
}

/** Intervals by name that are read off one draw, such as those of all parameters of a fit: a draw is made once for all of them. */
export function coversEach<Drawn>(
  name: string,
  draw: (random: Random) => Drawn,
  intervals: Readonly<Record<string, (drawn: Drawn) => Printed>>,
  options: Pick<Simulation, 'isConservative'> = {},
): Simulation[] {
  const random = seededRandom(seedOfName(name));
  const made: Drawn[] = [];
  return Object.entries(intervals).map(([what, read]) => {
    let at = 0;
    const next = () => {
      while (made.length <= at) made.push(answered(() => draw(random)));
      return read(made[at++] as Drawn);
    };
    return covers(`${name}, ${what}`, next, options);
  });
}

const mostRefusals = 1000;

/** Draws again where a method refuses to answer or gives no interval, since then it states nothing. */
function answered<Answer>(draw: () => Answer | null): Answer {
  for (let tries = 0; tries < mostRefusals; tries++) {
    try {
      const answer = draw();
      if (answer !== null) return answer;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }
  throw new Error(`the method refused ${mostRefusals} draws in turn`);
}

/** Values drawn one by one. */
export function draws(n: number, value: (index: number) => number): Float64Array {
  return Float64Array.from({ length: n }, (_, index) => value(index));
}

/** Normal values. */
export function normals(random: Random, n: number, spread = 1): Float64Array {
  return draws(n, () => spread * random.normal());
}

/** How many of `n` tries of one chance succeed. */
export function successes(random: Random, n: number, chance: number): number {
  let count = 0;
  for (let i = 0; i < n; i++) if (random.next() < chance) count++;
  return count;
}
