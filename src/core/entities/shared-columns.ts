import { computed, instant, integer, key, label, text } from '../model/entity.ts';

/** Columns that every row from outside carries. */
export const sourceColumns = {
  id: text('`source:source_id`, the same at every import'),
  source: label('the system the row came from'),
  version: integer("the source's own update time in epoch milliseconds; the newer row wins"),
  import_id: text('the import or ingest batch that brought the row'),
  received_at: computed(
    instant('when the row came to us, by our clock; what came after the last derivation is derived at the next start'),
    'now64(3)',
  ),
};

/** Columns that every row of ours carries. */
export const derivedColumns = {
  revision: integer('monotonic per workspace; the larger one wins'),
};

/** Who did it, as it was at that time. */
export const actorColumns = {
  actor_kind: label('human, bot, customer or system, at that time'),
  actor_id: text('agent id, customer identity or bot name; empty when unknown'),
  actor_role: label('the role at that time, in the words of the source; empty when unknown'),
};

/** Traces by which the customer is recognised; empty when absent. */
export const requesterColumns = {
  requester_external_id: text("the customer's id at the source, written `source:id`"),
  requester_email: text('in lower case'),
  requester_phone: text('digits with a leading +'),
};

/** The customer: a hash of the first strong identity, or of the record itself when there is none. */
export const customerColumns = {
  customer_key: key('hash of the first strong identity; 0 when nothing is known of the customer'),
};
