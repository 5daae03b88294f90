import type { Invitation, Response } from './survey-story.ts';

/** An answer about satisfaction, and whether it is one of the best two of five. */
export interface RatedAnswer {
  readonly response: Response;
  /** When the question was sent. */
  readonly at: number;
  readonly isGood: boolean;
  readonly isByBot: boolean;
  readonly isComplaint: boolean;
  readonly tags: readonly string[];
}

/** Of the answers those about satisfaction, with what is known of their tickets. */
export function ratedAnswers(
  responses: readonly Response[],
  tagsOf: (ticketId: string) => readonly string[],
  complaints: ReadonlySet<string>,
): RatedAnswer[] {
  return responses
    .filter(({ kind, score }) => kind === 'csat' && score !== null)
    .map((response) => ({
      response,
      at: response.invited_at ?? response.answered_at,
      isGood: ((response.score ?? 0) - response.scale_min) / (response.scale_max - response.scale_min) >= 0.75 - 1e-9,
      isByBot: response.team_id === '',
      isComplaint: complaints.has(response.ticket_id),
      tags: tagsOf(response.ticket_id),
    }));
}

/** Whether an invitation reached its customer. */
export function isDelivered({ delivered_at }: Invitation): boolean {
  return delivered_at !== null;
}
