import { messages } from '../entities/messages.ts';
import { agents, customers } from '../entities/people.ts';
import { surveyResponses } from '../entities/surveys.ts';
import { ticketEvents } from '../entities/ticket-events.ts';
import { ticketRecords } from '../entities/ticket-records.ts';
import type { Column, Columns } from '../model/entity.ts';
import { type ClosedSet, closedSets } from './closed-sets.ts';
import type { TargetName } from './mapping.ts';

/** `id` becomes `source:id`; `closed` takes only the words of a closed set; `email` and `phone` are normalised. */
export type FieldKind =
  | 'id'
  | 'email'
  | 'phone'
  | 'text'
  | 'label'
  | 'closed'
  | 'instant'
  | 'duration'
  | 'number'
  | 'integer'
  | 'flag'
  | 'labels';

/** One thing that a column of a file can be. */
export interface Field {
  readonly name: string;
  readonly doc: string;
  readonly kind: FieldKind;
  readonly nullable: boolean;
  /** A row without it cannot be used. */
  readonly required: boolean;
  readonly closedSet?: ClosedSet;
}

/** A shape that a file can have, with the fields that its columns can be. */
export interface Target {
  readonly name: TargetName;
  readonly doc: string;
  readonly fields: readonly Field[];
}

const managed = new Set(['id', 'source', 'version', 'import_id', 'customer_key', 'tags_removed']);
const idColumns = new Set([
  'ticket_id',
  'assignee_id',
  'team_id',
  'agent_id',
  'actor_id',
  'requester_external_id',
  'merged_into',
  'invitation_id',
  'schedule_id',
]);

const closedColumns: Readonly<Record<string, ClosedSet>> = {
  status: 'status',
  priority: 'priority',
  channel: 'channel',
  ticket_channel: 'channel',
  actor_kind: 'actor_kind',
  first_response_sla: 'sla_outcome',
  resolution_sla: 'sla_outcome',
  sla_outcome: 'sla_outcome',
  sla_metric: 'sla_metric',
  direction: 'direction',
};

function kindOf(name: string, column: Column): FieldKind {
  if (idColumns.has(name)) return 'id';
  if (name.endsWith('email')) return 'email';
  if (name.endsWith('phone')) return 'phone';
  if (column.kind === 'durationMs') return 'duration';
  if (column.kind === 'date' || column.kind === 'key' || column.kind === 'list') return 'text';
  return column.kind;
}

function fieldOf(name: string, column: Column, kind: ClosedSet | undefined, required: boolean): Field {
  const base = { name, doc: column.doc, nullable: column.nullable, required };
  return kind ? { ...base, kind: 'closed', closedSet: kind } : { ...base, kind: kindOf(name, column) };
}

function fieldsOf(
  columns: Columns,
  choice: { required?: readonly string[]; without?: readonly string[]; kinds?: Readonly<Record<string, ClosedSet>> },
): Field[] {
  const closed = { ...closedColumns, ...choice.kinds };
  return Object.entries(columns)
    .filter(([name]) => !managed.has(name) && !choice.without?.includes(name))
    .map(([name, column]) => fieldOf(name, column, closed[name], choice.required?.includes(name) ?? false));
}

function extra(name: string, kind: FieldKind, doc: string, required = false): Field {
  return { name, doc, kind, nullable: true, required };
}

const ownId = (required: boolean) => extra('source_id', 'id', 'id of the row at the source', required);
const updatedAt = (required: boolean) => extra('updated_at', 'instant', 'last update at the source', required);
const ticketColumns: Columns = ticketRecords.columns;
const rating = extra('csat_score', 'number', 'rating of the ticket, with its scale');

const ticketFields = (required: readonly string[]): Field[] =>
  fieldsOf(ticketColumns, { required, without: ['csat_score', 'first_response_ms', 'resolution_ms'] }).concat(
    extra('first_response_ms', 'duration', 'time to the first reply, as reported'),
    extra('resolution_ms', 'duration', 'time to resolution, as reported'),
    rating,
  );

/** Every shape, by name. */
export const targets: Readonly<Record<TargetName, Target>> = {
  tickets: {
    name: 'tickets',
    doc: 'one row a ticket, with its state and figures as the source reports them',
    fields: [
      ownId(false),
      updatedAt(false),
      ...ticketFields(['created_at']),
      extra('body', 'text', 'what the customer wrote first'),
      extra('answer', 'text', 'what was answered first'),
      extra('csat_comment', 'text', 'what was written with the rating'),
    ],
  },
  ticket_snapshots: {
    name: 'ticket_snapshots',
    doc: 'one row an update, each with the whole state of the ticket; the differences become events',
    fields: [
      ownId(true),
      updatedAt(true),
      extra('sequence', 'integer', 'number of the update'),
      ...ticketFields(['created_at']),
      extra('actor_id', 'id', 'who made the update'),
    ],
  },
  ticket_events: {
    name: 'ticket_events',
    doc: 'one row for what happened to a ticket',
    fields: [ownId(false), ...fieldsOf(ticketEvents.columns, { required: ['ticket_id', 'at'], kinds: { kind: 'event_kind' } })],
  },
  messages: {
    name: 'messages',
    doc: 'one row a message; without a ticket it belongs to the thread that it answers',
    fields: [ownId(true), extra('reply_to_id', 'id', 'the message that it answers'), ...fieldsOf(messages.columns, { required: ['at'] })],
  },
  survey_responses: {
    name: 'survey_responses',
    doc: 'one row an answer to a survey',
    fields: [
      ownId(false),
      ...fieldsOf(surveyResponses.columns, {
        required: ['answered_at'],
        without: ['scale_min', 'scale_max', 'scale_step'],
        kinds: { kind: 'survey_kind' },
      }),
    ],
  },
  customers: {
    name: 'customers',
    doc: 'one row a customer',
    fields: [ownId(true), updatedAt(false), ...fieldsOf(customers.columns, {})],
  },
  agents: {
    name: 'agents',
    doc: 'one row an agent or bot',
    fields: [ownId(true), updatedAt(false), ...fieldsOf(agents.columns, { kinds: { kind: 'agent_kind' } })],
  },
};

/** The words that a field takes; none when it takes any. */
export function wordsOf(field: Field): readonly string[] {
  return field.closedSet ? closedSets[field.closedSet] : [];
}
