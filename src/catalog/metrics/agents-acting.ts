import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { ticketReplies } from '../datasets/ticket-lists.ts';

export const agentsActing: AggregateMetric = {
  kind: 'aggregate',
  name: 'agents_acting',
  topic: 'workload',
  unit: 'count',
  better: 'neither',
  dataset: ticketReplies,
  time: 'answered',
  where: sql`reply_answered_by != ''`,
  each: { name: 'agent_id', by: sql`reply_answered_by`, inputs: { replies: sql`count()` } },
  inputs: { agents: sql`count()` },
  value: parseFormula('agents'),
  n: 'agents',
  reference: texts(
    'stands in for the list of agents where there is none',
    '没有客服名单时以此代替',
    '沒有客服人員名單時以此代替',
    'вместо списка операторов, когда его нет',
  ),
  examples: [
    {
      name: 'two people replied, however often',
      rows: [
        {
          id: 'a',
          created_at: '2026-03-02T09:00:00Z',
          updated_at: '2026-03-03T12:00:00Z',
          replies: [
            { asked_at: '2026-03-02T09:00:00Z', answered_at: '2026-03-02T09:10:00Z', answered_by: 'anna', business_ms: 600_000 },
            { asked_at: '2026-03-02T16:00:00Z', answered_at: '2026-03-02T20:30:00Z', answered_by: 'ben', business_ms: 7_200_000 },
            { asked_at: '2026-03-03T09:00:00Z', answered_at: '2026-03-03T09:30:00Z', answered_by: 'ben' },
            { asked_at: '2026-03-03T12:00:00Z' },
          ],
          outside_replies: [{ at: '2026-03-02T20:30:00Z' }],
        },
      ],
      value: 2,
    },
  ],
  text: {
    en: {
      label: 'Agents who replied',
      definition: 'Different people who answered at least one question of a customer in the period; by the time of the reply.',
      edgeCases: 'A person counts once a period, so days do not add up to a week. Replies without a name are left out.',
      inputs: { agents: 'agents who replied' },
    },
    'zh-Hans': {
      label: '有回复的客服人数',
      definition: '期内至少回复过一次客户提问的不同客服人数；按回复时间统计。',
      edgeCases: '每人每期计一次，因此各天之和不等于一周。没有署名的回复不计入。',
      inputs: { agents: '有回复的客服人数' },
    },
    'zh-Hant': {
      label: '有回覆的客服人數',
      definition: '期內至少回覆過一次客戶提問的不同客服人數；依回覆時間統計。',
      edgeCases: '每人每期計一次，因此各天總和不等於一週。沒有署名的回覆不計入。',
      inputs: { agents: '有回覆的客服人數' },
    },
    ru: {
      label: 'Отвечавшие операторы',
      definition: 'Сколько разных людей ответили хотя бы на один вопрос клиента за период; по времени ответа.',
      edgeCases: 'Человек учитывается один раз за период, поэтому дни не складываются в неделю. Ответы без имени не учитываются.',
      inputs: { agents: 'отвечавшие операторы' },
    },
  },
};
