import { jobs as anomalies } from './anomalies.ts';
import { jobs as baskets } from './baskets.ts';
import { jobs as forecast } from './forecast.ts';
import { jobs as identity } from './identity.ts';
import { jobs as journeys } from './journeys.ts';
import { jobs as regression } from './regression.ts';
import { jobs as segments } from './segments.ts';
import type { StatsJob } from './stats-job.ts';
import { jobs as survival } from './survival.ts';
import { jobs as text } from './text.ts';
import { jobs as value } from './value.ts';

/** Every timed method by group. */
export const statsJobs: Readonly<Record<string, readonly StatsJob[]>> = {
  anomalies,
  baskets,
  forecast,
  identity,
  journeys,
  regression,
  segments,
  survival,
  text,
  value,
};
