import { texts } from '../../core/model/locale.ts';
import type { DistributionMetric } from '../../core/model/metric.ts';
import { identifier, sql } from '../../core/sql/sql.ts';
import { ticketReplies } from '../datasets/ticket-lists.ts';

export const replyTime: DistributionMetric = {
  kind: 'distribution',
  name: 'reply_time',
  unit: 'durationMs',
  better: 'down',
  dataset: ticketReplies,
  time: 'answered',
  options: { clock: ['business', 'calendar'], replies: ['every', 'later'] },
  of: ({ options }) => identifier(`reply_${options.clock}_ms`),
  where: ({ options }) => (options.replies === 'every' ? sql`true` : sql`reply_answered_at != first_response_at`),
  statistics: ['median', 'p90', 'mean'],
  counterweight: 'reopen_rate',
  smallN: 30,
  reference: texts(
    'support.zendesk.com 360022367853 (consecutive questions count from the first one); zammad#5177',
    'support.zendesk.com 360022367853（连续提问从第一条起算）；zammad#5177',
    'support.zendesk.com 360022367853（連續提問從第一則起算）；zammad#5177',
    'support.zendesk.com 360022367853 (вопросы подряд считаются от первого); zammad#5177',
  ),
  examples: [
    {
      name: 'replies after 10 and 30 minutes; a question without a reply has no value',
      ask: 'reply_time_mean(clock=calendar)',
      rows: [
        {
          id: 'a',
          created_at: '2026-03-02T09:00:00Z',
          updated_at: '2026-03-02T12:00:00Z',
          first_response_at: '2026-03-02T09:10:00Z',
          replies: [
            { asked_at: '2026-03-02T09:00:00Z', answered_at: '2026-03-02T09:10:00Z', calendar_ms: 600_000 },
            { asked_at: '2026-03-02T11:00:00Z', answered_at: '2026-03-02T11:30:00Z', calendar_ms: 1_800_000 },
            { asked_at: '2026-03-02T12:00:00Z' },
          ],
        },
      ],
      value: 1_200_000,
      n: 2,
    },
    {
      name: 'without the first response only the later reply counts',
      ask: 'reply_time_mean(clock=calendar,replies=later)',
      rows: [
        {
          id: 'a',
          created_at: '2026-03-02T09:00:00Z',
          updated_at: '2026-03-02T12:00:00Z',
          first_response_at: '2026-03-02T09:10:00Z',
          replies: [
            { asked_at: '2026-03-02T09:00:00Z', answered_at: '2026-03-02T09:10:00Z', calendar_ms: 600_000 },
            { asked_at: '2026-03-02T11:00:00Z', answered_at: '2026-03-02T11:30:00Z', calendar_ms: 1_800_000 },
          ],
        },
      ],
      value: 1_800_000,
      n: 1,
    },
  ],
  text: {
    en: {
      label: 'Reply time',
      definition:
        'From the first message of the customer that nobody has answered yet to the next public reply of a person; each question and reply by the time of the reply.',
      edgeCases:
        'Several messages in a row are one question, from the first of them. A message that only says thanks asks nothing. After a hand-off by a bot the clock runs from the hand-off. Questions without a reply have no value. Option "later" leaves the first response out.',
    },
    'zh-Hans': {
      label: '回复时间',
      definition: '从客户第一条尚未回复的消息到客服下一条公开回复的时间；按回复时间逐次统计。',
      edgeCases:
        '连续多条消息算一次提问，从第一条算起。仅表示感谢的消息不算提问。机器人转人工后从转接时算起。没有回复的提问没有数值。选项“之后的回复”不含首次响应。',
    },
    'zh-Hant': {
      label: '回覆時間',
      definition: '從客戶第一則尚未回覆的訊息到客服人員下一則公開回覆的時間；依回覆時間逐次統計。',
      edgeCases:
        '連續多則訊息算一次提問，從第一則算起。僅表示感謝的訊息不算提問。機器人轉真人客服後從轉接時算起。沒有回覆的提問沒有數值。選項「之後的回覆」不含首次回應。',
    },
    ru: {
      label: 'Время ответа',
      definition:
        'От первого ещё не отвеченного сообщения клиента до следующего публичного ответа человека; каждая пара по времени ответа.',
      edgeCases:
        'Несколько сообщений подряд — один вопрос, с первого из них. «Спасибо» вопросом не считается. После перевода ботом время идёт с перевода. Вопрос без ответа значения не имеет. Вариант «следующие» не включает первый ответ.',
    },
  },
};
