import { messages } from '../../core/entities/messages.ts';
import { ticketEvents } from '../../core/entities/ticket-events.ts';
import { tickets } from '../../core/entities/tickets.ts';
import type { Output } from '../../core/model/endpoints/index.ts';
import { UserError } from '../../core/model/user-error.ts';
import { bind, identifier, join, sql } from '../../core/sql/sql.ts';
import { ticketLink } from '../../core/tickets/ticket-link.ts';
import { askStore } from '../query/ask.ts';
import { readNames } from '../query/names.ts';
import { table, type Workspace } from '../store/workspace.ts';
import type { OpenWorkspace } from './open-workspace.ts';
import { readOtherTickets } from './read-other-tickets.ts';
import { readTicketAnswers } from './read-ticket-answers.ts';
import { isoInstant, isoRow } from './row-values.ts';

type Ticket = Output<'ticket'>;
type Entry = Ticket['thread'][number];

const changeColumns = [
  'status',
  'priority',
  'assignee_id',
  'team_id',
  'channel',
  'category',
  'subject',
  'language',
  'region',
  'country',
  'product',
  'carrier',
  'merged_into',
  'sla_metric',
  'sla_outcome',
] as const;

const actionColumns = ['at', 'sequence', 'actor_kind', 'actor_id', 'public'].map(identifier);

/** One ticket with its facts, and what was said and done on it in order of time. */
export async function readTicket(workspace: OpenWorkspace, id: string): Promise<Ticket> {
  const [facts, said, done, answers, others, { templates }] = await Promise.all([
    readFacts(workspace, id),
    readMessages(workspace, id),
    readEvents(workspace, id),
    readTicketAnswers(workspace, id),
    readOtherTickets(workspace, id),
    workspace.settings.read('ticket-links'),
  ]);
  const names = await readNames(askStore(workspace.store), workspace.database, new Set([...said, ...done].map(({ actor }) => actor)));
  if (!facts) throw new UserError('unknown_ticket', `There is no ticket ${JSON.stringify(id)}; ids are written source:id.`, 404);
  const ordered = [...said, ...done].toSorted((a, b) => a.at.localeCompare(b.at) || a.sequence - b.sequence);
  return {
    facts,
    thread: ordered.map(({ sequence: _, ...entry }) => ({ ...entry, actor: names[entry.actor] ?? entry.actor })),
    answers,
    others,
    link: ticketLink(templates, String(facts.source), id),
  };
}

async function readFacts({ store, database }: Workspace, id: string): Promise<Record<string, unknown> | null> {
  const { rows } = await store.query(sql`SELECT *
FROM ${table(database, tickets)}
WHERE id = ${bind('String', id)}
LIMIT 1`);
  return rows[0] ? isoRow(tickets.columns, rows[0]) : null;
}

interface Placed extends Entry {
  readonly sequence: number;
}

interface ActionRow {
  readonly at: string;
  readonly sequence: number;
  readonly kind: string;
  readonly actor_kind: string;
  readonly actor_id: string;
  readonly public: boolean | null;
}

async function readMessages(workspace: Workspace, id: string): Promise<Placed[]> {
  const { rows } = await workspace.store.query<ActionRow & { text: string }>(sql`SELECT ${join(actionColumns)}, 'message' AS kind, text
FROM ${table(workspace.database, messages)}
WHERE ticket_id = ${bind('String', id)}`);
  return rows.map((row) => ({ ...placed(row), text: row.text, changes: {} }));
}

async function readEvents(workspace: Workspace, id: string): Promise<Placed[]> {
  const { rows } = await workspace.store.query<ActionRow & Record<string, unknown>>(sql`SELECT ${join([
    ...actionColumns,
    ...['kind', 'tags_added', 'tags_removed', ...changeColumns].map(identifier),
  ])}
FROM ${table(workspace.database, ticketEvents)}
WHERE ticket_id = ${bind('String', id)}`);
  return rows.map((row) => ({ ...placed(row), text: '', changes: changesOf(row) }));
}

function placed(row: ActionRow): Omit<Placed, 'text' | 'changes'> {
  return {
    at: isoInstant(row.at),
    sequence: row.sequence,
    kind: row.kind,
    actorKind: row.actor_kind,
    actor: row.actor_id,
    public: row.public,
  };
}

function changesOf(row: Readonly<Record<string, unknown>>): Record<string, string> {
  const fields = changeColumns.filter((name) => row[name] !== null).map((name) => [name, String(row[name])]);
  const tags = (['tags_added', 'tags_removed'] as const)
    .map((name) => [name, (row[name] as readonly string[]).join(', ')])
    .filter(([, value]) => value !== '');
  return Object.fromEntries([...fields, ...tags]);
}
