import type { Conduct } from '../conduct.ts';
import type { Desk } from '../desk.ts';
import type { Asked, Mood } from '../mood.ts';
import type { Random } from '../random.ts';
import type { Agent } from '../setup/agents.ts';
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
  /** Share of such tickets that are written and never reach us. */
  readonly loses?: (draft: TicketDraft) => number;
  /** Puts labels or other words on any ticket that counts, once its customer and matter are known. */
  readonly mark?: (draft: TicketDraft, random: Random) => TicketDraft;
  /** Changes how a ticket is dealt with. */
  readonly conduct?: (draft: TicketDraft, conduct: Conduct) => Conduct;
  /** Weight with which somebody of the team takes a ticket, 1 is the usual one. */
  readonly takes?: (agent: Agent, draft: TicketDraft) => number;
  /** Changes how somebody deals with a ticket taken at an instant. */
  readonly manner?: (agent: Agent, at: number, conduct: Conduct) => Conduct;
  /** Changes how content a customer is, and the words of those who are not. */
  readonly mood?: (asked: Asked, mood: Mood) => Mood;
  /** Whether mails to a provider bounce on a day. */
  readonly bounces?: (provider: string, day: number) => boolean;
  /** Whether the ledger names a ticket; without it, the tickets of the surge. */
  readonly touches?: (draft: TicketDraft) => boolean;
}
