import { type Column, cannotAnswer, checkColumn } from '../column.ts';

/** Lines of orders, in any order: the same position is the same line. */
export interface OrderLines {
  /** Whose: any key; null or '' for a line without a customer, which is left out. */
  readonly customers: ArrayLike<number | string | null>;
  /** The order of the line: any key. */
  readonly orders: ArrayLike<number | string>;
  /** When, in milliseconds. */
  readonly times: Column;
  /** Value of the line, in money. */
  readonly values: Column;
}

/** Recency, frequency and monetary value of customers, one element each, in order of their first line. */
export interface CustomerValues {
  readonly n: number;
  readonly customers: readonly (number | string)[];
  /** Whole days of 24 hours from the last order to `now`. */
  readonly recencyDays: Float64Array;
  /** Different orders. */
  readonly frequency: Float64Array;
  readonly monetary: Float64Array;
  readonly linesWithoutCustomer: number;
  readonly linesAfterNow: number;
}

const dayMs = 86_400_000;

/**
 * When each customer last ordered, how often, and for how much, of all lines up to `now` (milliseconds). What counts as an order is the caller's: leave out
 * cancellations and what is no product first. Hughes 1994, Strategic Database Marketing.
 * @throws UserError for uneven columns, numbers that are not finite, and when no line is left
 */
export function customerValues(lines: OrderLines, now: number): CustomerValues {
  checkLines(lines);
  checkColumn([now], 'now');
  const { customers, orders, times, values } = lines;
  const isFirst = orderCounter();
  const found = accumulator();
  let [linesWithoutCustomer, linesAfterNow] = [0, 0];
  for (let line = 0; line < times.length; line++) {
    const customer = customers[line] ?? '';
    const time = times[line] ?? 0;
    if (customer === '') linesWithoutCustomer++;
    else if (time > now) linesAfterNow++;
    else {
      const at = found.at(customer);
      found.add(at, time, values[line] ?? 0, isFirst(orders[line] ?? '', at));
    }
  }
  const n = found.keys.length;
  if (n === 0) throw cannotAnswer('no line has a customer and a time up to now');
  return {
    n,
    customers: found.keys,
    recencyDays: Float64Array.from(found.last, (time) => Math.floor((now - time) / dayMs)),
    frequency: Float64Array.from(found.frequency),
    monetary: Float64Array.from(found.monetary),
    linesWithoutCustomer,
    linesAfterNow,
  };
}

function checkLines({ customers, orders, times, values }: OrderLines): void {
  checkColumn(times, 'times');
  checkColumn(values, 'values');
  const lengths = [customers.length, orders.length, times.length, values.length];
  if (lengths.some((length) => length !== times.length))
    throw cannotAnswer(`customers, orders, times and values have ${lengths.join(', ')} elements; they must be of the same lines`);
}

/** Sums by customer; the lines of one customer mostly follow each other. */
function accumulator() {
  const positions = new Map<number | string, number>();
  const keys: (number | string)[] = [];
  const [last, frequency, monetary]: [number[], number[], number[]] = [[], [], []];
  let [known, knownAt]: [number | string | null, number] = [null, 0];
  const at = (customer: number | string) => {
    if (customer === known) return knownAt;
    known = customer;
    const position = positions.get(customer);
    if (position !== undefined) {
      knownAt = position;
      return position;
    }
    knownAt = keys.length;
    positions.set(customer, knownAt);
    keys.push(customer);
    last.push(Number.NEGATIVE_INFINITY);
    frequency.push(0);
    monetary.push(0);
    return knownAt;
  };
  const add = (position: number, time: number, value: number, isNewOrder: boolean) => {
    if (time > (last[position] ?? 0)) last[position] = time;
    monetary[position] = (monetary[position] ?? 0) + value;
    if (isNewOrder) frequency[position] = (frequency[position] ?? 0) + 1;
  };
  return { at, add, keys, last, frequency, monetary };
}

/** Tells whether an order is a customer's for the first time; one order may be of several customers. */
function orderCounter(): (order: number | string, customer: number) => boolean {
  const owners = new Map<number | string, number>();
  const shared = new Map<number | string, Set<number>>();
  let [lastOrder, lastCustomer]: [number | string | null, number] = [null, -1];
  return (order, customer) => {
    if (order === lastOrder && customer === lastCustomer) return false;
    [lastOrder, lastCustomer] = [order, customer];
    const owner = owners.get(order);
    if (owner === undefined) {
      owners.set(order, customer);
      return true;
    }
    if (owner === customer) return false;
    const others = shared.get(order) ?? new Set();
    shared.set(order, others);
    const isNew = !others.has(customer);
    others.add(customer);
    return isNew;
  };
}
