import { isDone } from './status.ts';
import type { TicketEvent } from './ticket-event.ts';
import type { Coverage } from './ticket-fold.ts';

const noBots: readonly string[] = [];

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What a ticket's events tell of it, read before the fold. */
export function surveyEvents(events: readonly TicketEvent[]): Coverage {
  const seen: Mutable<Coverage> = {
    created: false,
    messages: false,
    replies: false,
    statuses: false,
    solves: false,
    assignments: false,
    courtesies: false,
    outcomes: false,
    restored: false,
    bots: noBots,
  };
  for (const event of events) surveyEvent(seen, event);
  return seen;
}

function surveyEvent(seen: Mutable<Coverage>, event: TicketEvent): void {
  if (event.kind === 'created') seen.created = true;
  if (event.kind === 'message') surveyMessage(seen, event);
  if (event.kind === 'restore' || event.merged_into === '') seen.restored = true;
  if (event.status) surveyStatus(seen, event.status);
  if (event.assignee_id !== null) seen.assignments = true;
  if (event.sla_outcome) seen.outcomes = true;
  if (event.actor_kind === 'bot' && event.actor_id && !seen.bots.includes(event.actor_id)) seen.bots = [...seen.bots, event.actor_id];
}

function surveyMessage(seen: Mutable<Coverage>, event: TicketEvent): void {
  seen.messages = true;
  if (event.actor_kind === 'human' && event.public !== false) seen.replies = true;
  if (event.courtesy) seen.courtesies = true;
}

function surveyStatus(seen: Mutable<Coverage>, status: string): void {
  seen.statuses = true;
  if (isDone(status)) seen.solves = true;
}
