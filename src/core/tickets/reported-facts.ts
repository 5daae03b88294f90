import type { TicketRecord } from './fold-context.ts';
import type { ReportedHistory } from './reported-history.ts';
import { isDone } from './status.ts';
import type { TicketFacts } from './ticket-facts.ts';
import type { Coverage } from './ticket-fold.ts';

/** Writes into folded facts what the source reports and the events do not tell: durations, counts, flags, outcomes of targets. */
export function applyReport(facts: TicketFacts, record: TicketRecord, coverage: Coverage, history: ReportedHistory): void {
  if (!coverage.messages) {
    facts.agent_replies = record.replies ?? (history.response ? 1 : 0);
    facts.touches = facts.agent_replies;
  }
  if (!coverage.assignments) reportStations(facts, record);
  if (!coverage.statuses) reportStatus(facts, record, history.resolution);
  if (history.response) reportResponse(facts, record);
  if (history.resolution) reportResolution(facts, record);
  if (!coverage.restored) reportFlags(facts, record);
  if (!hasOutcome(facts, 'first_response')) reportOutcome(facts, 'first_response', record.first_response_sla, facts.first_response_at);
  if (!hasOutcome(facts, 'resolution')) reportOutcome(facts, 'resolution', record.resolution_sla, facts.last_solved_at);
  facts.updated_at = Math.max(facts.updated_at, record.version);
}

/** Distinct assignees are not reported: at most one more than there were changes. */
function reportStations(facts: TicketFacts, record: TicketRecord): void {
  facts.handoffs = record.handoffs ?? 0;
  facts.agent_stations = facts.assignee_id === '' ? 0 : facts.handoffs + 1;
}

function reportStatus(facts: TicketFacts, record: TicketRecord, solveIsKnown: boolean): void {
  facts.status = record.status || facts.status;
  facts.status_spans = [];
  facts.reopens = record.reopens ?? 0;
  facts.reopens_raw = facts.reopens;
  if (solveIsKnown) {
    facts.solves = facts.reopens + 1;
    return;
  }
  facts.solves = isDone(facts.status) ? facts.reopens + 1 : facts.reopens;
  if (isDone(facts.status)) facts.unsolved_spans = [];
}

function reportResponse(facts: TicketFacts, record: TicketRecord): void {
  if (record.first_response_ms !== null) {
    facts.first_response_human_calendar_ms = record.first_response_ms;
    facts.first_response_any_calendar_ms = record.first_response_ms;
    facts.first_response_from_creation_calendar_ms = record.first_response_ms;
    facts.first_response_from_last_message_calendar_ms = record.first_response_ms;
    for (const cycle of facts.cycles.slice(0, 1)) cycle.response_calendar_ms = record.first_response_ms;
    for (const reply of facts.replies.slice(0, 1)) reply.calendar_ms = record.first_response_ms;
  }
  if (record.first_response_at === null) takeResponseAsReported(facts, record.first_response_ms);
}

/** Without an instant no schedule can measure, and the source does not say by which clock it counted: its figure stands in both. */
function takeResponseAsReported(facts: TicketFacts, reportedMs: number | null): void {
  facts.first_response_human_business_ms = reportedMs;
  facts.first_response_any_business_ms = reportedMs;
  facts.first_response_from_creation_business_ms = reportedMs;
  facts.first_response_from_last_message_business_ms = reportedMs;
  facts.outside_replies = [];
  for (const cycle of facts.cycles.slice(0, 1)) cycle.response_business_ms = reportedMs;
  for (const reply of facts.replies.slice(0, 1)) reply.business_ms = reportedMs;
  facts.slas = facts.slas.filter((sla) => sla.metric !== 'first_response');
}

function reportResolution(facts: TicketFacts, record: TicketRecord): void {
  if (record.resolution_ms !== null) {
    facts.full_resolution_calendar_ms = record.resolution_ms;
    facts.first_resolution_calendar_ms = record.resolution_ms;
    for (const cycle of facts.cycles) cycle.resolution_calendar_ms = record.resolution_ms;
  }
  if (record.solved_at === null) takeResolutionAsReported(facts, record.resolution_ms);
  if (facts.reopens > 0) forgetFirstSolve(facts);
}

function takeResolutionAsReported(facts: TicketFacts, reportedMs: number | null): void {
  facts.full_resolution_business_ms = reportedMs;
  facts.first_resolution_business_ms = reportedMs;
  for (const cycle of facts.cycles) cycle.resolution_business_ms = reportedMs;
  facts.slas = facts.slas.filter((sla) => sla.metric !== 'resolution');
}

/** Of a reopened ticket only the last solve is reported. */
function forgetFirstSolve(facts: TicketFacts): void {
  facts.first_solved_at = null;
  facts.first_resolution_calendar_ms = null;
  facts.first_resolution_business_ms = null;
  facts.cycles = [];
}

function reportFlags(facts: TicketFacts, record: TicketRecord): void {
  facts.is_spam ||= record.is_spam;
  facts.is_deleted ||= record.is_deleted;
  facts.merged_into ||= record.merged_into;
}

function hasOutcome(facts: TicketFacts, metric: string): boolean {
  return facts.slas.some((sla) => sla.metric === metric);
}

/** Adds an outcome without a clock; of an empty outcome nothing. */
export function reportOutcome(facts: TicketFacts, metric: string, outcome: string, endedAt: number | null): void {
  if (outcome === '') return;
  facts.slas.push({
    metric,
    policy_id: '',
    priority: facts.priority,
    team_id: facts.team_id,
    agent_id: facts.assignee_id,
    target_ms: null,
    elapsed_ms: null,
    outcome,
    activated_at: facts.created_at,
    due_at: null,
    ended_at: outcome === 'active' ? null : endedAt,
    provenance: 'reported',
  });
}
