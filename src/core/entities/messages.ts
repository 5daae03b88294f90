import { entity, flag, instant, integer, label, text } from '../model/entity.ts';
import { actorColumns, requesterColumns, sourceColumns } from './shared-columns.ts';

/** What was said on tickets. Each message also counts as a `message` event in the fold of its ticket. */
export const messages = entity({
  name: 'messages',
  doc: 'What was said on a ticket. Each message is a `message` event of its ticket; it is not sent a second time as an event.',
  key: ['ticket_id', 'id'],
  version: 'source',
  shardBy: 'ticket_id',
  columns: {
    ...sourceColumns,
    ticket_id: text('the ticket, `source:source_id`'),
    at: instant('when it was sent'),
    sequence: integer('order of the source within the same instant'),
    ...actorColumns,
    ...requesterColumns,
    public: flag('the customer can see it'),
    channel: label('email, chat, form, phone, social, messaging, api, other; empty when unknown'),
    language: label('BCP 47; empty when unknown'),
    text: text('plain text'),
  },
});
