import type { Customer } from './customer.ts';
import type { Category, Desk, TeamId, TicketChannel } from './desk.ts';
import type { Opening } from './phrases/phrasebook.ts';
import type { Place } from './place.ts';

export type Priority = 'low' | 'normal' | 'high' | 'urgent';

/** Tickets that a help desk has and that do not count. */
export type Oddity = 'spam' | 'test' | 'merged';

/** What is known of a ticket before its story is told. */
export interface TicketDraft {
  readonly createdAt: number;
  /** Local day of the desk, in days since 1970-01-01. */
  readonly day: number;
  readonly desk: Desk;
  readonly team: TeamId;
  readonly channel: TicketChannel;
  readonly category: Category;
  readonly priority: Priority;
  readonly product: string;
  readonly carrier: string;
  readonly place: Place;
  readonly customer: Customer;
  readonly order: string;
  readonly isComplaint: boolean;
  readonly oddity: Oddity | null;
  readonly tags: readonly string[];
  /** Draws of the story; each ticket has its own. */
  readonly seed: number;
  /** The truth that brought the ticket; 0 is none. */
  readonly truth: number;
  /** Its feed has counted it and never delivers it. */
  readonly isLost: boolean;
  /** What the customer writes, where it is not the usual. */
  readonly openings: readonly Opening[] | null;
}
