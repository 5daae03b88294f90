import type { TicketFacts } from '../../core/tickets/ticket-facts.ts';
import type { RatedAnswer } from './rated-answers.ts';
import type { Invitation, Response } from './survey-story.ts';

/** What a demo company says of itself in surveys. */
export interface CompanySurveys {
  readonly invitations: readonly Invitation[];
  readonly responses: readonly Response[];
  /** Answers about satisfaction. */
  readonly rated: readonly RatedAnswer[];
}

/** A demo company as the product would see it. */
export interface Company extends CompanySurveys {
  readonly facts: readonly TicketFacts[];
  /** Of the reference size. */
  readonly scale: number;
  readonly orders: readonly TicketFacts[];
  /** First contacts that were solved long enough ago, and whether they were settled at once. */
  readonly settled: readonly { readonly fact: TicketFacts; readonly isResolved: boolean }[];
  /** Tickets that the ledger names for a truth. */
  touched(truth: number): TicketFacts[];
}
