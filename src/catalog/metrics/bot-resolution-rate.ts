import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { tickets } from '../datasets/tickets.ts';
import { isYoung, resolvedByBot, within } from './resolved-by-bot.ts';
import { shareInterval } from './share-interval.ts';

const asked = { created_at: '2026-03-02T09:00:00Z', bot_replies: 1, response_provenance: 'computed' };

export const botResolutionRate: AggregateMetric = {
  kind: 'aggregate',
  name: 'bot_resolution_rate',
  topic: 'bots',
  unit: 'percent',
  better: 'up',
  dataset: tickets,
  time: 'created',
  parameters: { within },
  where: sql`NOT is_outbound AND bot_replies > 0`,
  pending: (choice) => isYoung(choice),
  inputs: { resolved: (choice) => sql`countIf(${resolvedByBot(choice)})`, handled: sql`count()` },
  value: parseFormula('100 * resolved / handled'),
  n: 'handled',
  interval: shareInterval('resolved', 'handled'),
  counterweight: 'bot_came_back_rate',
  smallN: 30,
  reference: texts(
    'article 004 (bots take the first query); Zendesk automated resolutions: no person within 72 hours of the last reply of the bot',
    '文章 004（首次咨询由机器人接待）；Zendesk 自动解决：机器人最后一次回复后 72 小时内没有客服介入',
    '文章 004（首次諮詢由機器人接待）；Zendesk 自動解決：機器人最後一次回覆後 72 小時內沒有客服人員介入',
    'статья 004 (первый вопрос принимает бот); автоматические решения Zendesk: без участия человека в течение 72 часов после последнего ответа бота',
  ),
  examples: [
    {
      name: 'solved without a person, solved but a person replied a day later, not solved; one is too young to judge',
      rows: [
        { ...asked, id: 'a', last_bot_reply_at: '2026-03-02T09:01:00Z', last_solved_at: '2026-03-02T09:05:00Z' },
        {
          ...asked,
          id: 'b',
          last_bot_reply_at: '2026-03-02T09:01:00Z',
          first_person_reply_at: '2026-03-03T09:00:00Z',
          last_solved_at: '2026-03-03T09:05:00Z',
        },
        { ...asked, id: 'c', last_bot_reply_at: '2026-03-02T09:01:00Z' },
        {
          ...asked,
          id: 'd',
          last_bot_reply_at: '2026-03-02T09:01:00Z',
          first_person_reply_at: '2026-03-09T09:00:00Z',
          last_solved_at: '2026-03-09T09:05:00Z',
        },
        {
          ...asked,
          id: 'e',
          created_at: '2026-03-30T22:00:00Z',
          last_bot_reply_at: '2026-03-30T22:01:00Z',
          last_solved_at: '2026-03-30T23:00:00Z',
        },
      ],
      value: 50,
      n: 4,
    },
  ],
  text: {
    en: {
      label: 'Resolved by the bot',
      definition:
        'Tickets of customers that a bot replied to, that are solved, and to which no person replied publicly until 72 hours after the last reply of the bot ÷ tickets that a bot replied to; by creation.',
      edgeCases:
        'Not judged before the 72 hours have passed (pending). A customer who gives up is solved too when the ticket closes by itself: read it beside the share that came back. A solve by a person who wrote nothing counts for the bot.',
      inputs: { resolved: 'resolved without a person', handled: 'tickets with a reply of a bot' },
    },
    'zh-Hans': {
      label: '机器人独立解决率',
      definition: '机器人回复过、已解决、且在机器人最后一次回复后 72 小时内没有客服公开回复的工单 ÷ 机器人回复过的工单；按创建时间统计。',
      edgeCases:
        '未满 72 小时的不判断（统计未满期）。客户放弃、工单自动关闭也会算作已解决：请与机器人解决后再次进线率对照阅读。客服未写回复而直接解决的计入机器人。',
      inputs: { resolved: '无需人工即解决', handled: '机器人回复过的工单数' },
    },
    'zh-Hant': {
      label: '機器人自助解決率',
      definition:
        '機器人回覆過、已解決、且在機器人最後一次回覆後 72 小時內沒有客服人員公開回覆的工單 ÷ 機器人回覆過的工單；依建立時間統計。',
      edgeCases:
        '未滿 72 小時的不判斷（尚未滿期）。客戶放棄、工單自動關閉也會算作已解決：請與機器人解決後再次進線率對照閱讀。人員未寫回覆而直接解決的計入機器人。',
      inputs: { resolved: '無需真人即解決', handled: '機器人回覆過的工單數' },
    },
    ru: {
      label: 'Решено ботом без оператора',
      definition:
        'Решённые обращения с ответом бота, на которые ни один человек не ответил публично в течение 72 часов после последнего ответа бота ÷ обращения с ответом бота; по времени создания.',
      edgeCases:
        'Пока 72 часа не прошли, обращение ждёт. Клиент мог и сдаться, а обращение закрыться само: смотрите вместе с долей вернувшихся. Решение человеком без сообщения засчитывается боту.',
      inputs: { resolved: 'решено без оператора', handled: 'обращения с ответом бота' },
    },
  },
};
