import { wilsonInterval } from '../../core/stats/wilson-interval.ts';
import type { TicketFacts } from '../../core/tickets/ticket-facts.ts';
import type { Company } from './company.ts';
import { quantileOf } from './measure-company.ts';
import { dayMs, hourMs } from './span-of-data.ts';
import { truths } from './truths/index.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Something planted, and how a company shows it. */
export interface Check<Of = Company> {
  readonly name: string;
  readonly planted: number;
  /** What a company shows: its 95 % interval. */
  readonly shown: (company: Of) => Interval;
}

function day(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** A date some days later. */
export function shifted(date: string, days: number): string {
  return new Date(day(date) + days * dayMs).toISOString().slice(0, 10);
}

/** Tickets created from one day to another, both inclusive, by UTC. */
export function between(facts: readonly TicketFacts[], from: string, until: string): TicketFacts[] {
  return within(facts, from, until, (fact) => fact.created_at);
}

/** Things of an instant from one day to another, both inclusive, by UTC. */
export function within<T>(items: readonly T[], from: string, until: string, at: (item: T) => number): T[] {
  const [fromMs, untilMs] = [day(from), day(until) + dayMs];
  return items.filter((item) => at(item) >= fromMs && at(item) < untilMs);
}

/** Rise of a count in percent against the same length of other counts, both Poisson. */
export function rise(count: number, usual: number, usualLengths: number): Interval {
  const spread = Math.exp(1.96 * Math.sqrt(1 / count + 1 / usual));
  const ratio = (count * usualLengths) / usual;
  return { low: 100 * (ratio / spread - 1), high: 100 * (ratio * spread - 1) };
}

/** 95 % interval of a share in percent. */
export function share(has: number, all: number): Interval {
  const interval = wilsonInterval(has, all);
  if (!interval) throw new RangeError('nothing to take a share of');
  return { low: 100 * interval.low, high: 100 * interval.high };
}

/** 95 % interval of the share that has something, in percent. */
export function shareOf<T>(items: readonly T[], has: (item: T) => boolean): Interval {
  return share(items.filter(has).length, items.length);
}

/** 95 % interval of the change of a share in points. */
export function changeOf<T>(before: readonly T[], after: readonly T[], has: (item: T) => boolean): Interval {
  const [was, is] = [before, after].map((items) => items.filter(has).length / items.length) as [number, number];
  const spread = 1.96 * Math.sqrt((was * (1 - was)) / before.length + (is * (1 - is)) / after.length);
  return { low: 100 * (is - was - spread), high: 100 * (is - was + spread) };
}

/** Median in hours by the order statistics around it. */
export function medianHours(values: readonly (number | null)[]): Interval {
  const half = 0.98 / Math.sqrt(values.filter((value) => value !== null).length);
  return { low: quantileOf(values, 0.5 - half) / hourMs, high: quantileOf(values, 0.5 + half) / hourMs };
}

/** What a truth plants under a name. */
export function planted(truth: number, name: string): number {
  const known = truths.find(({ id }) => id === truth);
  const value = known?.planted[name] ?? known?.decoys.find((decoy) => decoy.planted[name] !== undefined)?.planted[name];
  if (value === undefined) throw new RangeError(`truth ${truth} plants no ${name}`);
  return value;
}
