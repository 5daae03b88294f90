import { regressionJobs } from './regression.ts';
import type { StatsJob } from './stats-job.ts';
import { survivalJobs } from './survival.ts';
import { valueJobs } from './value.ts';

/** Every timed method by group. */
export const statsJobs: Readonly<Record<string, readonly StatsJob[]>> = {
  regression: regressionJobs,
  survival: survivalJobs,
  value: valueJobs,
};
