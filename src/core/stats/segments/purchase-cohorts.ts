import { type Column, cannotAnswer, checkColumn } from '../column.ts';

/** Customers of a first period, and how many of them were there in each period after. */
export interface PurchaseCohort {
  readonly period: number;
  /** Customers; element 0 is the cohort's size, element j those there j periods later, up to the last period seen. */
  readonly counts: readonly number[];
}

/**
 * Who came first when, and who came again: counts of different customers by first period and by periods since. Shares are for `retentionCurve`.
 * @param periods the period of each order as a whole number: months, weeks or days since any
 * @throws UserError for nothing, uneven columns and periods that are not whole
 */
export function purchaseCohorts(customers: ArrayLike<number | string>, periods: Column): PurchaseCohort[] {
  checkColumn(periods, 'periods');
  if (customers.length !== periods.length)
    throw cannotAnswer(`${customers.length} customers and ${periods.length} periods; they must be of the same orders`);
  const byCustomer = new Map<number | string, Set<number>>();
  let last = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < periods.length; i++) {
    const [customer, period] = [customers[i] ?? '', periods[i] ?? 0];
    if (!Number.isInteger(period)) throw cannotAnswer(`"periods" has ${period} at position ${i}; a period is a whole number`);
    last = Math.max(last, period);
    byCustomer.set(customer, (byCustomer.get(customer) ?? new Set()).add(period));
  }
  return cohortsOf([...byCustomer.values()], last);
}

function cohortsOf(histories: readonly ReadonlySet<number>[], last: number): PurchaseCohort[] {
  const cohorts = new Map<number, number[]>();
  for (const own of histories) {
    const first = Math.min(...own);
    const counts = cohorts.get(first) ?? new Array<number>(last - first + 1).fill(0);
    cohorts.set(first, counts);
    for (const period of own) counts[period - first] = (counts[period - first] ?? 0) + 1;
  }
  return [...cohorts].sort(([a], [b]) => a - b).map(([period, counts]) => ({ period, counts }));
}
