import { messages } from '../../core/entities/messages.ts';
import { agents, customers, identities, teams } from '../../core/entities/people.ts';
import { surveyResponses } from '../../core/entities/surveys.ts';
import { ticketEvents } from '../../core/entities/ticket-events.ts';
import { ticketRecords } from '../../core/entities/ticket-records.ts';
import type { TargetName } from '../../core/import/mapping.ts';
import type { Entity } from '../../core/model/entity.ts';
import { type Sql, sql } from '../../core/sql/sql.ts';
import { entityValues, type StagedRows } from './staged-rows.ts';
import { writeAnswers } from './write-answers.ts';
import { writeEvents } from './write-events.ts';
import { writeMessages } from './write-messages.ts';
import { writeAgents, writeCustomers } from './write-people.ts';
import { creationEventId, snapshotEventId, writeSnapshots } from './write-snapshots.ts';
import { idOfPart, recordValues, writeTickets } from './write-tickets.ts';

/** What becomes of the rows of one shape. */
export interface ImportShape {
  /** The table that a row of the file has a row in; by it rows are known again. */
  readonly entity: Entity;
  /** The id of that row, over the staged columns. */
  readonly id: (staged: Pick<StagedRows, 'compiled'>) => Sql;
  readonly write: (staged: StagedRows) => readonly Sql[];
  /** The rows that `write` may put others in the place of. */
  readonly replaces: (staged: StagedRows) => readonly ReplacedIds[];
  /** What the row holds beside its id, over `rows`, for shapes of which a source may change a row without saying when; null for the others. */
  readonly content: ((staged: StagedRows) => Readonly<Record<string, Sql>>) | null;
  /** The column of that table that names the ticket; null when the rows say nothing of tickets. */
  readonly ticket: 'id' | 'ticket_id' | null;
}

/** Rows of a table by their ids: an expression over the staged columns. */
export interface ReplacedIds {
  readonly entity: Entity;
  readonly id: Sql;
}

const ownId = () => sql`id`;
const ownRow = (entity: Entity) => () => [{ entity, id: sql`id` }];
const contentOf = (entity: Entity) => (staged: StagedRows) => entityValues(staged, entity);

function rowsOfTickets({ compiled: { has } }: StagedRows): readonly ReplacedIds[] {
  return [
    { entity: ticketRecords, id: sql`id` },
    ...(has('body') ? [{ entity: messages, id: idOfPart('body') }] : []),
    ...(has('answer') ? [{ entity: messages, id: idOfPart('answer') }] : []),
    ...(has('csat_score') ? [{ entity: surveyResponses, id: idOfPart('csat') }] : []),
  ];
}

function rowsOfSnapshots(staged: StagedRows): readonly ReplacedIds[] {
  return [
    { entity: ticketRecords, id: sql`id` },
    { entity: ticketEvents, id: snapshotEventId(staged) },
    { entity: ticketEvents, id: creationEventId },
  ];
}

export const importShapes: Readonly<Record<TargetName, ImportShape>> = {
  tickets: { entity: ticketRecords, id: ownId, write: writeTickets, replaces: rowsOfTickets, content: recordValues, ticket: 'id' },
  ticket_snapshots: {
    entity: ticketEvents,
    id: snapshotEventId,
    write: writeSnapshots,
    replaces: rowsOfSnapshots,
    content: null,
    ticket: 'ticket_id',
  },
  ticket_events: {
    entity: ticketEvents,
    id: ownId,
    write: writeEvents,
    replaces: ownRow(ticketEvents),
    content: null,
    ticket: 'ticket_id',
  },
  messages: { entity: messages, id: ownId, write: writeMessages, replaces: ownRow(messages), content: null, ticket: 'ticket_id' },
  survey_responses: {
    entity: surveyResponses,
    id: ownId,
    write: writeAnswers,
    replaces: ownRow(surveyResponses),
    content: contentOf(surveyResponses),
    ticket: null,
  },
  customers: {
    entity: customers,
    id: ownId,
    write: writeCustomers,
    replaces: ownRow(customers),
    content: contentOf(customers),
    ticket: null,
  },
  agents: { entity: agents, id: ownId, write: writeAgents, replaces: ownRow(agents), content: contentOf(agents), ticket: null },
};

/** Every table that an import can have rows in. */
export const importedEntities: readonly Entity[] = [
  ticketRecords,
  ticketEvents,
  messages,
  surveyResponses,
  customers,
  identities,
  agents,
  teams,
];
