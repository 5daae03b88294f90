import type { TicketEvent } from './ticket-event.ts';
import type { TicketFacts } from './ticket-facts.ts';

/** Takes over what an event sets, of the fields that have no history of their own. True when targets must be matched again. */
export function applyFields(facts: TicketFacts, event: TicketEvent): boolean {
  applyLabels(facts, event);
  if (event.subject !== null) facts.subject = event.subject;
  if (event.is_test !== null) facts.is_test = event.is_test;
  if (event.is_complaint !== null) facts.is_complaint = event.is_complaint;
  if (event.tags_added.length > 0 || event.tags_removed.length > 0) applyTags(facts, event);
  if (event.requester_external_id || event.requester_email || event.requester_phone) applyRequester(facts, event);
  return applyMatched(facts, event);
}

function applyLabels(facts: TicketFacts, event: TicketEvent): void {
  if (event.language !== null && (event.kind !== 'message' || facts.language === '')) facts.language = event.language;
  if (event.region !== null) facts.region = event.region;
  if (event.country !== null) facts.country = event.country;
  if (event.product !== null) facts.product = event.product;
  if (event.carrier !== null) facts.carrier = event.carrier;
}

/** The fields by which policies choose: the channel is the first one known. */
function applyMatched(facts: TicketFacts, event: TicketEvent): boolean {
  let changed = false;
  if (event.channel && facts.channel === '') {
    facts.channel = event.channel;
    changed = true;
  }
  if (event.priority !== null && event.priority !== facts.priority) {
    facts.priority = event.priority;
    changed = true;
  }
  if (event.category !== null && event.category !== facts.category) {
    facts.category = event.category;
    changed = true;
  }
  return changed;
}

function applyTags(facts: TicketFacts, event: TicketEvent): void {
  const kept = facts.tags.filter((tag) => !event.tags_removed.includes(tag));
  for (const tag of event.tags_added) {
    if (!kept.includes(tag)) kept.push(tag);
  }
  facts.tags = kept;
}

/**
 * Traces of the customer: one that contradicts what is known replaces all of them, so that two persons never mix; the others complete it.
 * A message tells only where nothing is known: others may write on a ticket.
 */
function applyRequester(facts: TicketFacts, event: TicketEvent): void {
  const known = facts.requester_external_id || facts.requester_email || facts.requester_phone;
  if (event.kind === 'message' && known) return;
  if (known && contradicts(facts, event)) {
    facts.requester_external_id = '';
    facts.requester_email = '';
    facts.requester_phone = '';
  }
  facts.requester_external_id = event.requester_external_id || facts.requester_external_id;
  facts.requester_email = event.requester_email || facts.requester_email;
  facts.requester_phone = event.requester_phone || facts.requester_phone;
}

function contradicts(facts: TicketFacts, event: TicketEvent): boolean {
  return (
    differ(facts.requester_external_id, event.requester_external_id) ||
    differ(facts.requester_email, event.requester_email) ||
    differ(facts.requester_phone, event.requester_phone)
  );
}

function differ(known: string, told: string): boolean {
  return known !== '' && told !== '' && known !== told;
}
