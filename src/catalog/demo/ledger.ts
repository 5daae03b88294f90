import type { TicketDraft } from './ticket-draft.ts';
import { truths } from './truths/index.ts';
import type { Decoy, Truth } from './truths/truth.ts';

/** What was planted: never in the store, only beside the data, so that no test guesses. */
export interface LedgerEntry {
  readonly id: number;
  readonly name: string;
  /** First and last local day. */
  readonly from: string;
  readonly until: string;
  readonly planted: Readonly<Record<string, number>>;
  readonly decoys: readonly Decoy[];
  /** Ids of the tickets that the truth touched, in order of creation. */
  readonly tickets: readonly string[];
}

/** Writes down which tickets each truth touches, as they are made. */
export class Ledger {
  readonly #tickets = new Map<Truth, string[]>(truths.map((truth) => [truth, []]));

  /** Notes one ticket. */
  note(ticketId: string, draft: TicketDraft): void {
    for (const [truth, tickets] of this.#tickets) {
      const isTouched = truth.touches ? truth.touches(draft) : draft.truth === truth.id;
      if (isTouched && draft.oddity === null) tickets.push(ticketId);
    }
  }

  /** What was noted so far. */
  entries(): LedgerEntry[] {
    return [...this.#tickets].map(([{ id, name, from, until, planted, decoys }, tickets]) => ({
      id,
      name,
      from,
      until,
      planted,
      decoys,
      tickets,
    }));
  }
}
