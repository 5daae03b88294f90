import { simulations as anomalies } from './anomalies.ts';
import { simulations as base } from './base.ts';
import { simulations as baskets } from './baskets.ts';
import { simulations as changes } from './changes.ts';
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

/** Every simulated method by group, those that take longest first. */
export const simulationGroups: Readonly<Record<string, readonly Simulation[]>> = {
  value,
  forecast,
  regression,
  journeys,
  text,
  baskets,
  experiments,
  anomalies,
  segments,
  survival,
  intervals,
  base,
  changes,
};
