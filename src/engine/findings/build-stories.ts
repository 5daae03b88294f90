import { watchList } from '../../catalog/analyses/watch-list.ts';
import type { Segment } from '../../core/model/finding.ts';
import type { Filter } from '../../core/model/query.ts';
import type { Days } from './ask-days.ts';
import type { Comparison } from './change-parts.ts';
import { daysOf, sign, withOnsets } from './change-window.ts';
import { companionsOf } from './companions.ts';
import { chainFilters, type Drivers, findDrivers } from './find-drivers.ts';
import type { FindingSource } from './finding-source.ts';
import { changeSince, clearestChange, type JudgedSeries, judgeSeries, weeksOf } from './judge-series.ts';
import { announcedParts, type CalendarMark, usualDays } from './known-events.ts';
import { readSeries } from './read-series.ts';
import type { Scan, Significant } from './scan-workspace.ts';
import { isTopic, subjectOf } from './subject-of.ts';
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
/** What comes from a change shows within this many days of it. */
const soonDays = 10;
const mostStories = 12;
/** A window dated anew must be nearly as far out as the first. */
const stillClear = 0.7;
/** What moved with the head dates the story when it lies so many times as far out. */
const clearer = 1.2;
/** What customers say of a change themselves. */
const felt = ['csat', 'ces', 'nps'];

/**
 * Gathers changes into stories, causes first: the figure that others follow opens a story with its drivers, and what goes away without their rows, or follows from
 * it on the same days, is its consequence.
 */
export async function buildStories(
  source: FindingSource,
  { significant, judged }: Scan,
  marks: readonly CalendarMark[],
): Promise<readonly Story[]> {
  let open = [...significant];
  const stories: Story[] = [];
  for (const { metric } of watchList) {
    for (;;) {
      const own = open.filter(({ watched }) => watched.metric === metric);
      if (own.length === 0 || stories.length === mostStories) break;
      const story = await storyOf(source, marks, judged, own, open);
      tell(story, stories);
      const told = new Set([...story.consequences, story.head].map(({ series }) => series));
      open = open.filter(({ series }) => !told.has(series));
    }
  }
  return stories;
}

/** What comes to the same head as a story before it is more of that story. */
function tell(story: Story, stories: Story[]): void {
  const at = stories.findIndex(({ head }) => head.series === story.head.series);
  const same = stories[at];
  if (same) stories[at] = { ...same, consequences: [...same.consequences, ...story.consequences] };
  else stories.push(story);
}

async function storyOf(
  source: FindingSource,
  marks: readonly CalendarMark[],
  judged: readonly JudgedSeries[],
  own: readonly Significant[],
  open: readonly Significant[],
): Promise<Story> {
  const first = own.toSorted((left, right) => left.change.chance - right.change.chance)[0] as Significant;
  const cluster = own.filter((one) => isNear(one, first) && sign(one) === sign(first));
  const subject = feltOf(open, subjectOf(cluster, first, judged));
  const { head, drivers, before, after } = await namedAnew(source, marks, judged, await dated(source, marks, subject));
  const taken = segmentsOf(head, drivers);
  const others = open.filter(({ series }) => series !== head.series);
  const following = others.filter((one) => one.series === first.series || doesFollow(one, head));
  const doubtful = others.filter((one) => !following.includes(one) && (isNear(one, head) || overlaps(one, head)));
  const gone = taken.length === 0 ? doubtful.map(() => null) : await goneWithout(source, doubtful, taken);
  const consequences = [...following, ...doubtful.filter((one, index) => isOfSameRows(one, head, gone[index] ?? null))];
  const told = await datedByClearest(source, marks, { head, drivers, before, after }, consequences);
  return { ...told, consequences: [...consequences, ...companionsOf(told.head, daysOf(told.head), judged, open)] };
}

/** A story began when what shows it most clearly in the same part began, as long as the head still shows it then. */
async function datedByClearest(
  source: FindingSource,
  marks: readonly CalendarMark[],
  told: Told,
  consequences: readonly Significant[],
): Promise<Told> {
  const { head } = told;
  const clearest = consequences
    .filter(({ segment }) => segment?.dimension === head.segment?.dimension && segment?.value === head.segment?.value)
    .toSorted((left, right) => Math.abs(right.change.z) - Math.abs(left.change.z))[0];
  if (!clearest || head.event !== null || Math.abs(clearest.change.z) < clearer * Math.abs(head.change.z)) return told;
  const change = changeSince(head, daysOf(clearest).first - head.series.firstDay);
  if (!change || change.z * sign(head) < stillClear * Math.abs(head.change.z)) return told;
  return withDrivers(source, marks, { ...head, change: withOnsets(change, head.series, head) });
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
  return withDrivers(source, marks, { ...head, change: withOnsets(moved, head.series, head) });
}

/** A topic may hold a change only once its rows have told since when it is: then it names it after all. */
async function namedAnew(
  source: FindingSource,
  marks: readonly CalendarMark[],
  judged: readonly JudgedSeries[],
  told: Told,
): Promise<Told> {
  const { head } = told;
  if (head.segment === null || isTopic(head)) return told;
  const subject = subjectOf([head], head, judged);
  return subject.series === head.series ? told : dated(source, marks, subject);
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
  return {
    head,
    drivers: await findDrivers(source, { ...comparisonOf(head, before, after), announced: announcedParts(marks, after.first) }),
    before,
    after,
  };
}

function filtersOf({ segment }: Significant): readonly Filter[] {
  return segment ? chainFilters([{ segment: { dimension: segment.dimension, values: [segment.value] } }]) : [];
}

/** The comparison whose before is what was to be expected of after. */
function comparisonOf(head: Significant, before: Days, after: Days): Comparison {
  const { series, change, watched } = head;
  let counted = 0;
  for (let day = before.first; day <= before.last; day++) counted += series.amounts[day - series.firstDay] || 0;
  return {
    metric: watched.metric,
    before,
    after,
    filters: filtersOf(head),
    ...(watched.alike === undefined ? {} : { alike: watched.alike }),
    ...(watched.kind === 'count' && counted > 0 ? scaleTo(change, counted) : {}),
  };
}

/** What makes counts of before what was to be expected of after, and how surely: what the noise of either count does not hold of the error is that of the expectation. */
function scaleTo({ expected, sd }: Significant['change'], counted: number): Pick<Comparison, 'scale' | 'scaleVariance'> {
  return { scale: expected / counted, scaleVariance: Math.max(0, (sd ** 2 - expected) / expected ** 2 - 1 / counted) };
}

/** Segments whose rows carry the story, the most special one first. */
function segmentsOf({ segment }: Significant, { chain }: Drivers): readonly Segment[] {
  const own = segment ? [{ dimension: segment.dimension, values: [segment.value] }] : [];
  const links = chain.map((driver) => driver.segment);
  return [...links, ...own];
}

/** What moves with the head by declaration, or since the same event. */
function doesFollow(one: Significant, head: Significant): boolean {
  if (isOfSameEvent(one, head)) return true;
  return (isNear(one, head) || mayHaveBegunWith(one, head)) && follows(one.watched.metric, head.watched.metric) && isWorkload(one, head);
}

/** What goes away without the rows of the head, or may and is the same figure. The same figure that goes away is the same thing, whenever it seems to have begun. */
function isOfSameRows(one: Significant, head: Significant, gone: boolean | null): boolean {
  const isSame = one.watched.metric === head.watched.metric && sign(one) === sign(head);
  if (isSame && isNear(one, head) && gone !== false) return true;
  return gone === true && overlaps(one, head) && (isSame || mayFollow(one, head));
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

/** Whether the head began between the days on which another change may have begun. */
function mayHaveBegunWith({ series, change }: Significant, head: Significant): boolean {
  const first = daysOf(head).first - series.firstDay;
  return change.earliest <= first && first <= change.latest;
}

/** What surely began before cannot come from it, nor what surely began long after. */
function mayFollow({ series, change }: Significant, head: Significant): boolean {
  const first = daysOf(head).first - series.firstDay;
  return change.latest >= first - nearDays && change.earliest <= first + soonDays;
}

function overlaps(left: Significant, right: Significant): boolean {
  return daysOf(left).last >= daysOf(right).first;
}
