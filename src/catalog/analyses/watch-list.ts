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
  /** Times are compared within the values of this dimension: a chat is answered in seconds and a mail in hours. */
  readonly alike?: string;
  /** Days until a day's figure no longer grows: the last ones are not looked at. */
  readonly settleDays?: number;
}

const ofTickets = ['category', 'channel', 'team', 'product', 'region', 'carrier', 'language', 'priority'] as const;
const ofService = ['category', 'channel', 'team', 'language', 'tag'] as const;
const ofAnswers = ['category', 'channel', 'team', 'language', 'region', 'handled_by', 'tag'] as const;
const ofInvitations = ['provider', 'category', 'team', 'language'] as const;
const ofBots = ['channel', 'language', 'category'] as const;
const ofTeams = ['category', 'channel', 'team', 'language'] as const;

const slow = ['first_response_median', 'full_resolution_median'] as const;

/** What Home looks at, causes before what they cause. */
export const watchList: readonly Watched[] = [
  { metric: 'created', kind: 'count', dimensions: ofTickets, follows: [], root: true, least: 5 },
  { metric: 'delivery_rate', kind: 'share', dimensions: ofInvitations, follows: [], least: 2, settleDays: 1 },
  { metric: 'bot_came_back_rate', kind: 'share', dimensions: ofBots, follows: [], least: 2, settleDays: 4 },
  { metric: 'bot_resolution_rate', kind: 'share', dimensions: ofBots, follows: ['bot_came_back_rate'], least: 2, settleDays: 4 },
  { metric: 'bot_handled_rate', kind: 'share', dimensions: ofBots, follows: ['bot_came_back_rate'], least: 2 },
  { metric: 'reopen_rate', kind: 'share', dimensions: ofService, follows: ['created', 'bot_came_back_rate'], least: 2, settleDays: 3 },
  { metric: 'fcr', kind: 'share', dimensions: ofTeams, follows: ['created', 'reopen_rate', 'bot_came_back_rate'], least: 2, settleDays: 8 },
  { metric: 'open_per_agent', kind: 'level', dimensions: ['team'], follows: ['created'], least: 5 },
  {
    metric: 'first_response_median',
    kind: 'mean',
    dimensions: ofService,
    follows: ['created', 'open_per_agent'],
    alike: 'channel',
    least: 5,
    settleDays: 1,
  },
  {
    metric: 'full_resolution_median',
    kind: 'mean',
    dimensions: ofService,
    follows: ['created', 'reopen_rate', 'open_per_agent'],
    alike: 'channel',
    least: 5,
  },
  { metric: 'replies_outside_hours', kind: 'share', dimensions: ['team'], follows: ['created', 'open_per_agent', ...slow], least: 2 },
  { metric: 'sla_compliance', kind: 'share', dimensions: ofTeams, follows: ['created', 'open_per_agent', ...slow], least: 2 },
  {
    metric: 'backlog',
    kind: 'level',
    dimensions: ['category', 'team'],
    follows: ['created', 'reopen_rate', 'open_per_agent', ...slow],
    least: 5,
  },
  { metric: 'csat', kind: 'share', dimensions: ofAnswers, follows: ['created', 'bot_came_back_rate', ...slow], least: 2 },
  { metric: 'ces', kind: 'share', dimensions: ['category', 'channel'], follows: ['created', 'bot_came_back_rate', ...slow], least: 2 },
  { metric: 'nps', kind: 'mean', dimensions: ['category', 'language'], follows: ['created', 'csat'], least: 5 },
  { metric: 'response_rate', kind: 'share', dimensions: ['category', 'team', 'language'], follows: [], least: 2, settleDays: 3 },
  {
    metric: 'response_rate(of=sent)',
    kind: 'share',
    dimensions: ['category', 'team', 'language'],
    follows: ['delivery_rate', 'response_rate'],
    least: 2,
    settleDays: 3,
  },
];
