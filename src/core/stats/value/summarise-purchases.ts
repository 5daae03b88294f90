import { type Column, cannotAnswer, checkColumn, checkSameLength } from '../column.ts';

/** Purchases, one element each, in any order. */
export interface Purchases {
  /** Whose they are: any key. */
  readonly customers: ArrayLike<number | string>;
  /** The day, as a whole number of days since some day. */
  readonly days: Column;
  /** Value of the purchase. */
  readonly values: Column;
}

/** Histories of customers, one element each. Times are in weeks since the first purchase. */
export interface CustomerHistories {
  readonly customers: readonly (number | string)[];
  /** Days with a purchase after the first. */
  readonly repeats: Float64Array;
  readonly lastAt: Float64Array;
  readonly observedFor: Float64Array;
  /** Mean value of the repeat days; 0 without one. */
  readonly meanValue: Float64Array;
}

/**
 * Histories out of purchases up to and with `lastDay`; purchases of one customer on one day count as one, of the sum of their values.
 * @throws UserError for columns of different lengths and numbers that are not finite
 */
export function summarisePurchases({ customers, days, values }: Purchases, lastDay: number): CustomerHistories {
  checkColumn(days, 'days');
  checkColumn([lastDay], 'lastDay');
  checkColumn(values, 'values');
  checkSameLength(days, values, ['days', 'values']);
  if (customers.length !== days.length) throw cannotAnswer(`"customers" has ${customers.length} elements and "days" ${days.length}`);
  const byCustomer = new Map<number | string, Map<number, number>>();
  for (let i = 0; i < days.length; i++) {
    const [customer, day] = [customers[i] ?? '', days[i] ?? 0];
    if (day > lastDay) continue;
    const own = byCustomer.get(customer) ?? new Map<number, number>();
    byCustomer.set(customer, own);
    own.set(day, (own.get(day) ?? 0) + (values[i] ?? 0));
  }
  const histories = [...byCustomer.values()].map((own) => historyOf(own, lastDay));
  const column = (name: keyof ReturnType<typeof historyOf>) => Float64Array.from(histories, (history) => history[name]);
  return {
    customers: [...byCustomer.keys()],
    repeats: column('repeats'),
    lastAt: column('lastAt'),
    observedFor: column('observedFor'),
    meanValue: column('meanValue'),
  };
}

function historyOf(valueByDay: ReadonlyMap<number, number>, lastDay: number) {
  let [first, last, total] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const [day, value] of valueByDay) {
    first = Math.min(first, day);
    last = Math.max(last, day);
    total += value;
  }
  const repeats = valueByDay.size - 1;
  return {
    repeats,
    lastAt: (last - first) / 7,
    observedFor: (lastDay - first) / 7,
    meanValue: repeats === 0 ? 0 : (total - (valueByDay.get(first) ?? 0)) / repeats,
  };
}
