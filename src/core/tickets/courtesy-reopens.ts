import { isDone } from './status.ts';
import type { TicketEvent } from './ticket-event.ts';

/**
 * Positions of the events that reopened a solved ticket only to bring thanks: the customer wrote nothing but courtesy since the solve,
 * nobody on our side replied, and the ticket was solved again. As long as it is not solved again, the reopening counts.
 */
export function findCourtesyReopens(events: readonly TicketEvent[]): ReadonlySet<number> | null {
  const found = new Set<number>();
  let solvedAt = -1;
  let reopenedAt = -1;
  let done = false;
  for (let i = 0; i < events.length; i++) {
    const status = events[i]?.status;
    if (!status || isDone(status) === done) continue;
    done = !done;
    if (!done) reopenedAt = i;
    else if (reopenedAt >= 0 && onlyThanks(events, solvedAt, i)) found.add(reopenedAt);
    else solvedAt = i;
  }
  return found.size > 0 ? found : null;
}

/** Of the messages between the solve and the next one. A reply in the instant of the solve belongs to the solve. */
function onlyThanks(events: readonly TicketEvent[], solvedAt: number, untilPosition: number): boolean {
  const solveMs = events[solvedAt]?.at;
  let thanked = false;
  for (let i = solvedAt + 1; i <= untilPosition; i++) {
    const event = events[i];
    if (event?.kind !== 'message' || event.public === false) continue;
    if (event.actor_kind === 'customer' && event.courtesy) thanked = true;
    else if (event.actor_kind === 'customer') return false;
    else if (event.actor_kind === 'human' && event.at !== solveMs) return false;
  }
  return thanked;
}
