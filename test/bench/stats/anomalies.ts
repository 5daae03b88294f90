import { anomalyStream } from '../../../src/core/stats/anomalies/anomaly-stream.ts';
import { seasonalAnomalies } from '../../../src/core/stats/anomalies/seasonal-anomalies.ts';
import { coverByShifts } from '../../../src/core/stats/queueing/cover-by-shifts.ts';
import { requiredPositions } from '../../../src/core/stats/queueing/required-positions.ts';
import { seededRandom } from '../../../src/core/stats/random.ts';
import { bayesianChangePoints } from '../../../src/core/stats/trend/bayesian-change-points.ts';
import { changePoint } from '../../../src/core/stats/trend/change-point.ts';
import { changePoints } from '../../../src/core/stats/trend/change-points.ts';
import { mannKendall } from '../../../src/core/stats/trend/mann-kendall.ts';
import { theilSen } from '../../../src/core/stats/trend/theil-sen.ts';
import type { StatsJob } from './stats-job.ts';

const none = 'no peer was measured';

/** Anomalies, changes, trends and staffing. */
export const jobs: readonly StatsJob[] = [
  { name: 'anomaly stream, 100,000 values of five minutes', peer: none, goalMs: 300, prepare: stream },
  { name: 'anomalies of a season, 1,000 days of counts', peer: none, goalMs: 300, prepare: season },
  { name: 'changes of level, 100,000 values with 200', peer: none, goalMs: 1000, prepare: levels },
  { name: 'one change of 2,000 values, 999 reorderings', peer: none, goalMs: 200, prepare: oneChange },
  { name: 'running changes, 5,000 values', peer: none, goalMs: 1000, prepare: running },
  { name: "Theil and Sen's slope, 10,000 values", peer: none, goalMs: 1000, prepare: slope },
  { name: 'Mann-Kendall, 100,000 values', peer: none, goalMs: 200, prepare: trend },
  { name: 'Erlang A, people for 1,000 erlangs', peer: none, goalMs: 300, prepare: people },
  { name: 'a day of 48 half hours covered by 62 shifts', peer: none, goalMs: 500, prepare: shifts },
];

function series(n: number, value: (i: number, normal: () => number) => number): Float64Array {
  const random = seededRandom(1);
  return Float64Array.from({ length: n }, (_, i) => value(i, random.normal));
}

function stream() {
  const values = series(100_000, (i, normal) => 100 + 40 * Math.sin((2 * Math.PI * i) / 288) + 5 * normal());
  return () => {
    const each = anomalyStream({ periods: [288, 2016] });
    return values.reduce((sum, value, step) => sum + each.next(value, step).news, 0);
  };
}

function season() {
  const random = seededRandom(1);
  const counts = Array.from({ length: 1000 }, (_, day) => random.poisson(day % 7 < 5 ? 120 : 40));
  return () => seasonalAnomalies(counts, { period: 7, kind: 'count' });
}

function levels() {
  const values = series(100_000, (i, normal) => 3 * (Math.floor(i / 500) % 2) + normal());
  return () => changePoints(values);
}

function oneChange() {
  const values = series(2000, (i, normal) => (i > 1400 ? 0.5 : 0) + normal());
  return () => changePoint(values, { seed: 1 });
}

function running() {
  const values = series(5000, (i, normal) => 4 * (Math.floor(i / 250) % 2) + normal());
  return () => bayesianChangePoints(values);
}

function slope() {
  const values = series(10_000, (i, normal) => 0.001 * i + normal());
  return () => theilSen(values);
}

function trend() {
  const values = series(100_000, (i, normal) => 0.00001 * i + normal());
  return () => mannKendall(values);
}

function people() {
  const busy = { calls: 30_000, intervalSeconds: 1800, handleSeconds: 60 };
  return () => requiredPositions(busy, { serviceLevel: 0.8, targetSeconds: 20, patienceSeconds: 300, mostAbandoned: 0.03 });
}

function shifts() {
  const required = Array.from({ length: 48 }, (_, i) => Math.round(3 + 60 * Math.exp(-(((i - 22) / 8) ** 2))));
  const patterns = Array.from({ length: 62 }, (_, i) => {
    const from = i % 31;
    const lunch = from + 7 + Math.floor(i / 31);
    return { name: `${i}`, from, until: from + 18, breaks: [[lunch, lunch + 1] as const] };
  });
  return () => coverByShifts(required, patterns);
}
