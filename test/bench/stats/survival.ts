import { seededRandom } from '../../../src/core/stats/random.ts';
import { fitCox } from '../../../src/core/stats/survival/cox-model.ts';
import { kaplanMeier } from '../../../src/core/stats/survival/kaplan-meier.ts';
import type { ObservedDurations } from '../../../src/core/stats/survival/observed-durations.ts';
import type { StatsJob } from './stats-job.ts';

const cases = 100_000;

/** Durations rounded to thousandths, so that many are tied, about a third of them still running. */
function drawDurations(risk: (row: number) => number): ObservedDurations {
  const random = seededRandom(4);
  const durations = new Float64Array(cases);
  const events = new Uint8Array(cases);
  for (let row = 0; row < cases; row++) {
    const [own, seen] = [(10 * random.exponential()) / Math.exp(risk(row)), 20 * random.exponential()];
    durations[row] = Math.ceil(1000 * Math.min(own, seen)) / 1000;
    events[row] = own <= seen ? 1 : 0;
  }
  return { durations, events };
}

export const jobs: readonly StatsJob[] = [
  {
    name: 'Kaplan-Meier 100 k',
    peer: 'lifelines 0.021 s',
    goalMs: 50,
    prepare: () => {
      const observed = drawDurations(() => 0);
      return () => kaplanMeier(observed);
    },
  },
  {
    name: 'Cox Efron 100 k × 5',
    peer: 'lifelines 1.72 s',
    goalMs: 1000,
    prepare: () => {
      const random = seededRandom(5);
      const columns = Array.from({ length: 5 }, () => new Float64Array(cases).map(() => random.normal()));
      const observed = drawDurations((row) => columns.reduce((sum, column, index) => sum + 0.1 * (index - 2) * (column[row] ?? 0), 0));
      const covariates = Object.fromEntries(columns.map((column, index) => [`x${index}`, column]));
      return () => fitCox(observed, covariates, { ties: 'efron' });
    },
  },
];
