import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { ticketReplies } from '../datasets/ticket-lists.ts';

export const repliesGiven: AggregateMetric = {
  kind: 'aggregate',
  name: 'replies_given',
  topic: 'workload',
  unit: 'count',
  better: 'neither',
  dataset: ticketReplies,
  time: 'answered',
  inputs: { replies: sql`count()` },
  value: parseFormula('replies'),
  n: 'replies',
  counterweight: 'one_touch_rate',
  reference: texts(
    'articles 003 and 004: workload; the weekly series of each agent that weeks above the own P90 are found in',
    '文章 003 和 004：工作量；按客服逐周统计，用于找出高于其自身 P90 的周',
    '文章 003 與 004：工作量；依客服人員逐週統計，用來找出高於其自身 P90 的週',
    'статьи 003 и 004: нагрузка; недельный ряд каждого оператора, в котором ищут недели выше его собственного 90-го перцентиля',
  ),
  examples: [
    {
      name: 'three questions were answered, one waits',
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
      value: 3,
    },
  ],
  text: {
    en: {
      label: 'Questions answered',
      definition: 'Questions of customers that a person answered; by the time of the reply.',
      edgeCases: 'Several messages of the customer in a row are one question. Further replies without a new question do not count.',
      inputs: { replies: 'questions answered' },
    },
    'zh-Hans': {
      label: '已回复的提问数',
      definition: '客服已回复的客户提问数；按回复时间统计。',
      edgeCases: '客户连续多条消息算一次提问。没有新提问时的追加回复不计入。',
      inputs: { replies: '已回复的提问数' },
    },
    'zh-Hant': {
      label: '已回覆的提問數',
      definition: '客服人員已回覆的客戶提問數；依回覆時間統計。',
      edgeCases: '客戶連續多則訊息算一次提問。沒有新提問時的追加回覆不計入。',
      inputs: { replies: '已回覆的提問數' },
    },
    ru: {
      label: 'Вопросы с ответом',
      definition: 'Вопросы клиентов, на которые ответил человек; по времени ответа.',
      edgeCases: 'Несколько сообщений клиента подряд — один вопрос. Дополнительные ответы без нового вопроса не считаются.',
      inputs: { replies: 'отвеченные вопросы' },
    },
  },
};
