import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { meanInterval } from '../../core/stats/mean-interval.ts';
import { matters } from '../datasets/matters.ts';
import { matterPending } from './matter-pending.ts';

const contact = { customer_key: '7', home_customer_key: '7', counted: true };

export const channelsPerMatter: AggregateMetric = {
  kind: 'aggregate',
  name: 'channels_per_matter',
  unit: 'ratio',
  better: 'down',
  dataset: matters,
  time: 'started',
  where: sql`notEmpty(channels)`,
  pending: matterPending,
  inputs: {
    channels: sql`sum(length(channels))`,
    squares: sql`sum(length(channels) * length(channels))`,
    matters: sql`count()`,
  },
  value: parseFormula('channels / matters'),
  n: 'matters',
  interval: ({ matters: n = 0, channels = 0, squares = 0 }) => meanInterval(n, channels, squares),
  counterweight: 'csat',
  smallN: 30,
  reference: texts(
    'article 002: three to five channels on the way',
    '文章 002：全程使用三到五个渠道',
    '文章 002：全程使用三到五個管道',
    'статья 002: от трёх до пяти каналов на пути клиента',
  ),
  examples: [
    {
      name: 'three channels on one matter and one on another: two on average',
      rows: [
        { ...contact, id: 'a', category: 'shipping', created_at: '2026-03-02T09:00:00Z', channel: 'email' },
        { ...contact, id: 'b', category: 'shipping', created_at: '2026-03-03T09:00:00Z', channel: 'chat' },
        { ...contact, id: 'c', category: 'shipping', created_at: '2026-03-04T09:00:00Z', channel: 'social' },
        { ...contact, id: 'd', category: 'returns', created_at: '2026-03-04T10:00:00Z', channel: 'email' },
      ],
      value: 2,
      n: 2,
    },
  ],
  text: {
    en: {
      label: 'Channels per matter',
      definition: 'Different channels that a customer used on one matter, on average; by the first contact.',
      edgeCases:
        'A matter is one customer and one category with at most 7 days from a contact, or its solve, to the next. Matters that may still go on are pending. Customers and channels that are not known are left out.',
      inputs: { channels: 'channels over all matters', matters: 'matters', squares: 'sum of their squares' },
    },
    'zh-Hans': {
      label: '每事项渠道数',
      definition: '客户就一个事项平均使用的不同渠道数；按首次联系的时间统计。',
      edgeCases:
        '同一客户、同一问题类型，且距上次联系或其解决不超过 7 天的联系为一个事项。可能仍会继续的事项记为统计未满期。无法识别的客户和未知渠道不计入。',
      inputs: { channels: '各事项渠道数合计', matters: '事项数', squares: '平方和' },
    },
    'zh-Hant': {
      label: '每事項管道數',
      definition: '客戶就一個事項平均使用的不同管道數；依首次聯繫的時間統計。',
      edgeCases:
        '同一客戶、同一問題類別，且距上次聯繫或其解決不超過 7 天的聯繫為一個事項。可能仍會繼續的事項記為尚未滿期。無法識別的客戶與未知管道不計入。',
      inputs: { channels: '各事項管道數合計', matters: '事項數', squares: '平方和' },
    },
    ru: {
      label: 'Каналов на вопрос',
      definition: 'Сколько разных каналов клиент в среднем использует по одному вопросу; по времени первого обращения.',
      edgeCases:
        'Вопрос — один клиент и одна тематика, от обращения или его решения до следующего не больше 7 дней. Вопросы, которые могут продолжиться, ждут срока. Неизвестные клиенты и каналы не учитываются.',
      inputs: { channels: 'каналы по всем вопросам', matters: 'вопросы', squares: 'сумма квадратов' },
    },
  },
};
