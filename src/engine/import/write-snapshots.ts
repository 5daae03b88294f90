import { ticketEvents } from '../../core/entities/ticket-events.ts';
import { ticketRecords } from '../../core/entities/ticket-records.ts';
import { type Sql, sql } from '../../core/sql/sql.ts';
import { entityValues, insertSelect, type StagedRows, usable } from './staged-rows.ts';
import { namesOfPeople, origin, recordValues } from './write-tickets.ts';

/** What the states of tickets become: an event for each, one for the creation, and the last state as the ticket's record. */
export function writeSnapshots(staged: StagedRows): Sql[] {
  return [updates(staged), creations(staged), lastStates(staged), ...namesOfPeople(staged)];
}

/** The id of the event that a state is: by number and time, since sources give one number twice. */
export function snapshotEventId({ compiled: { has } }: Pick<StagedRows, 'compiled'>): Sql {
  const number = has('sequence') ? sql`coalesce(toString(sequence), '')` : sql`''`;
  return sql`concat(id, ':', ${number}, ':', toString(version))`;
}

/** The id of the event that is the creation of a ticket. */
export const creationEventId = sql`concat(id, ':created')`;

function updates(staged: StagedRows): Sql {
  const { id: _id, ...state } = entityValues(staged, ticketEvents);
  const cleared = Object.fromEntries(
    ['assignee_id', 'team_id']
      .filter(staged.compiled.has)
      .map((name) => [name, name === 'assignee_id' ? sql`rows.assignee_id` : sql`rows.team_id`]),
  );
  const values = {
    ...state,
    ...cleared,
    ...origin(staged),
    id: snapshotEventId(staged),
    ticket_id: sql`rows.id`,
    at: sql`assumeNotNull(rows.updated_at)`,
    kind: sql`'update'`,
    actor_kind: sql`'human'`,
    ...(staged.compiled.has('tags') ? { tags_added: sql`rows.tags` } : {}),
  };
  return insertSelect(staged, ticketEvents, values, sql`FROM ${usable(staged)} AS rows\nORDER BY rows.id, id`);
}

/** It stands before every state of the same instant, and says nothing but the time: the state at the creation is the first one written. */
function creations(staged: StagedRows): Sql {
  const values = {
    ...origin(staged),
    id: creationEventId,
    ticket_id: sql`rows.id`,
    version: sql`toUnixTimestamp64Milli(rows.at)`,
    at: sql`rows.at`,
    sequence: sql`-1`,
    kind: sql`'created'`,
  };
  return insertSelect(
    staged,
    ticketEvents,
    values,
    sql`FROM (
  SELECT rows.id AS id, min(assumeNotNull(rows.created_at)) AS at
  FROM ${usable(staged)} AS rows
  GROUP BY rows.id
) AS rows
ORDER BY rows.id`,
  );
}

function lastStates(staged: StagedRows): Sql {
  return insertSelect(
    staged,
    ticketRecords,
    recordValues(staged),
    sql`FROM ${usable(staged)} AS rows
ORDER BY rows.id, rows.version DESC, rows.line DESC
LIMIT 1 BY rows.id`,
  );
}
