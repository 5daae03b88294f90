import type { Estimate } from '../../core/model/estimate.ts';
import type { Filter } from '../../core/model/query.ts';
import { normalTwoSided } from '../../core/stats/distributions.ts';
import type { Change } from '../../core/stats/find-change.ts';
import { z95 } from '../../core/stats/wilson-interval.ts';
import { askDays, type Days } from './ask-days.ts';
import type { FindingSource } from './finding-source.ts';
import { type Candidate, changeSince, type JudgedSeries } from './judge-series.ts';
import { type CalendarMark, concerns, isPast, usualDays } from './known-events.ts';
import { scaledValue } from './read-series.ts';

/** A change looked for because the calendar says that something began on its first day. */
export interface EventCandidate extends Candidate {
  readonly event: string;
}

/** Kinds of events that go on after the day on which they begin. */
const lasting = new Set(['policy', 'launch']);
/** Days since an event that may tell of it, and weeks before it that tell what was usual. */
const shortestDays = 14;
const longestDays = 90;
const usualWeeks = 26;
const leastSize = 60;
/** Tickets of a day hang together: so much more spread than if each stood for itself. */
const widening = 1.2;

/**
 * What changed in the part of the facts that an event names since its first day, against what changed elsewhere over the same days: times and shares. The day is known
 * beforehand, so it is one test for each figure, and what is common to all (a season, a full week) is no effect of the event.
 */
export async function eventChanges(
  source: FindingSource,
  judged: readonly JudgedSeries[],
  marks: readonly CalendarMark[],
): Promise<readonly EventCandidate[]> {
  const asked = marks
    .filter((mark) => mayTell(mark, source.day))
    .flatMap((mark) => judged.filter(({ segment }) => concerns(mark, segment)).map((one) => ({ one, mark })));
  const changes = await Promise.all(asked.map(({ one, mark }) => changeOfEvent(source, one, mark, marks)));
  return asked.flatMap(({ one, mark }, index) => {
    const change = changes[index];
    return change ? [{ ...one, change, event: mark.name }] : [];
  });
}

function mayTell(mark: CalendarMark, day: number): boolean {
  const days = day - mark.first + 1;
  return lasting.has(mark.kind) && !isPast(mark, day) && days >= shortestDays && days <= longestDays;
}

async function changeOfEvent(
  source: FindingSource,
  one: JudgedSeries,
  mark: CalendarMark,
  marks: readonly CalendarMark[],
): Promise<Change | null> {
  const { watched, series, segment, until } = one;
  if (segment === null || (watched.kind !== 'share' && watched.kind !== 'mean')) return null;
  const from = mark.first - series.firstDay;
  if (!isStillThere(one, from)) return null;
  const after = { first: mark.first, last: series.firstDay + until - 1 };
  const before = usualDays(marks, segment, { day: mark.first, weeks: usualWeeks, firstDay: series.firstDay });
  const stretchOf = (days: Days, operator: 'any of' | 'none of') =>
    estimateOf(source, one, days, { dimension: segment.dimension, operator, values: [segment.value] });
  const [was, is, wasElsewhere, isElsewhere] = await Promise.all([
    stretchOf(before, 'any of'),
    stretchOf(after, 'any of'),
    stretchOf(before, 'none of'),
    stretchOf(after, 'none of'),
  ]);
  if (!was || !is || !wasElsewhere || !isElsewhere || Math.min(was.n, is.n) < leastSize) return null;
  const shift = is.mean - was.mean - (isElsewhere.mean - wasElsewhere.mean);
  const sd = widening * Math.hypot(was.sd, is.sd, wasElsewhere.sd, isElsewhere.sd);
  const z = shift / sd;
  return {
    z,
    observed: is.mean,
    expected: was.mean,
    sd,
    size: is.n,
    shift,
    from,
    earliest: from,
    latest: from,
    until,
    chance: normalTwoSided(z),
  };
}

interface Scaled {
  readonly mean: number;
  readonly sd: number;
  readonly n: number;
}

async function estimateOf(source: FindingSource, { watched, call }: JudgedSeries, days: Days, filter: Filter): Promise<Scaled | null> {
  const [asked] = await askDays(source, { metrics: [watched.metric], days, filters: [filter] });
  const { value, low, high, n }: Estimate = asked?.answer.total ?? { value: null, low: null, high: null, n: 0 };
  if (value === null || low === null || high === null) return null;
  const [mean = 0, from = 0, to = 0] = [value, low, high].map((one) => scaledValue(one, call, watched.kind));
  return { mean, sd: (to - from) / (2 * z95), n };
}

/** Whether the last third of the days since the event lies on the same side as all of them. */
function isStillThere(one: JudgedSeries, from: number): boolean {
  const [whole, last] = [changeSince(one, from), changeSince(one, one.until - Math.ceil((one.until - from) / 3))];
  return whole !== null && last !== null && Math.sign(whole.shift) === Math.sign(last.shift);
}
