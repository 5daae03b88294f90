import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { tickets } from '../datasets/tickets.ts';
import { shareInterval } from './share-interval.ts';

export const botHandledRate: AggregateMetric = {
  kind: 'aggregate',
  name: 'bot_handled_rate',
  topic: 'bots',
  unit: 'percent',
  better: 'neither',
  dataset: tickets,
  time: 'created',
  where: sql`NOT is_outbound AND handled_by != ''`,
  inputs: { handled: sql`countIf(bot_replies > 0)`, tickets: sql`count()` },
  value: parseFormula('100 * handled / tickets'),
  n: 'tickets',
  interval: shareInterval('handled', 'tickets'),
  counterweight: 'bot_came_back_rate',
  smallN: 30,
  reference: texts(
    'article 004: bots take the first query',
    '文章 004：首次咨询由机器人接待',
    '文章 004：首次諮詢由機器人接待',
    'статья 004: первый вопрос принимает бот',
  ),
  examples: [
    {
      name: 'a bot replied to two of four; of a fifth nothing is known of replies',
      rows: [
        { id: 'a', created_at: '2026-03-02T09:00:00Z', bot_replies: 1, response_provenance: 'computed' },
        { id: 'b', created_at: '2026-03-02T09:00:00Z', bot_replies: 2, agent_replies: 1, response_provenance: 'computed' },
        { id: 'c', created_at: '2026-03-02T09:00:00Z', agent_replies: 1, response_provenance: 'computed' },
        { id: 'd', created_at: '2026-03-02T09:00:00Z', response_provenance: 'computed' },
        { id: 'e', created_at: '2026-03-02T09:00:00Z' },
      ],
      value: 50,
      n: 4,
    },
  ],
  text: {
    en: {
      label: 'Handled by the bot',
      definition: 'Tickets to which a bot replied publicly ÷ all tickets of customers; tickets by creation.',
      edgeCases:
        'Also counts tickets that a person took over later. Automatic confirmations of the system are no bot. Tickets of which nothing is known of replies are left out.',
      inputs: { handled: 'tickets with a reply of a bot', tickets: 'tickets' },
    },
    'zh-Hans': {
      label: '机器人参与率',
      definition: '机器人公开回复过的工单 ÷ 客户的全部工单；按创建时间统计。',
      edgeCases: '之后转人工的也计入。系统自动确认不算机器人。没有回复记录的工单不计入。',
      inputs: { handled: '机器人回复过的工单数', tickets: '工单数' },
    },
    'zh-Hant': {
      label: '機器人參與率',
      definition: '機器人公開回覆過的工單 ÷ 客戶的全部工單；依建立時間統計。',
      edgeCases: '之後轉真人客服的也計入。系統自動確認不算機器人。沒有回覆紀錄的工單不計入。',
      inputs: { handled: '機器人回覆過的工單數', tickets: '工單數' },
    },
    ru: {
      label: 'Обработано ботом',
      definition: 'Обращения, на которые публично ответил бот ÷ все обращения клиентов; по времени создания.',
      edgeCases:
        'Учитываются и те, что затем взял оператор. Автоматические подтверждения системы — не бот. Обращения, об ответах на которые ничего не известно, не учитываются.',
      inputs: { handled: 'обращения с ответом бота', tickets: 'обращения' },
    },
  },
};
