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
import { snapshotEventId, writeSnapshots } from './write-snapshots.ts';
import { recordValues, writeTickets } from './write-tickets.ts';

/** What becomes of the rows of one shape. */
export interface ImportShape {
  /** The table that a row of the file has a row in; by it rows are known again. */
  readonly entity: Entity;
  /** The id of that row, over the staged columns. */
  readonly id: (staged: Pick<StagedRows, 'compiled'>) => Sql;
  readonly write: (staged: StagedRows) => readonly Sql[];
  /** What the row holds beside its id, over `rows`, for shapes of which a source may change a row without saying when; null for the others. */
  readonly content: ((staged: StagedRows) => Readonly<Record<string, Sql>>) | null;
  /** The column of that table that names the ticket; null when the rows say nothing of tickets. */
  readonly ticket: 'id' | 'ticket_id' | null;
}

const ownId = () => sql`id`;
const contentOf = (entity: Entity) => (staged: StagedRows) => entityValues(staged, entity);

export const importShapes: Readonly<Record<TargetName, ImportShape>> = {
  tickets: { entity: ticketRecords, id: ownId, write: writeTickets, content: recordValues, ticket: 'id' },
  ticket_snapshots: { entity: ticketEvents, id: snapshotEventId, write: writeSnapshots, content: null, ticket: 'ticket_id' },
  ticket_events: { entity: ticketEvents, id: ownId, write: writeEvents, content: null, ticket: 'ticket_id' },
  messages: { entity: messages, id: ownId, write: writeMessages, content: null, ticket: 'ticket_id' },
  survey_responses: { entity: surveyResponses, id: ownId, write: writeAnswers, content: contentOf(surveyResponses), ticket: null },
  customers: { entity: customers, id: ownId, write: writeCustomers, content: contentOf(customers), ticket: null },
  agents: { entity: agents, id: ownId, write: writeAgents, content: contentOf(agents), ticket: null },
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
