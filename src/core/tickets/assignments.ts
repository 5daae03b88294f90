import { slaHandedOff } from './sla-clock.ts';
import { type Mark, markNow } from './ticket-clock.ts';
import type { AssignmentState, TicketFold } from './ticket-fold.ts';

export function startAssignments(fold: TicketFold, created: Mark): void {
  fold.facts.assignments.push({ agent_id: '', team_id: '', from: created.ms, until: null, first_reply_calendar_ms: null });
}

export function noAssignments(): AssignmentState {
  return { agents: [], teams: [], lastAgent: '' };
}

/** Assignee or team have become others. Bots count as neither station nor handoff. */
export function noteAssignment(fold: TicketFold, agentId: string, teamId: string): void {
  const { facts } = fold;
  const gotAgent = agentId !== '' && agentId !== facts.assignee_id && !fold.coverage.bots.includes(agentId);
  const gotTeam = teamId !== '' && teamId !== facts.team_id;
  facts.assignee_id = agentId;
  facts.team_id = teamId;
  pushAssignment(fold);
  if (gotAgent) countAgent(fold, agentId);
  if (gotTeam && !fold.assigned.teams.includes(teamId)) fold.assigned.teams.push(teamId);
  if (gotAgent || gotTeam) noteHandoff(fold);
}

/** An assignment that lasted no time is replaced, not kept. */
function pushAssignment({ facts, clock }: TicketFold): void {
  const last = facts.assignments.at(-1);
  if (last && last.from === clock.ms && last.first_reply_calendar_ms === null) facts.assignments.pop();
  else if (last) last.until = clock.ms;
  facts.assignments.push({
    agent_id: facts.assignee_id,
    team_id: facts.team_id,
    from: clock.ms,
    until: null,
    first_reply_calendar_ms: null,
  });
}

function countAgent({ facts, assigned, clock }: TicketFold, agentId: string): void {
  facts.first_assigned_at ??= clock.ms;
  facts.last_assigned_at = clock.ms;
  if (!assigned.agents.includes(agentId)) assigned.agents.push(agentId);
  if (assigned.lastAgent !== '' && assigned.lastAgent !== agentId) facts.handoffs++;
  assigned.lastAgent = agentId;
}

/** The hand-off by a bot is the first assignment of a person or a team after the bot has replied. */
function noteHandoff(fold: TicketFold): void {
  const { responses, facts, clock } = fold;
  if (!responses.botReplied || responses.handoff) return;
  responses.handoff = markNow(clock);
  facts.handoff_at = clock.ms;
  slaHandedOff(fold);
}

/** Where no event tells of assignments nobody knows when the assignee of the record got it. */
export function settleAssignments({ facts, assigned, coverage }: TicketFold): void {
  facts.agent_stations = assigned.agents.length;
  facts.team_stations = assigned.teams.length;
  if (coverage.assignments) return;
  facts.first_assigned_at = null;
  facts.last_assigned_at = null;
}
