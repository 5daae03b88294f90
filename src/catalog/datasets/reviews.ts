import { qualityReviews as entity } from '../../core/entities/quality-reviews.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import { sql } from '../../core/sql/sql.ts';

/** Judgements of reviewed tickets, one row a criterion. */
export const reviews: Dataset = {
  name: 'reviews',
  text: { en: 'Quality reviews', 'zh-Hans': '质检记录', 'zh-Hant': '品質評核紀錄', ru: 'Оценки качества' },
  entity,
  population: sql`scale_max > scale_min`,
  times: { judged: { kind: 'event', at: sql`at` } },
  rowColumns: [
    'id',
    'ticket_id',
    'criterion',
    'score',
    'scale_min',
    'scale_max',
    'weight',
    'agent_id',
    'team_id',
    'reviewer',
    'comment',
    'at',
  ],
  searched: ['id', 'ticket_id', 'comment'],
};
