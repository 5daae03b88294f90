import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tickets } from '../../core/entities/tickets.ts';
import { resolveMetric } from './metric-call.ts';

const definitions = new URL('../../../../shared/design/metrics.md', import.meta.url).pathname;
const present = existsSync(definitions);
if (!present) console.log('skipped: the checklist of facts against the definitions, because ../shared/design is not there');

/** Where a column of `zendesk__ticket_metrics` (fivetran/dbt_zendesk, models/zendesk.yml) stands with us: in columns of tickets, in a metric, or why it does not. */
interface Ours {
  readonly columns?: readonly string[];
  readonly metric?: string;
  readonly why?: string;
}

const clocks = (name: string): Ours => ({ columns: [`${name}_calendar_ms`, `${name}_business_ms`] });
const answers: Ours = { metric: 'csat', why: 'an answer is a row of survey_responses by ticket_id, not a fact of the ticket' };

const checklist: Readonly<Record<string, Ours>> = {
  'first_reply_time_{calendar,business}_minutes': clocks('first_response_from_creation'),
  total_reply_time_calendar_minutes: { metric: 'reply_time(clock=calendar)', columns: ['replies'] },
  first_solved_at: { columns: ['first_solved_at'] },
  last_solved_at: { columns: ['last_solved_at'] },
  'first_resolution_{calendar,business}_minutes': clocks('first_resolution'),
  final_resolution_calendar_minutes: { columns: ['full_resolution_calendar_ms'] },
  full_resolution_business_minutes: { columns: ['full_resolution_business_ms'] },
  '{agent_wait,requester_wait,solve,agent_work,on_hold}_time_in_{calendar,business}_minutes': {
    columns: ['agent_wait_calendar_ms', 'requester_wait_business_ms', 'on_hold_calendar_ms', 'status_spans', 'slas'],
    why: 'time in solved is a status span; agent work is requester wait less on hold',
  },
  '{new,open}_status_duration_in_{calendar,business}_minutes': {
    columns: ['status_spans'],
    metric: 'time_in_status',
    why: 'calendar time only',
  },
  ticket_unassigned_duration_calendar_minutes: clocks('unassigned'),
  '{first,last}_assignment_to_resolution_calendar_minutes': { metric: 'first_assignment_to_resolution', columns: ['first_assigned_at'] },
  '{first,last}_agent_assignment_date': { columns: ['first_assigned_at', 'last_assigned_at'] },
  first_assignee_id: { columns: ['assignments'], why: 'the first agent in the list of assignments' },
  last_assignee_id: { columns: ['assignee_id', 'handler_id'] },
  count_agent_comments: { columns: ['agent_replies', 'internal_notes'] },
  count_public_agent_comments: { columns: ['agent_replies'] },
  count_end_user_comments: { columns: ['customer_messages', 'courtesy_messages'] },
  count_internal_comments: { columns: ['internal_notes'] },
  total_agent_replies: { columns: ['agent_replies'] },
  count_ticket_handoffs: { columns: ['handoffs'] },
  unique_assignee_count: { columns: ['agent_stations'] },
  assignee_stations_count: { columns: ['assignments'], metric: 'stations' },
  group_stations_count: { columns: ['team_stations'] },
  count_resolutions: { columns: ['solves'] },
  count_reopens: { columns: ['reopens', 'reopens_raw'] },
  'is_{one,two,multi}_touch_resolution': { columns: ['touches'], metric: 'one_touch_rate' },
  ticket_first_satisfaction_score: answers,
  ticket_satisfaction_score: answers,
  ticket_total_satisfaction_scores: answers,
  is_good_to_bad_satisfaction_score: answers,
  is_bad_to_good_satisfaction_score: answers,
  unsolved_ticket_age_minutes: { metric: 'backlog_age' },
  unsolved_ticket_age_since_update_minutes: { columns: ['updated_at', 'status'], why: 'now less the last change of an unsolved ticket' },
  ticket_last_comment_date: { columns: ['last_message_at'] },
  ticket_deleted_count: { why: 'whether it is deleted now decides what counts (is_deleted); how often stands in the events' },
  total_ticket_recoveries: { why: 'a restore takes the deletion back; how often stands in the events' },
  is_agent_submitted: { columns: ['opened_by'] },
  assignee_role: { why: 'the role at the time stands on each event, the role now on the agent' },
};

test.each(Object.entries(checklist))('%s has a column, a metric or a reason', (_, { columns = [], metric, why }) => {
  expect(columns.filter((name) => !(name in tickets.columns))).toEqual([]);
  if (metric !== undefined) expect(resolveMetric(metric).length).toBeGreaterThan(0);
  expect(columns.length > 0 || metric !== undefined || why !== undefined).toBe(true);
});

test.skipIf(!present)('the checklist is that of the definitions', () => {
  const text = readFileSync(definitions, 'utf8');
  const [, listed = ''] = /columns? names read from [^`]*?\): `([^`]+)`/.exec(text) ?? [];
  expect(Object.keys(checklist)).toEqual(columnsOf(listed));
});

/** Splits at the commas that stand outside of braces. */
function columnsOf(listed: string): string[] {
  return listed.match(/(?:\{[^}]*\}|[^,{}])+/g)?.map((name) => name.trim()) ?? [];
}
