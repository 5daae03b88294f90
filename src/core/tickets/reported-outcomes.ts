import { reportOutcome } from './reported-facts.ts';
import type { TicketEvent } from './ticket-event.ts';
import type { TicketFacts } from './ticket-facts.ts';

interface Outcome {
  readonly metric: string;
  readonly outcome: string;
  readonly at: number;
}

/**
 * Outcomes of targets that events report. First response and resolution have one, the last that was told; next responses have one each,
 * except that an outcome replaces the `active` before it. Repeating an outcome, as a snapshot does, says nothing new.
 */
function reportedOutcomes(events: readonly TicketEvent[]): Outcome[] {
  const found: Outcome[] = [];
  for (const event of events) {
    if (!event.sla_metric || !event.sla_outcome) continue;
    const told = { metric: event.sla_metric, outcome: event.sla_outcome, at: event.at };
    const position = found.findLastIndex((one) => one.metric === told.metric);
    const last = found[position];
    if (last?.outcome === told.outcome && isSnapshot(event)) continue;
    if (last && (told.metric !== 'next_response' || last.outcome === 'active')) found[position] = told;
    else found.push(told);
  }
  return found;
}

function isSnapshot(event: TicketEvent): boolean {
  return event.kind !== 'sla';
}

/** Writes the reported outcomes of metrics that no policy computed. */
export function settleReportedOutcomes(facts: TicketFacts, events: readonly TicketEvent[]): void {
  const computed = new Set(facts.slas.map((sla) => sla.metric));
  for (const { metric, outcome, at } of reportedOutcomes(events)) {
    if (!computed.has(metric)) reportOutcome(facts, metric, outcome, at);
  }
}
