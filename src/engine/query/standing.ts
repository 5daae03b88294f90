import type { Dataset, SpanTime } from '../../core/model/dataset.ts';
import { bind, identifier, integer, type Sql, sql } from '../../core/sql/sql.ts';
import { dimensionsOf, filterConditions, instantSql, populationCondition } from './conditions.ts';
import { groupColumns, groupNames } from './grouping.ts';
import type { Question } from './question.ts';

/** Open spans looked at the end of each bucket, or of the whole stretch when there are none. */
export interface Standing {
  /** The instant of a row in epoch milliseconds, not after now: what ages are counted to. */
  readonly atMs: Sql;
  readonly selected: readonly Sql[];
  readonly names: readonly Sql[];
  readonly conditions: readonly Sql[];
}

const endName = identifier('standing_end_ms');

/** How a question over spans that stand open is put; the column `bucket` is the number of the bucket, and `readStanding` takes it back. */
export function standing(question: Question, dataset: Dataset, time: SpanTime): Standing {
  const ends = question.buckets.length === 0 ? [question.untilMs] : question.buckets.map((bucket) => bucket.untilMs);
  const [firstMs, lastMs] = [ends[0] ?? question.untilMs, ends.at(-1) ?? question.untilMs];
  const byBucket = question.grain !== null;
  const end = byBucket ? endName : bind('Int64', lastMs);
  const atMs = sql`least(${end}, ${bind('Int64', question.nowMs)})`;
  const read = dimensionsOf(question, dataset, { at: time.from, standingMs: atMs });
  return {
    atMs,
    selected: [
      ...(byBucket
        ? [
            sql`${openEnds(time, ends)} AS ${endName}`,
            sql`indexOf(${bind('Array(Int64)', ends)}, ${endName}) - ${integer(1)} AS ${identifier('bucket')}`,
          ]
        : []),
      ...groupColumns(question, read),
    ],
    names: [...(byBucket ? [endName] : []), ...groupNames(question)],
    conditions: [
      populationCondition(dataset, question),
      sql`${time.from} < ${instantSql(lastMs)}`,
      sql`(${time.until} IS NULL OR ${time.until} >= ${instantSql(firstMs)})`,
      ...filterConditions(question, read),
    ],
  };
}

/** The rows of such a statement with their buckets as other statements name them. */
export function readStanding(
  question: Question,
  rows: readonly Readonly<Record<string, unknown>>[],
): readonly Readonly<Record<string, unknown>>[] {
  if (question.grain === null) return rows;
  return rows.map((row) => ({ ...row, bucket: question.buckets[Number(row.bucket)]?.column }));
}

/** Whether the answer of a question over spans depends on the instant that they are looked at. */
export function asksForStanding(question: Question): boolean {
  const asked = [...question.dimensions, ...question.filters.map(({ dimension }) => dimension)];
  return asked.some((dimension) => dimension.ofStanding !== undefined);
}

/** The ends at which a span is open. Ends lie almost evenly, so each span looks only at those around its own, not at all of them. */
function openEnds(time: SpanTime, ends: readonly number[]): Sql {
  const { firstMs, stepMs, margin } = evenness(ends);
  const place = (ms: Sql): Sql => sql`intDiv(${ms} - ${bind('Int64', firstMs)}, ${bind('Int64', stepMs)})`;
  const from = sql`toUnixTimestamp64Milli(${time.from})`;
  const until = sql`toUnixTimestamp64Milli(assumeNotNull(${time.until}))`;
  const first = sql`greatest(${place(from)} - ${integer(margin)}, 0)`;
  const last = sql`if(${time.until} IS NULL, ${integer(ends.length)}, least(${place(until)} + ${integer(margin)}, ${integer(ends.length)}))`;
  const around = sql`arraySlice(${bind('Array(Int64)', ends)}, ${first} + 1, greatest(${last} - ${first}, 0))`;
  return sql`arrayJoin(arrayFilter(moment -> ${from} < moment AND (${time.until} IS NULL OR ${until} >= moment), ${around}))`;
}

/** The mean step between ends, and by how many places at most an end lies off it. */
function evenness(ends: readonly number[]): { firstMs: number; stepMs: number; margin: number } {
  const firstMs = ends[0] ?? 0;
  const stepMs = Math.max(1, Math.round(((ends.at(-1) ?? firstMs) - firstMs) / Math.max(1, ends.length - 1)));
  const off = ends.map((end, index) => Math.abs((end - firstMs) / stepMs - index));
  return { firstMs, stepMs, margin: Math.ceil(off.reduce((most, value) => Math.max(most, value), 0)) + 2 };
}
