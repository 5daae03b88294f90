import { type Column, cannotAnswer, checkColumn } from '../column.ts';

/** Customers who began together under a contract: how many were left at the start (first element) and after each renewal. */
export type RenewalCohort = Column;

/** Losses and remainders of cohorts, added up by age. */
export interface RenewalCounts {
  /** Customers lost at the k-th renewal, element k − 1. */
  readonly lost: Float64Array;
  /** Customers still there when the observation of their cohort ended after k renewals, element k. */
  readonly left: Float64Array;
  readonly n: number;
}

/** Adds up cohorts. @throws UserError for a cohort without a renewal, counts that grow or are below 0, and where nobody was lost */
export function renewalCounts(cohorts: readonly RenewalCohort[]): RenewalCounts {
  if (cohorts.length === 0)
    throw cannotAnswer('there is no cohort; give at least one with its customers at the start and after each renewal');
  const longest = cohorts.reduce((most, cohort) => Math.max(most, cohort.length), 0);
  const [lost, left] = [new Float64Array(longest), new Float64Array(longest)];
  for (const [index, cohort] of cohorts.entries()) {
    checkCohort(cohort, index + 1);
    for (let k = 1; k < cohort.length; k++) lost[k - 1] = (lost[k - 1] ?? 0) + (cohort[k - 1] ?? 0) - (cohort[k] ?? 0);
    left[cohort.length - 1] = (left[cohort.length - 1] ?? 0) + (cohort[cohort.length - 1] ?? 0);
  }
  if (lost.every((each) => each === 0)) throw cannotAnswer('no customer was lost, so nothing can be said of how long customers stay');
  return { lost, left, n: cohorts.reduce((sum, cohort) => sum + (cohort[0] ?? 0), 0) };
}

function checkCohort(cohort: RenewalCohort, position: number): void {
  checkColumn(cohort, `cohort ${position}`, 2);
  for (let k = 1; k < cohort.length; k++) {
    const count = cohort[k] ?? 0;
    if (count < 0 || count > (cohort[k - 1] ?? 0))
      throw cannotAnswer(`cohort ${position} has ${count} customers after renewal ${k}; it may only shrink, to 0 at least`);
  }
}
