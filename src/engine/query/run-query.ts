import type { Estimate } from '../../core/model/estimate.ts';
import { noEstimate } from '../../core/model/no-estimate.ts';
import type { Query } from '../../core/model/query.ts';
import type { ResolvedMetric, Result, ResultRow } from '../../core/model/result.ts';
import type { Bucket } from '../../core/time/buckets.ts';
import type { Period } from '../../core/time/period.ts';
import { answerCalls } from './answer.ts';
import type { Ask } from './ask.ts';
import type { Answer } from './call-answer.ts';
import type { Place } from './cells.ts';
import type { MetricCall } from './metric-call.ts';
import { othersGroup, type Question } from './question.ts';
import { type ResolvedQuery, resolveQuery, type WorkspaceCalendar } from './resolve-query.ts';

type Answers = ReadonlyMap<string, Answer>;

/** Answers a query: statements, merged on bucket and groups. */
export async function runQuery(ask: Ask, database: string, query: Query, workspace: WorkspaceCalendar): Promise<Omit<Result, 'names'>> {
  const resolved = resolveQuery(query, workspace);
  const question = questionOf(resolved, database, resolved.period, null);
  const top = await topGroups(ask, resolved, question);
  const [answers, comparison] = await Promise.all([
    answerCalls(ask, resolved.calls, { ...question, keep: top.keep }),
    resolved.comparison
      ? answerCalls(ask, resolved.calls, questionOf(resolved, database, resolved.comparison, top.keep, resolved.comparisonBuckets))
      : null,
  ]);
  return {
    metrics: resolved.calls.map((call) => ({ ...call.resolved, ...ripeningOf(call, resolved) })),
    dimensions: resolved.dimensions.map((dimension) => dimension.name),
    zone: resolved.calendar.zone,
    weekStart: resolved.calendar.weekStart,
    period: isoPeriod(resolved.period),
    comparisonPeriod: resolved.comparison && isoPeriod(resolved.comparison),
    toDate: resolved.period.toDate,
    buckets: resolved.buckets.map((bucket) => ({ key: bucket.key, ...isoPeriod(bucket), complete: bucket.complete })),
    rows: rowsOf(resolved, answers, comparison, workspace),
    totals: { values: totalsOf(answers), comparison: comparison && totalsOf(comparison) },
    othersCount: top.othersCount,
    dataFrom: isoInstant(workspace.dataFromMs),
    dataUntil: isoInstant(workspace.dataUntilMs),
  };
}

const dayMs = 86_400_000;

/** From this share of a period on that is too young, it is no match for the one before. */
const ripeningShare = 0.25;

/** Whether rows of the period will still change a figure by much. */
function ripeningOf(
  { metric, resolved }: MetricCall,
  { period: { fromMs, untilMs }, calendar }: ResolvedQuery,
): Pick<ResolvedMetric, 'ripensInDays' | 'ripens'> {
  const days = metric.ripensInDays?.(resolved.options) ?? 0;
  if (days === 0) return {};
  const youngMs = untilMs - Math.max(fromMs, calendar.now - days * dayMs);
  return { ripensInDays: days, ...(youngMs > ripeningShare * (untilMs - fromMs) ? { ripens: true } : {}) };
}

function isoInstant(instantMs: number | null): string | null {
  return instantMs === null ? null : new Date(instantMs).toISOString();
}

/** The question of one stretch of time and its buckets. */
export function questionOf(
  resolved: ResolvedQuery,
  database: string,
  period: Pick<Period, 'fromMs' | 'untilMs'>,
  keep: readonly string[] | null,
  buckets: readonly Bucket[] = resolved.buckets,
): Question {
  return {
    database,
    fromMs: period.fromMs,
    untilMs: period.untilMs,
    grain: resolved.query.grain ?? null,
    buckets: buckets.map(({ key, fromMs, untilMs }) => ({ column: bucketColumn(key, resolved), fromMs, untilMs })),
    zone: resolved.calendar.zone,
    weekStart: resolved.calendar.weekStart,
    nowMs: beganMs(resolved.calendar.now),
    dimensions: resolved.dimensions,
    filters: resolved.filters,
    merges: resolved.merges,
    include: resolved.query.include,
    keep,
  };
}

const minuteMs = 60_000;

/** What is pending, overdue or how old is told as of the beginning of the minute, so that who asks again within it asks the same. */
function beganMs(nowMs: number): number {
  return nowMs - (nowMs % minuteMs);
}

/** The bucket as a statement names it: the key, for hours the epoch second at which the local hour began by the offset in force. */
function bucketColumn(key: string, resolved: ResolvedQuery): string {
  return resolved.query.grain === 'hour' ? String(Date.parse(key) / 1000 - 60 * Number(key.slice(14, 16))) : key;
}

async function topGroups(
  ask: Ask,
  resolved: ResolvedQuery,
  question: Question,
): Promise<{ keep: readonly string[] | null; othersCount: number }> {
  const [first] = resolved.calls;
  const [dimension] = resolved.dimensions;
  if (!resolved.query.top || !first || !dimension) return { keep: null, othersCount: 0 };
  const answers = await answerCalls(ask, [first], { ...question, grain: null, buckets: [], dimensions: [dimension] });
  const groups = (answers.get(first.resolved.key)?.cells.entries() ?? [])
    .filter(([, estimate]) => estimate.n > 0)
    .toSorted(([left, a], [right, b]) => b.n - a.n || (left.group[0] ?? '').localeCompare(right.group[0] ?? ''))
    .map(([place]) => place.group[0] ?? '');
  const keep = groups.slice(0, resolved.query.top);
  return groups.length > keep.length ? { keep, othersCount: groups.length - keep.length } : { keep: null, othersCount: 0 };
}

function totalsOf(answers: Answers): Record<string, Estimate> {
  return Object.fromEntries([...answers].map(([key, answer]) => [key, answer.total]));
}

function rowsOf(resolved: ResolvedQuery, answers: Answers, comparison: Answers | null, workspace: WorkspaceCalendar): ResultRow[] {
  const groups = sortedGroups(resolved, answers, comparison);
  const columns = resolved.buckets.map(({ key }) => bucketColumn(key, resolved));
  const comparisonColumns = resolved.comparisonBuckets.map(({ key }) => bucketColumn(key, resolved));
  if (resolved.buckets.length === 0) {
    if (resolved.dimensions.length === 0) return [];
    return groups.map((group) =>
      row(resolved, group, null, valuesAt(answers, { bucket: null, group }), comparison && valuesAt(comparison, { bucket: null, group })),
    );
  }
  return groups.flatMap((group) =>
    resolved.buckets.map((bucket, index) => {
      const covered = isCovered(bucket, workspace);
      const other = resolved.comparisonBuckets[index];
      const compared =
        comparison &&
        (other && isCovered(other, workspace)
          ? valuesAt(comparison, { bucket: comparisonColumns[index] ?? null, group })
          : gaps(comparison));
      return row(
        resolved,
        group,
        bucket.key,
        covered ? valuesAt(answers, { bucket: columns[index] ?? null, group }) : gaps(answers),
        compared,
      );
    }),
  );
}

function row(
  resolved: ResolvedQuery,
  group: readonly string[],
  bucket: string | null,
  values: Record<string, Estimate>,
  comparison: Record<string, Estimate> | null,
): ResultRow {
  const others = resolved.dimensions.length > 0 && group[0] === othersGroup;
  return { group: others ? ['', ...group.slice(1)] : [...group], others, bucket, values, comparison };
}

function valuesAt(answers: Answers, place: Place): Record<string, Estimate> {
  return Object.fromEntries([...answers].map(([key, answer]) => [key, answer.cells.get(place) ?? answer.nothing]));
}

function gaps(answers: Answers): Record<string, Estimate> {
  return Object.fromEntries([...answers].map(([key]) => [key, noEstimate]));
}

function isCovered(bucket: Bucket, workspace: WorkspaceCalendar): boolean {
  if (workspace.dataFromMs === null || workspace.dataUntilMs === null) return false;
  return bucket.untilMs > workspace.dataFromMs && bucket.fromMs <= Math.min(workspace.dataUntilMs, workspace.nowMs);
}

function sortedGroups(resolved: ResolvedQuery, answers: Answers, comparison: Answers | null): readonly (readonly string[])[] {
  if (resolved.dimensions.length === 0) return [[]];
  const sizes = new Map<string, { group: readonly string[]; n: number }>();
  const [first] = answers.values();
  for (const answer of [...answers.values(), ...(comparison?.values() ?? [])]) {
    for (const [{ group }, { n }] of answer.cells.entries()) {
      const key = JSON.stringify(group);
      sizes.set(key, { group, n: (sizes.get(key)?.n ?? 0) + (answer === first ? n : 0) });
    }
  }
  return [...sizes.values()].toSorted(bySize).map(({ group }) => group);
}

function bySize(left: { group: readonly string[]; n: number }, right: { group: readonly string[]; n: number }): number {
  const lastLeft = left.group[0] === othersGroup;
  if (lastLeft !== (right.group[0] === othersGroup)) return lastLeft ? 1 : -1;
  return right.n - left.n || JSON.stringify(left.group).localeCompare(JSON.stringify(right.group));
}

function isoPeriod(period: Pick<Period, 'fromMs' | 'untilMs'>): { from: string; until: string } {
  return { from: new Date(period.fromMs).toISOString(), until: new Date(period.untilMs).toISOString() };
}
