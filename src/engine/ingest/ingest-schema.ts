import { z } from 'zod';
import { messages } from '../../core/entities/messages.ts';
import { agents, customers, teams } from '../../core/entities/people.ts';
import { surveyInvitations, surveyResponses } from '../../core/entities/surveys.ts';
import { ticketEvents } from '../../core/entities/ticket-events.ts';
import { ticketRecords } from '../../core/entities/ticket-records.ts';
import { calendarEvents, schedules, slaPolicies } from '../../core/entities/working-time.ts';
import type { Column, Entity } from '../../core/model/entity.ts';
import { UserError } from '../../core/model/user-error.ts';
import { nearestName } from '../../core/text/nearest-name.ts';

const open: readonly Entity[] = [
  ticketRecords,
  ticketEvents,
  messages,
  surveyInvitations,
  surveyResponses,
  customers,
  agents,
  teams,
  schedules,
  slaPolicies,
  calendarEvents,
];
const byName = new Map(open.map((entity) => [entity.name, entity]));
const emptyValues = { text: '', label: '', integer: 0, number: 0, flag: false, durationMs: 0, key: 0n, labels: [], list: [] } as const;
const given: readonly string[] = ['import_id', 'received_at', 'customer_key'];
const actors = ['human', 'bot', 'customer', 'system'];
const statuses = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];

/** The entity that rows may be sent to under this name. */
export function ingestEntity(name: string): Entity {
  const entity = byName.get(name);
  if (entity) return entity;
  const near = nearestName(name, [...byName.keys()]);
  throw new UserError(
    'unknown_entity',
    `"${name}" takes no rows${near ? `, did you mean "${near}"?` : ''}; allowed are ${[...byName.keys()].join(', ')}`,
    404,
  );
}

/** The schema of a sent row: what is not sent is empty; ids, instants and kinds must be sent; unknown columns are refused by name. */
export function ingestSchema(entity: Entity): z.ZodType<Record<string, unknown>> {
  const shape = Object.entries(entity.columns)
    .filter(([name, column]) => !given.includes(name) && column.computed === undefined)
    .map(([name, column]) => [name, columnSchema(entity, name, column)] as const);
  return z.strictObject(Object.fromEntries(shape)).transform((row) => withPrefixes(entity, row));
}

function columnSchema(entity: Entity, name: string, column: Column): z.ZodType {
  const schema = closedSet(entity, name, column) ?? column.schema;
  if (name === 'id' || name === 'ticket_id' || name === 'source')
    return entity.key.includes(name) || name === 'source' ? z.string().min(1).max(500) : z.string().default('');
  if (name === 'version') return z.number().int().optional();
  if (column.nullable) return schema.default(null);
  if (column.kind === 'instant' || column.kind === 'date' || name === 'kind') return schema;
  return schema.default(emptyValues[column.kind] as never);
}

function closedSet(entity: Entity, name: string, column: Column): z.ZodType | null {
  const words = name === 'actor_kind' ? actors : name === 'status' && entity.name.startsWith('ticket') ? statuses : null;
  if (!words) return null;
  if (column.nullable) return z.enum(words).nullable();
  return z.union([z.enum(words), z.literal('')]);
}

function withPrefixes(entity: Entity, row: Record<string, unknown>): Record<string, unknown> {
  const prefix = `${String(row.source)}:`;
  const prefixed = (value: unknown): unknown =>
    typeof value === 'string' && value !== '' && !value.startsWith(prefix) ? prefix + value : value;
  const ids = ['id', 'ticket_id', 'invitation_id', 'merged_into', 'requester_external_id'].filter((name) => name in entity.columns);
  const at = row.at ?? row.answered_at ?? row.sent_at ?? row.created_at ?? row.valid_from ?? 0;
  return { ...row, ...Object.fromEntries(ids.map((name) => [name, prefixed(row[name])])), version: row.version ?? at };
}
