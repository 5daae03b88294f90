/** What a server has said to be durable. */
export class Receipts {
  readonly events = new Set<string>();
  readonly messages = new Set<string>();
  /** Tickets that those rows belong to. */
  readonly tickets = new Set<string>();

  note(entity: 'ticket_events' | 'messages', rows: readonly { readonly id: string; readonly ticket_id: string }[]): void {
    const ids = entity === 'messages' ? this.messages : this.events;
    for (const row of rows) {
      ids.add(`fault:${row.id}`);
      this.tickets.add(`fault:${row.ticket_id}`);
    }
  }
}
