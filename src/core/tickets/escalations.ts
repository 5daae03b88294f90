import type { TicketEvent } from './ticket-event.ts';
import type { TicketFold } from './ticket-fold.ts';

const escalatedTag = 'escalated';

/**
 * Counts an event as an escalation when a person raises the priority to urgent, the ticket goes from a team to one of a higher tier, or it gets the tag
 * `escalated`; one event is at most one. To be called before the event is applied. What holds from the start has no instant, and only the tag makes it an escalation.
 */
export function noteEscalation(fold: TicketFold, event: TicketEvent, position: number): void {
  const { facts, clock } = fold;
  const tagged = event.tags_added.includes(escalatedTag) && !facts.tags.includes(escalatedTag);
  if (!tagged && (position === 0 || !(isRaised(fold, event) || isPassedUp(fold, event)))) return;
  facts.escalations++;
  if (position > 0) facts.first_escalated_at ??= clock.ms;
}

function isRaised({ facts }: TicketFold, event: TicketEvent): boolean {
  return event.priority === 'urgent' && event.actor_kind === 'human' && facts.priority !== '' && facts.priority !== 'urgent';
}

function isPassedUp({ facts, context }: TicketFold, event: TicketEvent): boolean {
  if (event.team_id === null || event.team_id === facts.team_id || facts.team_id === '') return false;
  return (context.teamTiers?.get(event.team_id) ?? 0) > (context.teamTiers?.get(facts.team_id) ?? 0);
}
