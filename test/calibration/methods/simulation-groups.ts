import { baseSimulations } from './base.ts';
import type { Simulation } from './simulation.ts';

/** Every simulated method by group. */
export const simulationGroups: Readonly<Record<string, readonly Simulation[]>> = {
  base: baseSimulations,
};
