import type { Interval } from '../../model/estimate.ts';
import { type Column, cannotAnswer, checkColumn } from '../column.ts';
import { wilsonInterval } from '../wilson-interval.ts';

/** Retention in one period after the start. */
export interface RetentionPoint extends Interval {
  /** 0 is the period of the start. */
  readonly period: number;
  /** Customers of the cohorts that have come so far. */
  readonly n: number;
  readonly active: number;
  readonly share: number;
}

/**
 * The share of customers active in each period after their start, over cohorts of different age: a period counts only cohorts that have reached it.
 * Each cohort is its customers active by period, the first element its size. Intervals by Wilson. Customers may come back, so it can rise.
 * @throws UserError for no cohort, an empty one, and more customers active than there are
 */
export function retentionCurve(cohorts: readonly Column[]): RetentionPoint[] {
  if (cohorts.length === 0) throw cannotAnswer('there is no cohort; give at least one with its active customers by period');
  for (const [index, cohort] of cohorts.entries()) checkCohort(cohort, index + 1);
  const periods = cohorts.reduce((most, cohort) => Math.max(most, cohort.length), 0);
  return Array.from({ length: periods }, (_, period) => {
    let [n, active] = [0, 0];
    for (const cohort of cohorts) {
      if (cohort.length <= period) continue;
      n += cohort[0] ?? 0;
      active += cohort[period] ?? 0;
    }
    const interval = wilsonInterval(active, n) ?? { low: 0, high: 1 };
    return { period, n, active, share: active / n, ...interval };
  });
}

function checkCohort(cohort: Column, position: number): void {
  checkColumn(cohort, `cohort ${position}`);
  const size = cohort[0] ?? 0;
  if (!(size > 0)) throw cannotAnswer(`cohort ${position} has no customer at its start; leave it out`);
  for (let k = 1; k < cohort.length; k++) {
    const active = cohort[k] ?? 0;
    if (active < 0 || active > size) throw cannotAnswer(`cohort ${position} has ${active} active customers in period ${k} of ${size}`);
  }
}
