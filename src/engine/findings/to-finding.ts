import { adviceFor } from '../../catalog/analyses/advice.ts';
import type { Estimate } from '../../core/model/estimate.ts';
import type { Finding, Segment } from '../../core/model/finding.ts';
import { querySchema } from '../../core/model/query.ts';
import { z95 } from '../../core/stats/wilson-interval.ts';
import { dateOf } from '../../core/time/calendar-day.ts';
import { daysQuery } from './ask-days.ts';
import type { Story } from './build-stories.ts';
import { isCounterweightWorse } from './counterweight.ts';
import { labelOf } from './day-figures.ts';
import { chainFilters } from './find-drivers.ts';
import type { FindingSource } from './finding-source.ts';
import { freshState } from './finding-states.ts';
import { type CalendarMark, eventsNear } from './known-events.ts';
import { readKeywords } from './read-keywords.ts';
import { unscaledValue } from './read-series.ts';
import type { Scan, Significant } from './scan-workspace.ts';
import { teamLoads } from './team-loads.ts';

/** What is worse for longer than this is no news but still open. */
const newDays = 28;
const contextDays = 56;
const mostConsequences = 6;
const loadMetric = 'open_per_agent';
const leastLoadedWeeks = 3;
/** What grows with the load of a team. */
const waits = ['open_per_agent', 'first_response', 'full_resolution', 'sla', 'backlog', 'replies_outside'];

/** A story as it is told: what, since when, how much, because of, what moved with it, what to do. */
export async function toFinding(source: FindingSource, story: Story, marks: readonly CalendarMark[], scan: Scan): Promise<Finding> {
  const { head, drivers, after, before } = story;
  const segment = segmentsOf(head);
  const filters = [...chainFilters(segment.map((own) => ({ segment: own }))), ...chainFilters(drivers.chain)];
  const keywords = await readKeywords(source, head.call, filters, after, before);
  const good = verdict(story, scan);
  const days = { first: Math.max(source.firstDay, after.first - contextDays), last: source.day };
  return {
    id: idOf(head, after.first),
    metric: head.call.resolved.key,
    label: labelOf(head.call),
    unit: head.call.resolved.unit,
    better: head.call.resolved.better,
    good,
    section: good === true ? 'better' : source.day - after.first >= newDays ? 'open' : 'new',
    segment: [...segment],
    since: dateOf(after.first),
    began: { from: dateOf(head.series.firstDay + head.change.earliest), until: dateOf(head.series.firstDay + head.change.latest) },
    until: dateOf(after.last),
    ...(head.watched.alike === undefined
      ? { observed: figureOf(head, head.change.observed, 0), expected: figureOf(head, head.change.expected, head.change.sd) }
      : { observed: drivers.after, expected: drivers.before }),
    surprise: surpriseOf(head),
    drivers: [...drivers.chain],
    consequences: consequencesOf(story),
    loads: [...(await loadsOf(source, story))],
    keywords: [...keywords],
    event: head.event,
    events: [...eventsNear(marks, after)],
    advice: [
      ...adviceFor(
        head.watched.metric,
        Math.sign(head.change.z),
        drivers.chain.map((driver) => driver.segment.dimension),
        { good, isImproved: isBetter(head) === true },
      ),
    ],
    filters: [...filters],
    query: querySchema.parse(
      daysQuery({ metrics: [head.call.resolved.key], days, daily: true, filters: chainFilters(segment.map((own) => ({ segment: own }))) }),
    ),
    state: freshState,
  };
}

/** The teams of a story about waiting that have had more to do than they can bear for weeks. */
async function loadsOf(source: FindingSource, { head, drivers, consequences }: Story): Promise<Finding['loads']> {
  if (!waits.some((name) => head.watched.metric.startsWith(name)) || isBetter(head) !== false) return [];
  const segments = [...[head, ...consequences].flatMap(segmentsOf), ...drivers.chain.map(({ segment }) => segment)];
  const named = new Set(segments.filter(({ dimension }) => dimension === 'team').flatMap(({ values }) => values));
  if (named.size === 0) return [];
  const { teams } = await teamLoads(source, loadMetric);
  return teams
    .filter(({ team, weeksAbove }) => named.has(team) && weeksAbove >= leastLoadedWeeks)
    .map(({ team, weeksAbove }) => ({ team, weeks: weeksAbove }));
}

/** Whether a story is good news: what improves while its counterweight, or anything that moved with it, gets worse is none. */
function verdict({ head, consequences }: Story, scan: Scan): boolean | null {
  const own = isBetter(head);
  if (own !== true) return own;
  const spoiled = consequences.some((one) => one.call.metric.name !== head.call.metric.name && isBetter(one) === false);
  return !spoiled && !isCounterweightWorse(head, scan.judged);
}

function isBetter({ call, change }: Significant): boolean | null {
  if (call.resolved.better === 'neither') return null;
  return (call.resolved.better === 'up') === change.z > 0;
}

function segmentsOf({ segment }: Pick<Significant, 'segment'>): readonly Segment[] {
  return segment ? [{ dimension: segment.dimension, values: [segment.value] }] : [];
}

/** One figure of the window in the unit of its metric; its interval by the noise. */
function figureOf({ call, series, change }: Significant, value: number, sd: number): Estimate {
  const back = (scaled: number): number => unscaledValue(scaled, call, series.kind);
  const n = series.kind === 'count' ? value : change.size;
  return {
    value: back(value),
    low: sd === 0 ? null : back(Math.max(value - z95 * sd, series.kind === 'count' ? 0 : Number.NEGATIVE_INFINITY)),
    high: sd === 0 ? null : back(value + z95 * sd),
    n: Math.round(n),
  };
}

/** −log10 of the adjusted chance; 0 at the most likely, 300 at the least. */
function surpriseOf({ adjusted }: Significant): number {
  return Math.min(300, -Math.log10(Math.max(adjusted, 1e-300)));
}

/** The clearest change of each figure that moved with the head, that of everything before that of a part. */
function consequencesOf({ head, consequences }: Story): Finding['consequences'] {
  const own = head.call.resolved.key;
  const clearest = new Map<string, Significant>();
  const sorted = consequences.toSorted(
    (left, right) => Number(right.segment === null) - Number(left.segment === null) || left.change.chance - right.change.chance,
  );
  for (const one of sorted) {
    const key = one.call.resolved.key;
    if (key !== own && !clearest.has(key)) clearest.set(key, one);
  }
  return [...clearest.values()].slice(0, mostConsequences).map((one) => ({
    metric: one.call.resolved.key,
    label: labelOf(one.call),
    unit: one.call.resolved.unit,
    better: one.call.resolved.better,
    segment: [...segmentsOf(one)],
    before: figureOf(one, one.change.expected, one.change.sd),
    after: figureOf(one, one.change.observed, 0),
  }));
}

/** The same from morning to morning while the change lasts: what, where, which way and in which year it began. */
function idOf({ call, segment, change }: Significant, first: number): string {
  const where = segment ? `${segment.dimension}-${segment.value}` : 'all';
  const text = [call.resolved.key, where, change.z > 0 ? 'up' : 'down', dateOf(first).slice(0, 4)].join('~');
  return text.replaceAll(/[^\p{L}\p{N}~_-]+/gu, '_');
}
