import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { identifier, type Sql, sql } from '../../core/sql/sql.ts';
import { tickets } from '../datasets/tickets.ts';

function response(options: Readonly<Record<string, string>>): Sql {
  return identifier(`first_response_human_${options.clock}_ms`);
}

export const averageResponse: AggregateMetric = {
  kind: 'aggregate',
  name: 'average_response',
  unit: 'durationMs',
  better: 'down',
  dataset: tickets,
  time: 'created',
  options: { clock: ['calendar', 'business'] },
  where: ({ options }) => sql`NOT is_outbound AND ${response(options)} IS NOT NULL`,
  inputs: { total: ({ options }) => sql`sum(${response(options)})`, answered: sql`count()` },
  value: parseFormula('total / answered'),
  n: 'answered',
  variants: {
    article: {
      where: sql`NOT is_outbound`,
      inputs: { total: ({ options }) => sql`sum(ifNull(${response(options)}, 0))`, queries: sql`count()` },
      value: parseFormula('total / queries'),
      n: 'queries',
    },
  },
  provenance: sql`response_provenance`,
  counterweight: 'reopen_rate',
  smallN: 30,
  reference: texts(
    'article 004: total time to first response ÷ number of queries; industry: over the queries that were answered',
    '文章 004：首次响应时间之和 ÷ 咨询数；行业口径：除以已响应的咨询数',
    '文章 004：首次回應時間總和 ÷ 諮詢數；業界口徑：除以已回應的諮詢數',
    'статья 004: сумма времени до первого ответа ÷ число обращений; отраслевой вариант: ÷ обращения с ответом',
  ),
  examples: [
    {
      name: 'responses after 10 and 20 minutes and one query without: the mean of the answered is 15 minutes',
      rows: [
        { id: 'a', created_at: '2026-03-02T09:00:00Z', first_response_human_calendar_ms: 600_000 },
        { id: 'b', created_at: '2026-03-02T09:00:00Z', first_response_human_calendar_ms: 1_200_000 },
        { id: 'c', created_at: '2026-03-02T09:00:00Z' },
      ],
      value: 900_000,
      n: 2,
    },
    {
      name: 'the article divides by all queries: 10 minutes',
      ask: 'average_response(variant=article)',
      rows: [
        { id: 'a', created_at: '2026-03-02T09:00:00Z', first_response_human_calendar_ms: 600_000 },
        { id: 'b', created_at: '2026-03-02T09:00:00Z', first_response_human_calendar_ms: 1_200_000 },
        { id: 'c', created_at: '2026-03-02T09:00:00Z' },
      ],
      value: 600_000,
      n: 3,
    },
    { name: 'no query: no value', rows: [], value: null, n: 0 },
  ],
  text: {
    en: {
      label: 'Average response time',
      definition: 'Total time to the first response ÷ queries that were answered; tickets by creation.',
      edgeCases:
        'A mean: a few long ones move it, so read the median of the first response time first. Variant "article" (004) divides by all queries, so queries without an answer make it look faster.',
      inputs: { total: 'total time to the first response', answered: 'answered queries', queries: 'queries' },
    },
    'zh-Hans': {
      label: '平均响应时间',
      definition: '首次响应时间之和 ÷ 已响应的咨询数；按工单创建时间统计。',
      edgeCases:
        '这是平均值，少数很长的会拉高它，请先看首次响应时间的中位数。“文章”口径（004）除以全部咨询数，未响应的咨询会让它显得更快。',
      inputs: { total: '首次响应时间之和', answered: '已响应的咨询数', queries: '咨询数' },
    },
    'zh-Hant': {
      label: '平均回應時間',
      definition: '首次回應時間總和 ÷ 已回應的諮詢數；依工單建立時間統計。',
      edgeCases:
        '這是平均值，少數很長的會拉高它，請先看首次回應時間的中位數。「文章」口徑（004）除以全部諮詢數，未回應的諮詢會讓它顯得更快。',
      inputs: { total: '首次回應時間總和', answered: '已回應的諮詢數', queries: '諮詢數' },
    },
    ru: {
      label: 'Среднее время ответа',
      definition: 'Сумма времени до первого ответа ÷ обращения с ответом; по времени создания.',
      edgeCases:
        'Это среднее: несколько долгих ответов сдвигают его, поэтому сначала смотрите медиану времени первого ответа. Вариант «статья» (004) делит на все обращения, и неотвеченные занижают время.',
      inputs: { total: 'сумма времени до первого ответа', answered: 'обращения с ответом', queries: 'обращения' },
    },
  },
};
