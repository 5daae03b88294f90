import type { qualityReviews } from '../../core/entities/quality-reviews.ts';
import type { Row } from '../../core/model/entity.ts';
import { epochDayAt, instantOfLocal } from '../../core/time/zone.ts';
import { Random } from './random.ts';
import { staff } from './setup/agents.ts';
import { sourceOf } from './setup/source-columns.ts';
import { dayMs, hourMs } from './span-of-data.ts';
import type { Solve, Story } from './story.ts';

export type Review = Row<typeof qualityReviews>;

/** Where the rows of reviews go. */
export interface ReviewSink {
  readonly reviews: Review[];
  readonly until: number;
  readonly importId: string;
}

/** Of the tickets that a person solved, so many are read again by the lead of the team. */
const reviewedShare = 0.02;
const best = 5;

/** What is judged from 0 to 5, with its weight and where the judgements lie. */
const criteria = [
  { name: 'greeting', weight: 1, usual: 4.5 },
  { name: 'solution', weight: 3, usual: 4.1 },
  { name: 'tone', weight: 2, usual: 4.3 },
  { name: 'records', weight: 1, usual: 3.6 },
] as const;

/** The lead of the team reads some of the solved tickets again. Its chances are its own, so that nothing else of the company depends on them. */
export function reviewStory({ log, draft }: Story, { handler, at }: Solve, seed: number, sink: ReviewSink): void {
  const random = new Random(seed, 11, draft.seed);
  if (handler === null || !random.chance(reviewedShare)) return;
  const reviewer = staff.find(({ team, role }) => team === handler.team && role === 'lead');
  const day = epochDayAt(draft.desk.zone, at) + 1 + Math.floor(random.between(0, 6));
  const judgedAt = Math.round(instantOfLocal(draft.desk.zone, day * dayMs + random.between(10, 16) * hourMs));
  if (!reviewer || reviewer.id === handler.id || judgedAt >= sink.until) return;
  for (const { name, weight, usual } of criteria) {
    sink.reviews.push({
      id: `${log.ticketId}-${name}`,
      source: sourceOf(draft.channel),
      version: judgedAt,
      import_id: sink.importId,
      ticket_id: log.ticketId,
      agent_id: handler.id,
      team_id: handler.team,
      reviewer: reviewer.id,
      criterion: name,
      score: Math.min(best, Math.max(0, Math.round(usual + random.between(-1.5, 1.5)))),
      scale_min: 0,
      scale_max: best,
      weight,
      at: judgedAt,
      category: draft.category,
      channel: draft.channel,
      language: draft.desk.language,
      comment: '',
    });
  }
}
