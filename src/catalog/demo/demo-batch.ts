import type { CustomerRow } from './customer-row.ts';
import type { Review } from './review-story.ts';
import type { Invitation, Response } from './survey-story.ts';
import type { Message, TicketEvent } from './ticket-log.ts';

/** Rows of tickets that follow one another in order of creation. */
export interface DemoBatch {
  /** Tickets that count. */
  readonly tickets: number;
  /** Customers who write for the first time. */
  readonly customers: CustomerRow[];
  readonly events: TicketEvent[];
  readonly messages: Message[];
  readonly invitations: Invitation[];
  readonly responses: Response[];
  readonly reviews: Review[];
}

/** A batch that is being filled. */
export interface OpenBatch extends DemoBatch {
  tickets: number;
  readonly until: number;
  readonly importId: string;
}
