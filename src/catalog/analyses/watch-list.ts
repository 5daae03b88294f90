import type { SeriesKind } from '../../core/stats/daily-series.ts';

/** A figure that is watched day by day, everywhere and in its segments. */
export interface Watched {
  /** The call, as a query writes it. */
  readonly metric: string;
  readonly kind: SeriesKind;
  readonly dimensions: readonly string[];
  /** Figures whose change on the same days makes this one move: more tickets make people wait longer. */
  readonly follows: readonly string[];
  /** A rise of it is work that comes in: what follows it is judged as its consequence. */
  readonly root?: true;
  /** Smallest change that is worth a word: in percent of itself for counts and times, else in the metric's own unit. */
  readonly least: number;
  /** Days until a day's figure no longer grows: the last ones are not looked at. */
  readonly settleDays?: number;
}

const ofTickets = ['category', 'channel', 'team', 'product', 'region', 'carrier', 'language', 'priority', 'source', 'tag'] as const;
const ofService = ['category', 'channel', 'team', 'language', 'region', 'tag'] as const;
const ofAnswers = ['category', 'channel', 'team', 'language', 'region', 'product'] as const;
const ofInvitations = ['provider', 'channel', 'category', 'team', 'language', 'region'] as const;

/** What Home looks at, causes before what they cause. */
export const watchList: readonly Watched[] = [
  { metric: 'created', kind: 'count', dimensions: ofTickets, follows: [], root: true, least: 5 },
  { metric: 'reopen_rate', kind: 'share', dimensions: ofService, follows: ['created'], least: 2 },
  {
    metric: 'fcr',
    kind: 'share',
    dimensions: ['category', 'channel', 'team', 'language'],
    follows: ['created', 'reopen_rate'],
    least: 2,
    settleDays: 8,
  },
  { metric: 'first_response_median', kind: 'mean', dimensions: ofService, follows: ['created'], least: 5 },
  { metric: 'full_resolution_median', kind: 'mean', dimensions: ofService, follows: ['created', 'reopen_rate'], least: 5 },
  {
    metric: 'sla_compliance',
    kind: 'share',
    dimensions: ['category', 'channel', 'team', 'language', 'priority'],
    follows: ['created', 'first_response_median', 'full_resolution_median'],
    least: 2,
  },
  {
    metric: 'backlog',
    kind: 'level',
    dimensions: ['category', 'team', 'channel'],
    follows: ['created', 'reopen_rate', 'full_resolution_median'],
    least: 5,
  },
  {
    metric: 'csat',
    kind: 'share',
    dimensions: ofAnswers,
    follows: ['created', 'first_response_median', 'full_resolution_median'],
    least: 2,
  },
  { metric: 'nps', kind: 'mean', dimensions: ['category', 'language'], follows: ['created'], least: 5 },
  { metric: 'response_rate', kind: 'share', dimensions: ofAnswers.slice(0, 5), follows: ['surveys_delivered'], least: 2, settleDays: 3 },
  { metric: 'surveys_delivered', kind: 'count', dimensions: ofInvitations, follows: ['created'], least: 5 },
  {
    metric: 'survey_answers',
    kind: 'count',
    dimensions: ofAnswers.slice(0, 5),
    follows: ['created', 'surveys_delivered'],
    least: 5,
    settleDays: 3,
  },
];
