import type { Conduct } from '../conduct.ts';
import type { Desk } from '../desk.ts';
import type { Random } from '../random.ts';
import type { TicketDraft } from '../ticket-draft.ts';

/** What looks like news and is none. */
export interface Decoy {
  readonly name: string;
  readonly from: string;
  readonly until: string;
  readonly planted: Readonly<Record<string, number>>;
}

/** Something that happens in the demo company and must be found. Days are local to the desk and inclusive. */
export interface Truth {
  readonly id: number;
  readonly name: string;
  readonly from: string;
  readonly until: string;
  /** The planted values by name; names end in their unit. */
  readonly planted: Readonly<Record<string, number>>;
  readonly decoys: readonly Decoy[];
  /** Factor on the mean volume of a desk on a day; its mean over the two years is 1. */
  readonly volumeFactor?: (desk: Desk, day: number) => number;
  /** Tickets of a desk on a day on top of the usual, in mean daily volumes of the company. */
  readonly surge?: (desk: Desk, day: number) => number;
  /** Turns an usual ticket into one of the surge. */
  readonly shape?: (draft: TicketDraft, random: Random) => TicketDraft;
  /** Changes how a ticket is dealt with. */
  readonly conduct?: (draft: TicketDraft, conduct: Conduct) => Conduct;
  /** Whether the ledger names a ticket; without it, the tickets of the surge. */
  readonly touches?: (draft: TicketDraft) => boolean;
}
