import { entity, instant, label, number, text } from '../model/entity.ts';
import { sourceColumns } from './shared-columns.ts';

/** Tickets that somebody read again and judged, one row a criterion. */
export const qualityReviews = entity({
  name: 'quality_reviews',
  doc: 'Reviews of quality: one row for each criterion of a sampled ticket, with the scale it was judged on.',
  key: ['id'],
  version: 'source',
  shardBy: 'id',
  columns: {
    ...sourceColumns,
    ticket_id: text('the ticket; empty when none'),
    agent_id: text('whose work was judged'),
    team_id: label('team of that agent at the time'),
    reviewer: text('who judged'),
    criterion: label('what was judged: greeting, solution, tone …'),
    score: number('the judgement on its own scale'),
    scale_min: number('smallest score'),
    scale_max: number('largest score'),
    weight: number('how much the criterion counts; 0 counts as 1'),
    at: instant('when it was judged'),
    category: label('contact reason of the ticket'),
    channel: label('channel of the ticket'),
    language: label('language of the ticket'),
    comment: text('what the reviewer wrote'),
  },
});
