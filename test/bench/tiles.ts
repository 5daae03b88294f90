import type { QueryInput } from '../../src/core/model/query.ts';
import { join, level, type Sql, sql } from '../../src/core/sql/sql.ts';
import { medianIntervalLevels } from '../../src/core/stats/median-interval.ts';
import { table } from '../../src/engine/store/workspace.ts';
import { at, span } from './make-tickets.ts';

/** A tile as the product asks for it, the statements that a person would write for the same figures, and how the two are compared. */
export interface TileBench {
  readonly name: string;
  readonly kind: 'tile' | 'sequence' | 'span';
  readonly query: QueryInput;
  readonly byHand: (database: string) => readonly Sql[];
}

const period = { from: '2024-11-01', until: '2026-10-31' };
const lastThirtyDays = { from: '2026-10-02', until: '2026-10-31' };
const everything = sql`counted AND created_at >= ${at(span.fromMs)} AND created_at < ${at(span.untilMs)}`;
const lately = sql`counted AND created_at >= ${at(Date.UTC(2026, 9, 2))} AND created_at < ${at(Date.UTC(2026, 10, 1))}`;
const tickets = (database: string): Sql => table(database, { name: 'tickets' });
const medians = sql`quantilesExactInclusive(${join(medianIntervalLevels.map(level))})(assumeNotNull(full_resolution_calendar_ms))`;
const solvedEver = sql`counted AND last_solved_at >= ${at(span.fromMs)} AND last_solved_at < ${at(span.untilMs)} AND full_resolution_calendar_ms IS NOT NULL`;
const provenance = sql`countIf(resolution_provenance = 'computed'), countIf(resolution_provenance = 'reported')`;

/** What is timed. The yardstick computes the same answer: exact quantiles, inputs of intervals, provenance. */
export const tileBenches: readonly TileBench[] = [
  {
    name: 'tickets by month',
    kind: 'tile',
    query: { metrics: ['created'], grain: 'month', period },
    byHand: (database) => [
      sql`SELECT toStartOfMonth(created_at, 'UTC') AS bucket, count() FROM ${tickets(database)} WHERE ${everything} GROUP BY bucket`,
    ],
  },
  {
    name: 'full resolution by month, median and P90',
    kind: 'tile',
    query: { metrics: ['full_resolution_median', 'full_resolution_p90'], grain: 'month', period },
    byHand: (database) => {
      const figures = sql`count(), ${medians}, quantileExactInclusive(0.9)(assumeNotNull(full_resolution_calendar_ms)), arraySort(groupArray(500)(full_resolution_calendar_ms)), ${provenance}`;
      return [
        sql`SELECT toStartOfMonth(last_solved_at, 'UTC') AS bucket, ${figures} FROM ${tickets(database)} WHERE ${solvedEver} GROUP BY bucket`,
        sql`SELECT ${figures} FROM ${tickets(database)} WHERE ${solvedEver}`,
      ];
    },
  },
  {
    name: 'CSAT by agent',
    kind: 'tile',
    query: { metrics: ['csat'], by: ['agent'], period },
    byHand: (database) => [
      sql`SELECT agent_id, countIf((score - scale_min) >= 0.75 * (scale_max - scale_min) - 1e-9), count() FROM ${table(database, { name: 'survey_responses' })}
WHERE kind = 'csat' AND NOT dismissed AND score IS NOT NULL AND scale_max > scale_min AND answered_at >= ${at(span.fromMs)} AND answered_at < ${at(span.untilMs)} GROUP BY agent_id`,
    ],
  },
  {
    name: 'reopen rate by category and month',
    kind: 'tile',
    query: { metrics: ['reopen_rate'], by: ['category'], grain: 'month', period },
    byHand: (database) => [
      sql`SELECT toStartOfMonth(coalesce(first_solved_at, last_solved_at), 'UTC') AS bucket, category, countIf(reopens > 0), count() FROM ${tickets(database)}
WHERE counted AND coalesce(first_solved_at, last_solved_at) >= ${at(span.fromMs)} AND coalesce(first_solved_at, last_solved_at) < ${at(span.untilMs)} GROUP BY bucket, category`,
    ],
  },
  {
    name: 'SLA attainment by team',
    kind: 'tile',
    query: { metrics: ['sla_compliance'], by: ['team'], period: lastThirtyDays },
    byHand: (database) => [
      sql`SELECT sla_team, countIf(outcome = 'met'), countIf(outcome != 'met'), countIf(origin = 'computed'), countIf(origin = 'reported') FROM ${tickets(database)}
ARRAY JOIN slas.team_id AS sla_team, slas.outcome AS outcome, slas.due_at AS due, slas.ended_at AS ended, slas.activated_at AS activated, slas.provenance AS origin
WHERE counted AND outcome IN ('met', 'breached') AND coalesce(if(outcome = 'breached', due, ended), ended, due, activated) >= ${at(Date.UTC(2026, 9, 2))}
  AND coalesce(if(outcome = 'breached', due, ended), ended, due, activated) < ${at(Date.UTC(2026, 10, 1))} GROUP BY sla_team`,
    ],
  },
  {
    name: 'tickets of the last 30 days by channel and day',
    kind: 'tile',
    query: { metrics: ['created'], by: ['channel'], grain: 'day', period: lastThirtyDays },
    byHand: (database) => [
      sql`SELECT toDate(created_at, 'UTC') AS bucket, channel, count() FROM ${tickets(database)} WHERE ${lately} GROUP BY bucket, channel`,
    ],
  },
  {
    name: 'hour and weekday of the last 30 days',
    kind: 'tile',
    query: { metrics: ['created'], by: ['weekday', 'hour'], period: lastThirtyDays },
    byHand: (database) => [
      sql`SELECT toDayOfWeek(created_at, 0, 'UTC') AS weekday, toHour(created_at, 'UTC') AS hour, count() FROM ${tickets(database)} WHERE ${lately} GROUP BY weekday, hour`,
    ],
  },
  {
    name: 'daily backlog by channel',
    kind: 'span',
    query: { metrics: ['backlog'], by: ['channel'], grain: 'day', period },
    byHand: (database) => [
      sql`SELECT toDate(began, 'UTC') AS bucket, channel, count() FROM ${tickets(database)} ARRAY JOIN unsolved_spans.from AS began WHERE counted AND began < ${at(span.untilMs)} GROUP BY bucket, channel
UNION ALL
SELECT toDate(ended, 'UTC') AS bucket, channel, -count() FROM ${tickets(database)} ARRAY JOIN unsolved_spans.until AS ended WHERE counted AND ended IS NOT NULL AND ended < ${at(span.untilMs)} GROUP BY bucket, channel`,
    ],
  },
  {
    name: 'strict FCR by channel',
    kind: 'sequence',
    query: { metrics: ['fcr'], by: ['channel'], period },
    byHand: (database) => [
      sql`SELECT channel, countIf(reopens = 0 AND (following IS NULL OR following > last_solved_at + INTERVAL 7 DAY)), count() FROM (
  SELECT channel, reopens, last_solved_at, created_at,
    lagInFrame(toNullable(created_at)) OVER w AS previous, leadInFrame(toNullable(created_at)) OVER w AS following
  FROM ${table(database, { name: 'contacts' })} WHERE counted AND NOT is_outbound AND customer_key != 0
  WINDOW w AS (PARTITION BY customer_key, category ORDER BY created_at, id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
) WHERE last_solved_at >= ${at(span.fromMs)} AND last_solved_at < ${at(span.untilMs)} AND (previous IS NULL OR created_at - previous > 7 * 86400) GROUP BY channel`,
    ],
  },
];
