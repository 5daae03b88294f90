import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { tickets } from '../datasets/tickets.ts';
import { isYoung, within } from './resolved-by-bot.ts';
import { shareInterval } from './share-interval.ts';

export const handoffRate: AggregateMetric = {
  kind: 'aggregate',
  name: 'handoff_rate',
  topic: 'bots',
  unit: 'percent',
  better: 'neither',
  dataset: tickets,
  time: 'created',
  parameters: { within },
  where: sql`NOT is_outbound AND bot_replies > 0`,
  pending: (choice) => isYoung(choice),
  inputs: { handed_off: sql`countIf(handoff_at IS NOT NULL OR handled_by = 'both')`, handled: sql`count()` },
  value: parseFormula('100 * handed_off / handled'),
  n: 'handled',
  interval: shareInterval('handed_off', 'handled'),
  counterweight: 'bot_came_back_rate',
  smallN: 30,
  reference: texts(
    'article 004; chatwoot conversation_bot_handoff',
    '文章 004；chatwoot conversation_bot_handoff',
    '文章 004；chatwoot conversation_bot_handoff',
    'статья 004; chatwoot conversation_bot_handoff',
  ),
  examples: [
    {
      name: 'one was assigned to a team, one was answered by a person too, one stayed with the bot, one never met it, one is too young to judge',
      rows: [
        {
          id: 'a',
          created_at: '2026-03-02T09:00:00Z',
          bot_replies: 1,
          response_provenance: 'computed',
          handoff_at: '2026-03-02T09:05:00Z',
        },
        { id: 'b', created_at: '2026-03-02T09:00:00Z', bot_replies: 1, response_provenance: 'computed', agent_replies: 1 },
        { id: 'c', created_at: '2026-03-02T09:00:00Z', bot_replies: 1, response_provenance: 'computed' },
        { id: 'd', created_at: '2026-03-02T09:00:00Z', agent_replies: 1, response_provenance: 'computed' },
        {
          id: 'e',
          created_at: '2026-03-30T22:00:00Z',
          bot_replies: 1,
          last_bot_reply_at: '2026-03-30T22:01:00Z',
          response_provenance: 'computed',
        },
      ],
      value: 66.66666666666667,
      n: 3,
    },
  ],
  text: {
    en: {
      label: 'Hand-off rate',
      definition:
        'Tickets that went from the bot to a person or a team, or that both replied to ÷ tickets that a bot replied to; by creation.',
      edgeCases:
        'A bot that hands over early is not worse for it: read it beside the share that came back. Handed over and not yet answered counts. Not judged until 72 hours after the last reply of the bot (pending), since a person may still reply.',
      inputs: { handed_off: 'handed over to a person', handled: 'tickets with a reply of a bot' },
    },
    'zh-Hans': {
      label: '转人工率',
      definition: '由机器人转给客服或客服组、或两者都回复过的工单 ÷ 机器人回复过的工单；按创建时间统计。',
      edgeCases:
        '及早转人工并不等于差：请与机器人解决后再次进线率对照阅读。已转接但尚未回复的也计入。机器人最后一次回复后未满 72 小时的不判断（统计未满期），因为客服仍可能回复。',
      inputs: { handed_off: '转人工的工单数', handled: '机器人回复过的工单数' },
    },
    'zh-Hant': {
      label: '轉真人客服率',
      definition: '由機器人轉給客服人員或團隊、或兩者都回覆過的工單 ÷ 機器人回覆過的工單；依建立時間統計。',
      edgeCases:
        '及早轉真人並不等於差：請與機器人解決後再次進線率對照閱讀。已轉接但尚未回覆的也計入。機器人最後一次回覆後未滿 72 小時的不判斷（尚未滿期），因為客服人員仍可能回覆。',
      inputs: { handed_off: '轉真人客服的工單數', handled: '機器人回覆過的工單數' },
    },
    ru: {
      label: 'Доля переводов на оператора',
      definition:
        'Обращения, переданные ботом оператору или группе либо получившие ответы обоих ÷ обращения с ответом бота; по времени создания.',
      edgeCases:
        'Ранний перевод сам по себе не хуже: смотрите вместе с долей вернувшихся. Переданные и ещё не отвеченные учитываются. Пока после последнего ответа бота не прошли 72 часа, обращение ждёт: человек ещё может ответить.',
      inputs: { handed_off: 'переведено на оператора', handled: 'обращения с ответом бота' },
    },
  },
};
