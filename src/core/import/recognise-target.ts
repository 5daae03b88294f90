import { columnWord } from './field-words.ts';
import type { TargetName } from './mapping.ts';
import { matchColumns } from './recognise-columns.ts';
import type { SampleColumn } from './sample-column.ts';
import { targets } from './target.ts';
import { knownWord } from './value-words.ts';

/** What a person may call a shape; `tickets` leaves open whether the rows are tickets or updates of tickets. */
export type TargetHint = TargetName | undefined;

type Matches = ReadonlyMap<string, SampleColumn>;

/** The shape of the rows: by what their columns hold, within what the person said. */
export function recogniseTarget(columns: readonly SampleColumn[], rows: number, hint: TargetHint): TargetName {
  const match = (target: TargetName): Matches => matchColumns(target, targets[target].fields, columns);
  if (hint && hint !== 'tickets') return hint;
  if (isSnapshot(match('ticket_snapshots'), rows)) return 'ticket_snapshots';
  if (hint === 'tickets') return 'tickets';
  const ticket = match('tickets');
  const facts = ['status', 'subject', 'priority', 'solved_at', 'closed_at', 'body', 'first_response_ms'].filter((name) =>
    ticket.has(name),
  ).length;
  if (isMessage(match('messages'), facts)) return 'messages';
  if (isEvent(match('ticket_events'), ticket)) return 'ticket_events';
  if (isAnswer(match('survey_responses'), facts) && !isMeasured(ticket) && !hasStates(ticket)) return 'survey_responses';
  if (facts === 0 && isPerson(columns)) return isAgent(columns) ? 'agents' : 'customers';
  return 'tickets';
}

/** The id repeats, and a time says when each state was written. */
function isSnapshot(matches: Matches, rows: number): boolean {
  const id = matches.get('source_id');
  if (!id || !matches.has('updated_at') || !matches.has('created_at') || rows < 2) return false;
  return new Set(id.values).size <= 0.9 * id.values.length;
}

function isMessage(matches: Matches, ticketFacts: number): boolean {
  if (!matches.has('text') || !matches.has('at')) return false;
  return matches.has('reply_to_id') || (ticketFacts <= 1 && (matches.has('actor_kind') || matches.has('actor_id')));
}

function isEvent(matches: Matches, ticket: Matches): boolean {
  const kinds = matches.get('kind');
  const ids = matches.get('ticket_id');
  return (
    kinds !== undefined && ids !== undefined && matches.has('at') && !ticket.has('subject') && new Set(ids.values).size < ids.values.length
  );
}

function isAnswer(matches: Matches, ticketFacts: number): boolean {
  return matches.has('score') && matches.has('answered_at') && ticketFacts <= 1;
}

/** Only tickets are waited for. */
function isMeasured(ticket: Matches): boolean {
  return ticket.has('first_response_ms') || ticket.has('resolution_ms');
}

/** Only tickets are open and then solved; an answer is complete at most. */
function hasStates(ticket: Matches): boolean {
  const words = [...new Set(ticket.get('status')?.values)].map((value) => knownWord('status', value));
  return new Set(words).size > 1 && words.every((word) => word !== undefined);
}

function isPerson(columns: readonly SampleColumn[]): boolean {
  return (
    matchColumns('customers', targets.customers.fields, columns).has('email') &&
    !columns.some((column) => columnWord(column.name) === 'text')
  );
}

function isAgent(columns: readonly SampleColumn[]): boolean {
  const matches = matchColumns('agents', targets.agents.fields, columns);
  return matches.has('role') || matches.has('team_id');
}
