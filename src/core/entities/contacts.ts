import { entity, flag, instant, integer, key, label, nullable, text } from '../model/entity.ts';
import { derivedColumns } from './shared-columns.ts';

/** Contacts of a customer over all channels, stored by customer so that sequences read in order. Filled from tickets. */
export const contacts = entity({
  name: 'contacts',
  doc: 'Contacts of a customer in order of time, filled from tickets: for repeat contact and first contact resolution.',
  key: ['home_customer_key', 'id'],
  version: 'revision',
  shardBy: 'home_customer_key',
  columns: {
    id: text('the ticket'),
    ...derivedColumns,
    home_customer_key: key('customer as known at the first fold; never changes'),
    customer_key: key('customer now'),
    created_at: instant('when the customer turned to us'),
    counted: flag('not spam, test, deleted or merged away'),
    is_outbound: flag('opened by an agent'),
    source: label('the system it came from'),
    status: label('status now'),
    priority: label('priority now'),
    channel: label('channel'),
    category: label('contact reason'),
    language: label('BCP 47'),
    region: label('region of the customer'),
    country: label('country of the customer'),
    product: label('product'),
    carrier: label('parcel carrier'),
    team_id: label('team now'),
    assignee_id: text('agent now'),
    handler_id: text('assignee at the last solve'),
    handler_team_id: label('team at the last solve'),
    last_solved_at: nullable(instant('last solve, of a ticket that is solved now')),
    reopens: integer('how often it was reopened, thanks left out'),
    agent_stations: integer('distinct assignees'),
  },
});
