import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { matters } from '../datasets/matters.ts';
import { matterPending } from './matter-pending.ts';
import { shareInterval } from './share-interval.ts';

const contact = { customer_key: '7', home_customer_key: '7', counted: true, category: 'shipping' };

export const channelSwitchRate: AggregateMetric = {
  kind: 'aggregate',
  name: 'channel_switch_rate',
  unit: 'percent',
  better: 'down',
  dataset: matters,
  time: 'started',
  where: sql`notEmpty(channels)`,
  pending: matterPending,
  inputs: { switched: sql`countIf(length(channels) > 1)`, matters: sql`count()` },
  value: parseFormula('100 * switched / matters'),
  n: 'matters',
  interval: shareInterval('switched', 'matters'),
  counterweight: 'csat',
  smallN: 30,
  reference: texts(
    'article 002: customers change channels and expect not to repeat themselves',
    '文章 002：客户会切换渠道，并期望无需重复说明',
    '文章 002：客戶會切換管道，並期望不必重複說明',
    'статья 002: клиенты меняют каналы и рассчитывают, что повторять не придётся',
  ),
  examples: [
    {
      name: 'mail and then chat on one matter is a change; a second matter after ten quiet days is another',
      rows: [
        { ...contact, id: 'a', created_at: '2026-03-02T09:00:00Z', channel: 'email' },
        { ...contact, id: 'b', created_at: '2026-03-05T09:00:00Z', channel: 'chat' },
        { ...contact, id: 'c', created_at: '2026-03-16T09:00:00Z', channel: 'email' },
        { ...contact, id: 'd', created_at: '2026-03-30T09:00:00Z', channel: 'chat' },
      ],
      value: 50,
      n: 2,
    },
    {
      name: 'a contact within seven days of the solve still belongs to the matter',
      rows: [
        { ...contact, id: 'a', created_at: '2026-03-02T09:00:00Z', last_solved_at: '2026-03-09T09:00:00Z', channel: 'email' },
        { ...contact, id: 'b', created_at: '2026-03-14T09:00:00Z', channel: 'chat' },
      ],
      value: 100,
      n: 1,
    },
  ],
  text: {
    en: {
      label: 'Channel switch rate',
      definition: 'Matters in which the customer used more than one channel ÷ matters; by the first contact.',
      edgeCases:
        'A matter is one customer and one category with at most 7 days from a contact, or its solve, to the next. Matters that may still go on are pending. Customers and channels that are not known are left out.',
      inputs: { switched: 'matters on several channels', matters: 'matters' },
    },
    'zh-Hans': {
      label: '渠道切换率',
      definition: '客户使用了多个渠道的事项 ÷ 全部事项；按首次联系的时间统计。',
      edgeCases:
        '同一客户、同一问题类型，且距上次联系或其解决不超过 7 天的联系为一个事项。可能仍会继续的事项记为统计未满期。无法识别的客户和未知渠道不计入。',
      inputs: { switched: '跨渠道事项数', matters: '事项数' },
    },
    'zh-Hant': {
      label: '管道切換率',
      definition: '客戶使用了多個管道的事項 ÷ 全部事項；依首次聯繫的時間統計。',
      edgeCases:
        '同一客戶、同一問題類別，且距上次聯繫或其解決不超過 7 天的聯繫為一個事項。可能仍會繼續的事項記為尚未滿期。無法識別的客戶與未知管道不計入。',
      inputs: { switched: '跨管道事項數', matters: '事項數' },
    },
    ru: {
      label: 'Доля вопросов со сменой канала',
      definition: 'Вопросы, по которым клиент писал больше чем по одному каналу ÷ вопросы; по времени первого обращения.',
      edgeCases:
        'Вопрос — один клиент и одна тематика, от обращения или его решения до следующего не больше 7 дней. Вопросы, которые могут продолжиться, ждут срока. Неизвестные клиенты и каналы не учитываются.',
      inputs: { switched: 'вопросы с несколькими каналами', matters: 'вопросы' },
    },
  },
};
