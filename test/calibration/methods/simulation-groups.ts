import { simulations as anomalies } from './anomalies.ts';
import { simulations as base } from './base.ts';
import { simulations as baskets } from './baskets.ts';
import { simulations as experiments } from './experiments.ts';
import { simulations as forecast } from './forecast.ts';
import { simulations as intervals } from './intervals.ts';
import { simulations as journeys } from './journeys.ts';
import { simulations as regression } from './regression.ts';
import { simulations as segments } from './segments.ts';
import type { Simulation } from './simulation.ts';
import { simulations as survival } from './survival.ts';
import { simulations as text } from './text.ts';
import { simulations as value } from './value.ts';

/** Every simulated method by group. */
export const simulationGroups: Readonly<Record<string, readonly Simulation[]>> = {
  base,
  intervals,
  regression,
  survival,
  value,
  experiments,
  segments,
  baskets,
  forecast,
  anomalies,
  text,
  journeys,
};
