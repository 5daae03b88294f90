import { entity, flag, instant, integer, label, nullable, text } from '../model/entity.ts';
import { customerColumns, sourceColumns } from './shared-columns.ts';

/** Customers as a source describes them. */
export const customers = entity({
  name: 'customers',
  doc: 'Customers, as their sources describe them.',
  key: ['id'],
  version: 'source',
  shardBy: 'id',
  columns: {
    ...sourceColumns,
    ...customerColumns,
    name: text('name'),
    email: text('in lower case; empty when unknown'),
    phone: text('digits with a leading +; empty when unknown'),
    language: label('BCP 47; empty when unknown'),
    region: label('region'),
    country: label('country'),
    created_at: nullable(instant('first seen by the source')),
  },
});

/** Which traces lead to which customer. The first link of a trace stays; merges are rows of their own. */
export const identities = entity({
  name: 'identities',
  doc: 'Traces and the customer they lead to. The first link of a trace stays.',
  key: ['kind', 'value'],
  version: 'source',
  shardBy: 'value',
  columns: {
    kind: label('external, email, phone, device or handle'),
    value: text('normalised'),
    ...customerColumns,
    version: sourceColumns.version,
    import_id: sourceColumns.import_id,
  },
});

/** Agents and bots. */
export const agents = entity({
  name: 'agents',
  doc: 'Agents and bots. A deleted agent keeps the history.',
  key: ['id'],
  version: 'source',
  shardBy: 'id',
  columns: {
    ...sourceColumns,
    name: text('name'),
    email: text('in lower case; empty when unknown'),
    team_id: label('team now'),
    kind: label('human or bot'),
    role: label('role now, in the words of the source'),
    joined_at: nullable(instant('first day')),
    left_at: nullable(instant('last day')),
    active: flag('still there'),
  },
});

/** Teams and the schedule they work by. */
export const teams = entity({
  name: 'teams',
  doc: 'Teams and the schedule they work by.',
  key: ['id'],
  version: 'source',
  shardBy: 'id',
  columns: {
    ...sourceColumns,
    name: text('name'),
    schedule_id: label('schedule; empty is the default one'),
    tier: integer('support tier: 1 is the first line, a ticket passed to a larger one is escalated; 0 when there are no tiers'),
  },
});
