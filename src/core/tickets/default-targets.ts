import type { TicketRecord } from './fold-context.ts';
import type { TicketEvent } from './ticket-event.ts';
import type { TicketFacts } from './ticket-facts.ts';

const ofDefault = 'earshot:default-';

/** Takes back targets that nobody has chosen, of metrics of which the source reports an outcome. */
export function withdrawDefaultTargets(facts: TicketFacts, events: readonly TicketEvent[], record: TicketRecord | null): void {
  if (!facts.slas.some(isOfDefault)) return;
  const reported = new Set(events.flatMap((event) => (event.sla_outcome && event.sla_metric ? [event.sla_metric] : [])));
  if (record?.first_response_sla) reported.add('first_response');
  if (record?.resolution_sla) reported.add('resolution');
  facts.slas = facts.slas.filter((sla) => !isOfDefault(sla) || !reported.has(sla.metric));
}

function isOfDefault({ policy_id }: TicketFacts['slas'][number]): boolean {
  return policy_id.startsWith(ofDefault);
}
