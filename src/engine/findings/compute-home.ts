import type { Output } from '../../core/model/endpoints/index.ts';
import type { Finding, Segment } from '../../core/model/finding.ts';
import { dateOf } from '../../core/time/calendar-day.ts';
import { buildStories } from './build-stories.ts';
import { dayFigures } from './day-figures.ts';
import type { FindingSource } from './finding-source.ts';
import { readMarks } from './known-events.ts';
import { namesIn } from './names-in.ts';
import { daysOfGap, gapDays, readGaps } from './read-gaps.ts';
import { falseAlarmRate, scanWorkspace } from './scan-workspace.ts';
import { toFinding } from './to-finding.ts';
import { worstComments } from './worst-comments.ts';

/** What Home says of a day before anyone touched a finding. */
export type ComputedHome = Pick<Output<'home'>, 'day' | 'figures' | 'comments' | 'gaps' | 'looked' | 'names'> & {
  readonly findings: readonly Finding[];
};

/** What began within the last week comes first, then within four weeks; an onset may be dated three days too early. */
const freshDays = [10, 31];
/** Silences of so many last days are told. */
const shownGapDays = 7;

/** Figures and comments of the source's day: what is known at once. */
export async function quickHome(source: FindingSource, goals: Readonly<Record<string, number>>): Promise<ComputedHome> {
  const [figures, comments] = await Promise.all([dayFigures(source, goals), worstComments(source)]);
  const looked = { series: 0, days: 0, falseAlarmRate };
  return { day: dateOf(source.day), figures: [...figures], comments: [...comments], gaps: [], findings: [], names: {}, looked };
}

/** Works out the morning page of the source's day. @param goals what figures should be, by metric call */
export async function computeHome(source: FindingSource, goals: Readonly<Record<string, number>>): Promise<ComputedHome> {
  const [figures, comments, marks] = await Promise.all([dayFigures(source, goals), worstComments(source), readMarks(source)]);
  const gaps = await readGaps(source, marks, { first: source.day - gapDays + 1, last: source.day });
  const scan = await scanWorkspace(source, marks, gaps);
  const findings: Finding[] = [];
  for (const story of await buildStories(source, scan, marks)) findings.push(await toFinding(source, story, marks, scan));
  return {
    day: dateOf(source.day),
    figures: [...figures],
    comments: [...comments],
    gaps: gaps.filter((gap) => daysOfGap(source, gap).last > source.day - shownGapDays).map(({ kind: _, ...gap }) => gap),
    findings: findings.toSorted((left, right) => freshness(source, left) - freshness(source, right) || right.surprise - left.surprise),
    names: await namesIn(source, findings.flatMap(segmentsIn)),
    looked: { series: scan.tests, days: scan.days, falseAlarmRate },
  };
}

function freshness(source: FindingSource, { since }: Finding): number {
  const days = source.day - Date.parse(since) / 86_400_000;
  const at = freshDays.findIndex((limit) => days < limit);
  return at === -1 ? freshDays.length : at;
}

function segmentsIn({ segment, drivers, consequences, loads }: Finding): readonly Segment[] {
  const teams = { dimension: 'team', values: loads.map(({ team }) => team) };
  return [teams, ...segment, ...drivers.map((driver) => driver.segment), ...consequences.flatMap((one) => one.segment)];
}
