import { ticketRecords } from '../../core/entities/ticket-records.ts';
import { tickets } from '../../core/entities/tickets.ts';
import { workingTime } from '../../core/entities/working-time.ts';
import { bind, identifier, join, type Sql, sql } from '../../core/sql/sql.ts';
import type { FoldRules } from '../../core/tickets/fold-rules.ts';
import { table, type Workspace } from '../store/workspace.ts';
import { isAutomaticAddress } from './automatic-address.ts';
import { customerJoins, customerKey } from './link-identities.ts';

/** What a derivation in SQL needs to know. */
export interface RecordDerivation {
  readonly revision: number;
  /** Schedule of tickets whose team has none; null when there is none. */
  readonly defaultScheduleId: string | null;
  readonly teamSchedules: ReadonlyMap<string, string>;
  /** What the house has decided. */
  readonly rules: FoldRules;
  /** Traces on the tickets, for their customers; null when there are none. */
  readonly traces: Sql | null;
  /** Some of the slice's tickets stand in `tickets` already: their month and home customer are read back. */
  readonly again: boolean;
  /** Columns of the house's own fields. */
  readonly customColumns: readonly string[];
}

const copied = [
  'id',
  'source',
  'import_id',
  'requester_external_id',
  'requester_email',
  'requester_phone',
  'created_at',
  'subject',
  'status',
  'priority',
  'channel',
  'category',
  'language',
  'region',
  'country',
  'product',
  'carrier',
  'tags',
  'team_id',
  'assignee_id',
  'is_spam',
  'is_test',
  'is_deleted',
  'merged_into',
] as const;

/** Makes tickets of records for which no event is known: what the source reports, business time by the same breakpoints as the fold. */
export async function deriveFromRecords(workspace: Workspace, slice: Sql, derivation: RecordDerivation): Promise<void> {
  const columns = [
    ...[...copied, ...derivation.customColumns].map((name) => ({ name, value: sql`r.${identifier(name)}` })),
    ...derivedColumns(derivation),
  ];
  const names = join(columns.map(({ name }) => identifier(name)));
  const values = join(
    columns.map(({ name, value }) => sql`${value} AS ${identifier(name)}`),
    sql`,\n  `,
  );
  await workspace.store.command(
    sql`INSERT INTO ${table(workspace.database, tickets)} (${names})
SELECT
  ${values}
FROM (${recordsWithInstants(workspace.database, slice, derivation)}) AS r${joins(workspace.database, slice, derivation)}
ORDER BY partition_month`,
    { maxSeconds: 3600 },
  );
}

function recordsWithInstants(database: string, slice: Sql, derivation: RecordDerivation): Sql {
  const teams = [...derivation.teamSchedules.keys()];
  const schedulesOfTeams = teams.map((team) => derivation.teamSchedules.get(team) ?? '');
  const schedule = sql`transform(toString(team_id), ${bind('Array(String)', teams)}, ${bind('Array(String)', schedulesOfTeams)}, ${bind('String', derivation.defaultScheduleId ?? '')})`;
  return sql`SELECT *,
  toString(${teams.length === 0 ? bind('String', derivation.defaultScheduleId ?? '') : schedule}) AS schedule_id,
  status IN ('solved', 'closed') OR (status = '' AND (solved_at IS NOT NULL OR closed_at IS NOT NULL)) AS is_solved,
  coalesce(first_response_ms, ${elapsedMs(sql`first_response_at`)}) AS response_ms,
  coalesce(first_response_at, created_at + toIntervalMillisecond(first_response_ms)) AS responded_at,
  if(is_solved, coalesce(solved_at, created_at + toIntervalMillisecond(resolution_ms), closed_at), NULL) AS resolved_at,
  if(is_solved, coalesce(resolution_ms, ${elapsedMs(sql`resolved_at`)}), NULL) AS solve_ms
FROM ${table(database, ticketRecords)}
WHERE id IN (${slice})`;
}

/** `greatest` takes no notice of NULL: it would make 0 of a time that is not known. */
function elapsedMs(until: Sql): Sql {
  return sql`if(${until} < created_at, 0, dateDiff('millisecond', created_at, ${until}))`;
}

function derivedColumns(derivation: RecordDerivation): readonly { name: string; value: Sql }[] {
  const customer = derivation.traces === null ? sql`0` : customerKey;
  const month = sql`toStartOfMonth(toDate32(r.created_at))`;
  const again = derivation.again;
  return [
    { name: 'revision', value: bind('Int64', derivation.revision) },
    { name: 'partition_month', value: again ? sql`if(known.id != '', known.partition_month, ${month})` : month },
    { name: 'home_customer_key', value: again ? sql`if(known.id != '', known.home_customer_key, ${customer})` : customer },
    { name: 'customer_key', value: customer },
    { name: 'is_complaint', value: isComplaint(derivation.rules.complaint) },
    { name: 'is_outbound', value: isOutbound(derivation.rules.senders) },
    {
      name: 'updated_at',
      value: sql`greatest(
        r.created_at, coalesce(r.responded_at, r.created_at), coalesce(r.resolved_at, r.created_at), fromUnixTimestamp64Milli(r.version, 'UTC')
      )`,
    },
    { name: 'response_provenance', value: sql`if(r.response_ms IS NULL, '', 'reported')` },
    { name: 'resolution_provenance', value: sql`if(r.solve_ms IS NULL, '', 'reported')` },
    { name: 'first_response_at', value: sql`r.responded_at` },
    { name: 'first_response_human_calendar_ms', value: sql`r.response_ms` },
    { name: 'first_response_any_calendar_ms', value: sql`r.response_ms` },
    { name: 'first_person_reply_at', value: sql`r.responded_at` },
    { name: 'last_message_at', value: sql`r.responded_at` },
    { name: 'first_response_from_creation_calendar_ms', value: sql`r.response_ms` },
    { name: 'first_response_from_last_message_calendar_ms', value: sql`r.response_ms` },
    { name: 'first_response_from_creation_business_ms', value: responseBusinessMs },
    { name: 'first_response_from_last_message_business_ms', value: responseBusinessMs },
    { name: 'first_response_human_business_ms', value: responseBusinessMs },
    { name: 'first_response_any_business_ms', value: responseBusinessMs },
    { name: 'first_solved_at', value: unlessReopened(sql`r.resolved_at`) },
    { name: 'last_solved_at', value: sql`r.resolved_at` },
    { name: 'closed_at', value: sql`r.closed_at` },
    { name: 'first_resolution_calendar_ms', value: unlessReopened(sql`r.solve_ms`) },
    { name: 'full_resolution_calendar_ms', value: sql`r.solve_ms` },
    { name: 'first_resolution_business_ms', value: unlessReopened(resolutionBusinessMs) },
    { name: 'full_resolution_business_ms', value: resolutionBusinessMs },
    { name: 'handler_id', value: sql`if(r.is_solved, r.assignee_id, '')` },
    { name: 'handler_team_id', value: sql`if(r.is_solved, r.team_id, '')` },
    { name: 'agent_replies', value: repliesReported },
    { name: 'touches', value: repliesReported },
    { name: 'agent_stations', value: sql`if(r.assignee_id = '', 0, coalesce(r.handoffs, 0) + 1)` },
    { name: 'handoffs', value: sql`coalesce(r.handoffs, 0)` },
    { name: 'solves', value: sql`if(r.is_solved, 1, 0) + coalesce(r.reopens, 0)` },
    { name: 'reopens', value: sql`coalesce(r.reopens, 0)` },
    { name: 'reopens_raw', value: sql`coalesce(r.reopens, 0)` },
    { name: 'escalations', value: sql`toInt64(has(r.tags, 'escalated'))` },
    { name: 'replies', value: reportedReplies },
    { name: 'outside_replies', value: outsideReplies },
    { name: 'cycles', value: reportedCycles },
    { name: 'unsolved_spans', value: unsolvedSpans },
    { name: 'slas', value: reportedSlas },
  ];
}

/** As `isComplaint` of the fold. */
function isComplaint({ marked, categories, tags }: FoldRules['complaint']): Sql {
  const conditions = [
    ...(marked ? [sql`r.is_complaint`] : []),
    ...(categories.length > 0 ? [sql`r.category != '' AND has(${bind('Array(String)', categories)}, r.category)`] : []),
    ...(tags.length > 0 ? [sql`hasAny(r.tags, ${bind('Array(String)', tags)})`] : []),
  ];
  return conditions.length === 0 ? sql`false` : join(conditions, sql` OR `);
}

/** What an automatic sender opened is no question of a customer. */
function isOutbound({ addresses }: FoldRules['senders']): Sql {
  return addresses.length === 0 ? sql`false` : isAutomaticAddress(sql`r.requester_email`, addresses);
}

/** Working time from creation to an instant, by the breakpoints `created` and `end` that were joined; null without a schedule or an instant. */
function businessMs(end: Sql, instant: Sql): Sql {
  const workingAt = (breakpoint: Sql, at: Sql): Sql =>
    sql`(${breakpoint}.cumulative_ms + toInt64(${breakpoint}.rate) * dateDiff('millisecond', ${breakpoint}.from, ${at}))`;
  return sql`if(${instant} IS NULL OR created.schedule_id = '' OR ${end}.schedule_id = '', NULL, greatest(0, ${workingAt(end, sql`assumeNotNull(${instant})`)} - ${workingAt(sql`created`, sql`r.created_at`)}))`;
}

const repliesReported: Sql = sql`coalesce(r.replies, toInt64(r.responded_at IS NOT NULL))`;

/** Where nothing tells of a status, or of when a solved ticket was solved, it is in no backlog. */
const unsolvedSpans: Sql = sql`if(ifNull(r.resolved_at <= r.created_at, r.is_solved OR r.status = ''), [], [tuple(r.created_at, r.resolved_at)])`;

/** Of a reopened ticket only the last solve is reported. */
function unlessReopened(value: Sql): Sql {
  return sql`if(coalesce(r.reopens, 0) > 0, NULL, ${value})`;
}

/** Without an instant no schedule can measure, and the source does not say by which clock it counted: its figure stands in both. */
const responseBusinessMs: Sql = sql`if(r.first_response_at IS NULL, r.response_ms, ${businessMs(sql`responded`, sql`r.responded_at`)})`;
const resolutionBusinessMs: Sql = sql`if(r.solved_at IS NULL AND r.closed_at IS NULL, r.solve_ms, ${businessMs(sql`resolved`, sql`r.resolved_at`)})`;

const reportedReplies: Sql = sql`if(r.responded_at IS NULL, [], [tuple(r.created_at, r.responded_at, '', r.response_ms, ${responseBusinessMs})])`;

/** Only an instant that the source gives, and not one that is counted from a duration, is in or out of a schedule. */
const outsideReplies: Sql = sql`if(r.first_response_at IS NULL OR responded.schedule_id = '' OR responded.rate = 1, [], [tuple(assumeNotNull(r.responded_at))])`;

/** Of a reopened ticket only the last solve is reported, so its cycles are not known. */
const reportedCycles: Sql = sql`if(coalesce(r.reopens, 0) > 0 AND r.resolved_at IS NOT NULL, [], [tuple(
    r.created_at, r.resolved_at, if(r.resolved_at IS NULL, '', r.assignee_id), r.response_ms, ${responseBusinessMs}, r.solve_ms, ${resolutionBusinessMs}
  )])`;

function joins(database: string, slice: Sql, derivation: RecordDerivation): Sql {
  const breakpoints = (alias: Sql, at: Sql): Sql => sql`
ASOF LEFT JOIN ${table(database, workingTime)} AS ${alias} ON ${alias}.schedule_id = r.schedule_id AND ${alias}.from <= ${at}`;
  const known = derivation.again
    ? sql`
LEFT ANY JOIN (SELECT id, partition_month, home_customer_key FROM ${table(database, tickets)} WHERE id IN (${slice})) AS known ON known.id = r.id`
    : sql``;
  return sql`${derivation.traces === null ? sql`` : customerJoins(database, derivation.traces)}${breakpoints(sql`created`, sql`r.created_at`)}${breakpoints(sql`responded`, sql`coalesce(r.responded_at, r.created_at)`)}${breakpoints(sql`resolved`, sql`coalesce(r.resolved_at, r.created_at)`)}${known}`;
}

const reportedSlas: Sql = sql`arrayFilter(sla -> sla.8 != '', [
    ${reportedSla(sql`'first_response'`, sql`r.first_response_sla`, sql`r.responded_at`)},
    ${reportedSla(sql`'resolution'`, sql`r.resolution_sla`, sql`r.resolved_at`)}
  ])`;

function reportedSla(metric: Sql, outcome: Sql, endedAt: Sql): Sql {
  return sql`tuple(${metric}, '', r.priority, r.team_id, r.assignee_id, NULL, NULL, ${outcome}, r.created_at, NULL, ${endedAt}, 'reported')`;
}
