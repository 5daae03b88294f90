import { simpleLinearFit } from '../simple-linear-fit.ts';
import { at } from './at.ts';
import type { EtsForm } from './ets-form.ts';
import { slot } from './ets-recursion.ts';
import { seasonalIndices, withoutSeason } from './seasonal-indices.ts';

/**
 * First states of a series as Hyndman et al. 2008, section 2.6.1, set them: seasons by classical decomposition, level and slope by a line through the
 * first ten values (or two seasons, where that is more) without their season; a model without trend starts at their mean.
 */
export function startStates(values: Float64Array, { trend, season }: EtsForm, period: number): Float64Array {
  const indices = season === 'none' ? new Float64Array(1) : seasonalIndices(values, period, season);
  const rest = season === 'none' ? values : withoutSeason(values, indices, season);
  const pairs: { x: number; y: number }[] = [];
  const reach = Math.max(10, season === 'none' ? 0 : 2 * period);
  for (let t = 0; t < rest.length && pairs.length < reach; t++) if (Number.isFinite(at(rest, t))) pairs.push({ x: t + 1, y: at(rest, t) });
  const line = simpleLinearFit(pairs);
  const mean = pairs.reduce((sum, { y }) => sum + y, 0) / pairs.length;
  const states = new Float64Array(slot.seasons + indices.length);
  states[slot.level] = trend === 'none' || line === null ? mean : line.intercept;
  states[slot.slope] = trend === 'none' || line === null ? 0 : line.slope;
  states.set(indices, slot.seasons);
  return states;
}
