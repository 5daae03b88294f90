import { ticketRecords } from '../../core/entities/ticket-records.ts';
import { bind, sql } from '../../core/sql/sql.ts';
import type { FoldContext } from '../../core/tickets/fold-context.ts';
import { foldTicket } from '../../core/tickets/fold-ticket.ts';
import type { TicketFacts } from '../../core/tickets/ticket-facts.ts';
import type { Workspace } from '../store/workspace.ts';
import { readRecords } from './fold-tickets.ts';
import { readEvents } from './read-events.ts';

/** The facts that tickets would have under a context; nothing is written. For few tickets: they stand in memory with their events. */
export async function foldSample(workspace: Workspace, ticketIds: readonly string[], context: FoldContext): Promise<TicketFacts[]> {
  const slice = sql`SELECT arrayJoin(${bind('Array(String)', ticketIds)}) AS ticket_id`;
  const [events, records] = await Promise.all([readEvents(workspace, slice, context.rules), readRecords(workspace, slice, ticketRecords)]);
  const left = new Map(records);
  const facts: TicketFacts[] = [];
  for (const [id, list] of events) {
    const record = left.get(id);
    left.delete(id);
    facts.push(foldTicket(list, record ? { ...context, record } : context));
  }
  for (const record of left.values()) facts.push(foldTicket([], { ...context, record }));
  return facts;
}
