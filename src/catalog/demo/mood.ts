import type { Agent } from './setup/agents.ts';
import type { TicketDraft } from './ticket-draft.ts';

/** A customer who is asked how the service was. */
export interface Asked {
  readonly draft: TicketDraft;
  /** Who solved the ticket; null is the bot. */
  readonly handler: Agent | null;
  /** Local day on which the question is sent, in days since 1970-01-01. */
  readonly day: number;
}

/** How content those who are asked are. */
export interface Mood {
  /** Share of the satisfied among the answers. */
  readonly satisfied: number;
  /** What the others may write instead of the usual criticism, and with which share they do. */
  readonly criticism: readonly string[];
  readonly criticismShare: number;
}
