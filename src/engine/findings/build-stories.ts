import { watchList } from '../../catalog/analyses/watch-list.ts';
import type { Segment } from '../../core/model/finding.ts';
import type { Filter } from '../../core/model/query.ts';
import type { Days } from './ask-days.ts';
import type { Comparison } from './change-parts.ts';
import { chainFilters, type Drivers, findDrivers } from './find-drivers.ts';
import type { FindingSource } from './finding-source.ts';
import { changeSince, clearestChange, judgeSeries, weeksOf } from './judge-series.ts';
import { type CalendarMark, usualDays } from './known-events.ts';
import { readSeries } from './read-series.ts';
import type { Scan, Significant } from './scan-workspace.ts';
import { goneWithout } from './without-rows.ts';

/** One thing that happened: what it changed first, what that comes from, and what moved with it. */
export interface Story {
  readonly head: Significant;
  readonly drivers: Drivers;
  readonly consequences: readonly Significant[];
  readonly before: Days;
  readonly after: Days;
}

/** Changes that began within this many days of each other may be one. */
const nearDays = 4;
const mostStories = 12;
/** A window dated anew must be nearly as far out as the first. */
const stillClear = 0.7;
/** A topic that holds this much of a change names it. */
const subjectShare = 0.8;
/** What customers say of a change themselves. */
const felt = ['csat', 'ces', 'nps'];
const subjects = ['category', 'team', 'provider', 'tag', 'channel'];

/**
 * Gathers changes into stories, causes first: the figure that others follow opens a story with its drivers, and what goes away without their rows, or follows from
 * it on the same days, is its consequence.
 */
export async function buildStories(
  source: FindingSource,
  { significant }: Scan,
  marks: readonly CalendarMark[],
): Promise<readonly Story[]> {
  let open = [...significant];
  const stories: Story[] = [];
  for (const { metric } of watchList) {
    for (;;) {
      const own = open.filter(({ watched }) => watched.metric === metric);
      if (own.length === 0 || stories.length === mostStories) break;
      const story = await storyOf(source, marks, own, open);
      stories.push(story);
      const told = new Set([...story.consequences, story.head].map(({ series }) => series));
      open = open.filter(({ series }) => !told.has(series));
    }
  }
  return stories;
}

async function storyOf(
  source: FindingSource,
  marks: readonly CalendarMark[],
  own: readonly Significant[],
  open: readonly Significant[],
): Promise<Story> {
  const first = own.toSorted((left, right) => left.change.chance - right.change.chance)[0] as Significant;
  const cluster = own.filter((one) => isNear(one, first) && sign(one) === sign(first));
  const { head, drivers, before, after } = await dated(source, marks, feltOf(open, subjectOf(cluster, first)));
  const taken = segmentsOf(head, drivers);
  const others = open.filter(({ series }) => series !== head.series);
  const gone = taken.length === 0 ? others.map(() => null) : await goneWithout(source, others, taken);
  const consequences = others.filter((one, index) => isConsequence(one, head, gone[index] ?? null));
  return { head, drivers, consequences, before, after };
}

type Told = Pick<Story, 'head' | 'drivers' | 'before' | 'after'>;

/** A change with its drivers, dated anew by the driver's rows, which show its beginning more clearly than what else is counted with them. */
async function dated(source: FindingSource, marks: readonly CalendarMark[], head: Significant): Promise<Told> {
  const told = await withDrivers(source, marks, head);
  if (told.drivers.chain.length === 0 || head.event !== null) return told;
  const days = { first: head.series.firstDay, last: head.series.firstDay + head.series.amounts.length - 1 };
  const filters = [...filtersOf(head), ...chainFilters(told.drivers.chain)];
  const [rows] = judgeSeries(await readSeries(source, head.watched, null, days, filters), marks);
  const change = rows && clearestChange(rows);
  if (!change || Math.sign(change.z) !== sign(head) || change.from === head.change.from) return told;
  const moved = changeSince(head, change.from);
  if (!moved || moved.z * sign(head) < stillClear * Math.abs(head.change.z)) return told;
  return withDrivers(source, marks, { ...head, change: moved });
}

/** Of what follows one event in one part, that which customers say themselves. */
function feltOf(open: readonly Significant[], subject: Significant): Significant {
  const said = open.find((one) => isOfSameEvent(one, subject) && felt.includes(one.watched.metric));
  return said ?? subject;
}

function isOfSameEvent(one: Significant, other: Significant): boolean {
  return one.event !== null && one.event === other.event && one.segment?.value === other.segment?.value;
}

async function withDrivers(source: FindingSource, marks: readonly CalendarMark[], head: Significant): Promise<Told> {
  const after = daysOf(head);
  const { watched, segment, series } = head;
  const before = usualDays(marks, segment, { day: after.first, weeks: weeksOf(watched), firstDay: series.firstDay });
  return { head, drivers: await findDrivers(source, await comparisonOf(head, before, after)), before, after };
}

function filtersOf({ segment }: Significant): readonly Filter[] {
  return segment ? chainFilters([{ segment: { dimension: segment.dimension, values: [segment.value] } }]) : [];
}

/** The days of a candidate's window. */
function daysOf({ series, change }: Significant): Days {
  return { first: series.firstDay + change.from, last: series.firstDay + change.until - 1 };
}

/** The candidate that says best what changed: the topic that holds most of the change of the whole, else the whole, else the clearest one. */
function subjectOf(cluster: readonly Significant[], first: Significant): Significant {
  const sizes = (one: Significant): number => Math.abs(one.change.shift) * one.change.size;
  const whole = cluster.find(({ segment }) => segment === null);
  const most = Math.max(...cluster.map(sizes));
  const topics = cluster
    .filter(({ segment }) => segment !== null && subjects.includes(segment.dimension))
    .filter((one) => sizes(one) >= subjectShare * (whole ? sizes(whole) : most))
    .toSorted((left, right) => rank(left) - rank(right) || left.change.size - right.change.size);
  return topics[0] ?? whole ?? first;
}

function rank({ segment }: Significant): number {
  return subjects.indexOf(segment?.dimension ?? '');
}

/** The comparison whose before is what was to be expected of after. */
async function comparisonOf(head: Significant, before: Days, after: Days): Promise<Comparison> {
  const { series, change, watched } = head;
  let counted = 0;
  for (let day = before.first; day <= before.last; day++) counted += series.amounts[day - series.firstDay] || 0;
  return {
    metric: watched.metric,
    before,
    after,
    filters: filtersOf(head),
    ...(watched.kind === 'count' && counted > 0 ? { scale: change.expected / counted } : {}),
  };
}

/** Segments whose rows carry the story, the most special one first. */
function segmentsOf({ segment }: Significant, { chain }: Drivers): readonly Segment[] {
  const own = segment ? [{ dimension: segment.dimension, values: [segment.value] }] : [];
  const links = chain.map((driver) => driver.segment);
  return [...links, ...own];
}

function isConsequence(one: Significant, head: Significant, gone: boolean | null): boolean {
  if (isOfSameEvent(one, head)) return true;
  const together = isNear(one, head);
  if (one.watched.metric === head.watched.metric && sign(one) === sign(head) && together && gone !== false) return true;
  if (gone === true && overlaps(one, head)) return true;
  return together && follows(one.watched.metric, head.watched.metric) && isWorkload(one, head);
}

/** More work makes others wait, and less of it lets them be quicker; a cause that is no work moves what follows it either way. */
function isWorkload(one: Significant, head: Significant): boolean {
  if (head.watched.root !== true) return true;
  const more = head.change.shift > 0;
  const { better } = one.call.resolved;
  if (better === 'neither') return sign(one) === sign(head);
  return (better === 'up' ? -1 : 1) * sign(one) === (more ? 1 : -1);
}

/** Whether a figure follows another, by itself or over others between. */
function follows(metric: string, cause: string): boolean {
  const direct = watchList.find((watched) => watched.metric === metric)?.follows ?? [];
  return direct.includes(cause) || direct.some((between) => between !== metric && follows(between, cause));
}

function isNear(left: Significant, right: Significant): boolean {
  return Math.abs(daysOf(left).first - daysOf(right).first) <= nearDays;
}

function overlaps(left: Significant, right: Significant): boolean {
  return daysOf(left).last >= daysOf(right).first;
}

function sign({ change }: Significant): number {
  return Math.sign(change.z);
}
