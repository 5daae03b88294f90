import type { Dashboard, Tile } from '../../core/model/dashboard.ts';
import { texts } from '../../core/model/locale.ts';
import { waitingMetrics as waiting } from './waiting-metrics.ts';

/** A figure with its course, named after its metric. */
function figure(metric: string): Tile {
  return {
    name: metric.replace(/[^a-z0-9]+/g, '-').replace(/-$/, ''),
    query: { metrics: [metric], grain: 'week' },
    chart: 'number',
    width: 3,
  };
}

/** The scorecards of five published articles, with each article's own variant where it differs. */
export const scorecards: readonly Dashboard[] = [
  {
    name: 'scorecard-zendesk',
    title: texts('Scorecard: Zendesk', '记分卡：Zendesk', '計分卡：Zendesk', 'Карта показателей: Zendesk'),
    tiles: ['csat', 'ces', 'first_response_median', 'full_resolution_median'].map(figure),
    waiting: [waiting.churn, waiting.lifetimeValue, waiting.loyalCustomers],
  },
  {
    name: 'scorecard-jiandaoyun',
    title: texts('Scorecard: Jiandaoyun', '记分卡：简道云', '計分卡：簡道雲', 'Карта показателей: Jiandaoyun (简道云)'),
    tiles: [
      'csat(variant=article)',
      'nps',
      'first_response_median',
      'full_resolution_median(variant=article)',
      'repeat_contact_rate(variant=article)',
      'sla_compliance',
    ].map(figure),
    waiting: [waiting.churn],
  },
  {
    name: 'scorecard-nextiva',
    title: texts('Scorecard: Nextiva', '记分卡：Nextiva', '計分卡：Nextiva', 'Карта показателей: Nextiva'),
    tiles: [
      'csat',
      'nps',
      'ces',
      'first_response_median',
      'average_response',
      'full_resolution_median',
      'resolution_rate',
      'fcr',
      'sla_compliance',
      'interactions_per_ticket(variant=article)',
      'backlog',
    ].map(figure),
    waiting: [waiting.handleTime, waiting.waitingTime, waiting.answerRate, waiting.selfService, waiting.churn, waiting.repurchase],
  },
  {
    name: 'scorecard-agency',
    title: texts(
      'Scorecard: six figures of loyalty',
      '记分卡：六项忠诚指标',
      '計分卡：六項忠誠指標',
      'Карта показателей: шесть показателей лояльности',
    ),
    tiles: ['csat(variant=article_003)', 'nps(variant=article)', 'ces(variant=article_003)'].map(figure),
    waiting: [waiting.churn, waiting.lifetimeValue, waiting.engagement],
  },
  {
    name: 'scorecard-hootsuite',
    title: texts('Scorecard: Hootsuite', '记分卡：Hootsuite', '計分卡：Hootsuite', 'Карта показателей: Hootsuite'),
    tiles: [
      ...[
        'csat',
        'nps(variant=article)',
        'ces(variant=article)',
        'average_response(variant=article)',
        'full_resolution_mean',
        'total_resolution',
        'fcr(variant=article)',
        'created',
      ].map(figure),
      { name: 'category-mix', query: { metrics: ['category_mix'], by: ['category'] }, chart: 'bar', width: 6 },
      { name: 'preferred-channel', query: { metrics: ['preferred_channel'], by: ['channel'] }, chart: 'bar', width: 6 },
    ],
    waiting: [waiting.churn, waiting.retention, waiting.lifetimeValue, waiting.acquisitionCost],
  },
];
