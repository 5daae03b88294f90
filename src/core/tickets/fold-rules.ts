import type { Setting } from '../model/settings/index.ts';
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

/** Whether a ticket is a complaint: marked by the source, or by its category or one of its tags. */
export function isComplaint(facts: Pick<TicketFacts, 'is_complaint' | 'category' | 'tags'>, rule: FoldRules['complaint']): boolean {
  return (
    (rule.marked && facts.is_complaint) ||
    (facts.category !== '' && rule.categories.includes(facts.category)) ||
    facts.tags.some((tag) => rule.tags.includes(tag))
  );
}
