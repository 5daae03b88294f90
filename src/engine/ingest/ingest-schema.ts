import { z } from 'zod';
import { messages } from '../../core/entities/messages.ts';
import { agents, customers, teams } from '../../core/entities/people.ts';
import { qualityReviews } from '../../core/entities/quality-reviews.ts';
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
  qualityReviews,
  customers,
  agents,
  teams,
  schedules,
  slaPolicies,
  calendarEvents,
];
const byName = new Map(open.map((entity) => [entity.name, entity]));
const idNames: readonly string[] = ['id', 'ticket_id'];
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

/** A sent row as it is stored, or the first thing that is wrong with it. */
export type SentRow = { readonly row: Record<string, unknown> } | { readonly column: string; readonly reason: string };

/** Reads sent rows of one entity. */
export type IngestSchema = (value: unknown) => SentRow;

interface SentColumn {
  readonly schema: z.ZodType;
  readonly required: boolean;
}

/**
 * The schema of a sent row: ids, instants and kinds must be sent, unknown columns are refused by name, and what is not sent stays out, which leaves it empty.
 * Only what is sent is looked at: events have many columns and use few.
 */
export function ingestSchema(entity: Entity): IngestSchema {
  const columns = new Map(
    Object.entries(entity.columns)
      .filter(([name, column]) => !given.includes(name) && column.computed === undefined)
      .map(([name, column]) => [name, { schema: columnSchema(entity, name, column), required: isRequired(entity, name, column) }]),
  );
  const required = [...columns].filter(([, column]) => column.required).map(([name]) => name);
  const ids = ['id', 'ticket_id', 'invitation_id', 'merged_into', 'requester_external_id'].filter((name) => columns.has(name));
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { column: '', reason: 'no JSON object' };
    const sent = readColumns(columns, value as Record<string, unknown>);
    if ('reason' in sent) return sent;
    const missing = required.find((name) => sent.row[name] === undefined);
    if (missing !== undefined) return { column: missing, reason: 'must be sent' };
    return { row: completed(sent.row, ids) };
  };
}

function readColumns(columns: ReadonlyMap<string, SentColumn>, value: Record<string, unknown>): SentRow {
  const row: Record<string, unknown> = {};
  for (const [name, sent] of Object.entries(value)) {
    const column = columns.get(name);
    if (!column) return { column: name, reason: `there is no such column; there are ${[...columns.keys()].join(', ')}` };
    const parsed = column.schema.safeParse(sent);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return { column: [name, ...(issue?.path ?? [])].join('.'), reason: issue?.message ?? 'not valid' };
    }
    row[name] = parsed.data;
  }
  return { row };
}

function isRequired(entity: Entity, name: string, column: Column): boolean {
  if (name === 'source' || (idNames.includes(name) && entity.key.includes(name))) return true;
  return !column.nullable && (column.kind === 'instant' || column.kind === 'date' || name === 'kind');
}

function columnSchema(entity: Entity, name: string, column: Column): z.ZodType {
  if (idNames.includes(name) || name === 'source') return isRequired(entity, name, column) ? z.string().min(1).max(500) : z.string();
  if (name === 'version') return z.number().int();
  return closedSet(entity, name, column) ?? column.schema;
}

function closedSet(entity: Entity, name: string, column: Column): z.ZodType | null {
  const words = name === 'actor_kind' ? actors : name === 'status' && entity.name.startsWith('ticket') ? statuses : null;
  if (!words) return null;
  if (column.nullable) return z.enum(words).nullable();
  return z.union([z.enum(words), z.literal('')]);
}

/** Ids begin with their source; a row without a version is as new as what it tells of. */
function completed(row: Record<string, unknown>, ids: readonly string[]): Record<string, unknown> {
  const prefix = `${String(row.source)}:`;
  for (const name of ids) {
    const id = row[name];
    if (typeof id === 'string' && id !== '' && !id.startsWith(prefix)) row[name] = prefix + id;
  }
  row.version ??= row.at ?? row.answered_at ?? row.sent_at ?? row.created_at ?? row.valid_from ?? 0;
  row.import_id = 'ingest';
  return row;
}
