import type { Output, ParsedInput } from '../../core/model/endpoints/index.ts';
import type { Estimate } from '../../core/model/estimate.ts';
import { UserError } from '../../core/model/user-error.ts';
import { z95 } from '../../core/stats/wilson-interval.ts';
import { dateOf, epochDayOf } from '../../core/time/calendar-day.ts';
import { resolveMetric } from '../query/metric-call.ts';
import type { Days } from './ask-days.ts';
import { changeDay } from './change-day.ts';
import { isSum } from './change-parts.ts';
import { chainFilters, type Drivers, findDrivers } from './find-drivers.ts';
import type { FindingSource } from './finding-source.ts';
import { announcedParts, eventsNear, readMarks } from './known-events.ts';
import { namesIn } from './names-in.ts';
import { readKeywords } from './read-keywords.ts';

/**
 * Why a metric differs between two stretches of days: the driver and its share, or none where the change is spread like the volume.
 * @throws UserError for a metric that is none, or stands for several, and for a period that ends before it starts
 */
export async function explain(source: FindingSource, input: ParsedInput<'explain'>): Promise<Output<'explain'>> {
  const calls = resolveMetric(input.metric, source.calendar.house?.definitions);
  const [call] = calls;
  if (!call || calls.length > 1) {
    const names = calls.map(({ resolved }) => resolved.key).join(', ');
    throw new UserError('several_metrics', `"${input.metric}" stands for several figures; name one of ${names}.`);
  }
  const after = daysOf(input.period);
  const before = input.comparisonPeriod ? daysOf(input.comparisonPeriod) : daysBefore(after);
  const marks = await readMarks(source);
  const announced = announcedParts(marks, after.first);
  const drivers = await findDrivers(source, { metric: input.metric, before, after, filters: input.filters, announced });
  const filters = [...input.filters, ...chainFilters(drivers.chain.slice(0, 1))];
  const days = { first: Math.min(before.first, after.first), last: Math.max(before.last, after.last) };
  const [keywords, changedOn] = await Promise.all([
    readKeywords(source, call, filters, after, before),
    changeDay(source, { metric: input.metric, days, filters: input.filters }),
  ]);
  return {
    metric: call.resolved.key,
    unit: call.resolved.unit,
    better: call.resolved.better,
    period: isoDays(after),
    comparisonPeriod: isoDays(before),
    before: drivers.before,
    after: drivers.after,
    beyondNoise: isBeyondNoise(drivers),
    changedOn,
    drivers: [...drivers.chain],
    others: [...drivers.others].toSorted((left, right) => right.share - left.share),
    keywords: [...keywords],
    events: [...eventsNear(marks, { ...after, first: changedOn ? Math.max(after.first, epochDayOf(changedOn.day)) : after.first })],
    looked: [...drivers.looked],
    names: await namesIn(
      source,
      [...drivers.chain, ...drivers.others].map(({ segment }) => segment),
    ),
  };
}

/** The difference leaves 0 out: counts by the noise of counts, others by both intervals. */
function isBeyondNoise({ before, after, call }: Pick<Drivers, 'before' | 'after' | 'call'>): boolean {
  if (before.value === null || after.value === null) return false;
  const difference = Math.abs(after.value - before.value);
  if (isSum(call)) return difference > z95 * Math.sqrt(Math.max(1, before.value + after.value));
  const [left, right] = [halfWidth(before), halfWidth(after)];
  return left !== null && right !== null && difference > Math.hypot(left, right);
}

function halfWidth({ low, high }: Estimate): number | null {
  return low === null || high === null ? null : (high - low) / 2;
}

function daysOf({ from, until }: { readonly from: string; readonly until: string }): Days {
  const days = { first: epochDayOf(from), last: epochDayOf(until) };
  if (days.last < days.first)
    throw new UserError('bad_period', `The period ends (${until}) before it starts (${from}): the end must come after the start.`);
  return days;
}

function daysBefore({ first, last }: Days): Days {
  return { first: first - (last - first + 1), last: first - 1 };
}

function isoDays({ first, last }: Days): { from: string; until: string } {
  return { from: dateOf(first), until: dateOf(last) };
}
