import { messages } from '../../core/entities/messages.ts';
import { type Sql, sql } from '../../core/sql/sql.ts';
import { entityValues, insertSelect, type StagedRows, usable } from './staged-rows.ts';
import { origin } from './write-tickets.ts';

/** Messages go to the ticket they name, else to that of their thread, else each is a ticket of its own. */
export function writeMessages(staged: StagedRows): Sql[] {
  const { has } = staged.compiled;
  const values: Record<string, Sql> = {
    ...entityValues(staged, messages),
    ...origin(staged),
    id: sql`rows.id`,
    version: sql`rows.version`,
    ticket_id: ticketOf(staged),
  };
  if (!has('requester_external_id') && has('actor_id')) {
    values.requester_external_id = has('actor_kind') ? sql`if(rows.actor_kind = 'customer', rows.actor_id, '')` : sql`''`;
  }
  const threads = staged.threads ? sql`\nLEFT ANY JOIN ${staged.threads} AS threads ON threads.message = rows.id` : sql``;
  return [insertSelect(staged, messages, values, sql`FROM ${usable(staged)} AS rows${threads}\nORDER BY ticket_id, id, rows.line`)];
}

function ticketOf({ compiled: { has }, threads }: StagedRows): Sql {
  const thread = threads ? sql`if(threads.root != '', threads.root, rows.id)` : sql`rows.id`;
  return has('ticket_id') ? sql`if(rows.ticket_id != '', rows.ticket_id, ${thread})` : thread;
}
