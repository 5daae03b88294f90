import { messages } from '../../core/entities/messages.ts';
import { agents, teams } from '../../core/entities/people.ts';
import { surveyResponses } from '../../core/entities/surveys.ts';
import { ticketRecords } from '../../core/entities/ticket-records.ts';
import { withCustomFields } from '../../core/model/custom-field.ts';
import { bind, identifier, integer, join, type Sql, sql } from '../../core/sql/sql.ts';
import { table } from '../store/workspace.ts';
import { entityValues, insertSelect, type StagedRows, usable } from './staged-rows.ts';
import { scaleValues } from './typed-value.ts';

/** What rows of tickets become: records, and where the columns are there, first messages, ratings and the names of agents and teams. */
export function writeTickets(staged: StagedRows): Sql[] {
  return [
    insertSelect(staged, ticketRecords, recordValues(staged), sql`FROM ${usable(staged)} AS rows\nORDER BY id, version, line`),
    ...firstMessages(staged),
    ...ratings(staged),
    ...namesOfPeople(staged),
  ];
}

/** The columns of a ticket's record. A target that was met is only met for good when the ticket is solved. */
export function recordValues(staged: StagedRows): Record<string, Sql> {
  const { has } = staged.compiled;
  const values: Record<string, Sql> = {
    ...entityValues(staged, withCustomFields(ticketRecords, staged.compiled.customFields)),
    ...origin(staged),
  };
  if (has('csat_score')) values.csat_score = sql`toInt64(round(rows.csat_score))`;
  if (has('resolution_sla'))
    values.resolution_sla = sql`if(rows.resolution_sla = 'met' AND NOT (${isDone(staged)}), 'active', rows.resolution_sla)`;
  return values;
}

function isDone({ compiled: { has } }: StagedRows): Sql {
  if (has('status')) return sql`rows.status IN ('solved', 'closed')`;
  const ended = ['solved_at', 'closed_at'].filter(has).map((name) => sql`rows.${identifier(name)} IS NOT NULL`);
  const [first, second] = ended;
  if (!first) return sql`true`;
  return second ? sql`${first} OR ${second}` : first;
}

/** Columns that say where a row came from. */
export function origin({ compiled, importId }: StagedRows): Record<string, Sql> {
  return { source: bind('String', compiled.mapping.source), import_id: bind('String', importId) };
}

/** The id of a message or rating that stands in the row of its ticket. */
export function idOfPart(name: 'body' | 'answer' | 'csat'): Sql {
  return sql`concat(rows.id, ${bind('String', `:${name}`)})`;
}

function firstMessages(staged: StagedRows): Sql[] {
  const { has } = staged.compiled;
  const requester = ['requester_external_id', 'requester_email', 'requester_phone'].filter(has);
  const shared = {
    ...origin(staged),
    ticket_id: sql`rows.id`,
    version: sql`rows.version`,
    public: sql`true`,
    ...Object.fromEntries(['channel', 'language'].filter(has).map((name) => [name, sql`rows.${identifier(name)}`])),
  };
  const message = (name: 'body' | 'answer', order: number, more: Record<string, Sql>) =>
    insertSelect(
      staged,
      messages,
      {
        ...shared,
        id: idOfPart(name),
        sequence: integer(order),
        text: sql`rows.${identifier(name)}`,
        ...more,
      },
      sql`FROM ${usable(staged)} AS rows\nWHERE rows.${identifier(name)} != ''\nORDER BY ticket_id, id`,
    );
  const statements: Sql[] = [];
  if (has('body')) {
    const asked = Object.fromEntries(requester.map((name) => [name, sql`rows.${identifier(name)}`]));
    statements.push(message('body', 0, { at: sql`assumeNotNull(rows.created_at)`, actor_kind: sql`'customer'`, ...asked }));
  }
  if (has('answer')) {
    const agent: Record<string, Sql> = has('assignee_id') ? { actor_id: sql`rows.assignee_id` } : {};
    const answered = answeredAt(staged);
    const at = sql`assumeNotNull(coalesce(${answered}, rows.created_at))`;
    statements.push(message('answer', 1, { at, public: sql`isNotNull(${answered})`, actor_kind: sql`'human'`, ...agent }));
  }
  return statements;
}

/** When the first answer was given: as reported, else at the solve. An answer without a time is kept for reading, but is no reply: it would be one of 0 minutes. */
function answeredAt({ compiled: { has } }: StagedRows): Sql {
  const known = ['first_response_at', 'solved_at', 'closed_at'].filter(has).map((name) => sql`rows.${identifier(name)}`);
  const after = has('first_response_ms') ? [sql`rows.created_at + toIntervalMillisecond(rows.first_response_ms)`] : [];
  return sql`coalesce(${join([...after, ...known, sql`NULL`])})`;
}

function ratings(staged: StagedRows): Sql[] {
  const { has, mapping } = staged.compiled;
  if (!has('csat_score')) return [];
  const instants = ['solved_at', 'closed_at', 'updated_at'].filter(has).map((name) => sql`rows.${identifier(name)}`);
  const answeredAt = [...instants, sql`rows.created_at`].reduce((left, right) => sql`${left}, ${right}`);
  const { id: _id, ticket_id: _ticket, channel: _channel, ...shared } = entityValues(staged, surveyResponses);
  const optional = (name: string, from: string): Record<string, Sql> => (has(from) ? { [name]: sql`rows.${identifier(from)}` } : {});
  const values = {
    ...shared,
    ...origin(staged),
    ...optional('ticket_channel', 'channel'),
    ...optional('agent_id', 'assignee_id'),
    ...optional('comment', 'csat_comment'),
    id: idOfPart('csat'),
    version: sql`rows.version`,
    ticket_id: sql`rows.id`,
    survey: sql`'csat'`,
    kind: sql`'csat'`,
    answered_at: sql`assumeNotNull(coalesce(${answeredAt}))`,
    score: sql`rows.csat_score`,
    ...scaleValues(mapping, 'csat_score'),
  };
  return [
    insertSelect(staged, surveyResponses, values, sql`FROM ${usable(staged)} AS rows\nWHERE rows.csat_score IS NOT NULL\nORDER BY id`),
  ];
}

/** Agents and teams that are only known by what the rows call them. A row of their own wins over these. */
export function namesOfPeople(staged: StagedRows): Sql[] {
  const { compiled, database } = staged;
  const prefix = integer(compiled.mapping.source.length + 2);
  const named = (entity: typeof agents | typeof teams, column: string, more: Record<string, Sql>) =>
    insertSelect(
      staged,
      entity,
      { ...origin(staged), id: sql`rows.id`, name: sql`substring(rows.id, ${prefix})`, ...more },
      sql`FROM (SELECT DISTINCT ${identifier(column)} AS id FROM ${usable(staged)}) AS rows
WHERE id != '' AND id NOT IN (SELECT id FROM ${table(database, entity)})`,
    );
  return [
    ...(compiled.has('assignee_id') ? [named(agents, 'assignee_id', { kind: sql`'human'`, active: sql`true` })] : []),
    ...(compiled.has('team_id') ? [named(teams, 'team_id', {})] : []),
  ];
}
