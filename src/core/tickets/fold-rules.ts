import type { Setting } from '../model/settings/index.ts';
import type { TicketRecord } from './fold-context.ts';
import type { TicketEvent } from './ticket-event.ts';
import type { TicketFacts } from './ticket-facts.ts';

/** What the house has decided about messages and tickets. */
export interface FoldRules {
  readonly senders: Setting<'automatic-senders'>;
  readonly courtesy: Setting<'courtesy'>;
  readonly complaint: Setting<'complaint-rule'>;
}

/** What holds where nobody has decided anything. */
export const usualRules: FoldRules = {
  senders: { agents: [], addresses: [] },
  courtesy: { enabled: true, words: [] },
  complaint: { marked: true, categories: [], tags: [] },
};

const ofDefault = 'earshot:default-';

/** Whether a ticket is a complaint: marked by the source, or by its category or one of its tags. */
export function isComplaint(facts: Pick<TicketFacts, 'is_complaint' | 'category' | 'tags'>, rule: FoldRules['complaint']): boolean {
  return (
    (rule.marked && facts.is_complaint) ||
    (facts.category !== '' && rule.categories.includes(facts.category)) ||
    facts.tags.some((tag) => rule.tags.includes(tag))
  );
}

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
