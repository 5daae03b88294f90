import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { ticketReplies } from '../datasets/ticket-lists.ts';
import { shareInterval } from './share-interval.ts';

export const repliesOutsideHours: AggregateMetric = {
  kind: 'aggregate',
  name: 'replies_outside_hours',
  topic: 'workload',
  unit: 'percent',
  better: 'down',
  dataset: ticketReplies,
  time: 'answered',
  where: sql`reply_business_ms IS NOT NULL AND reply_answered_by != ''`,
  inputs: { outside: sql`countIf(has(outside_replies.at, assumeNotNull(reply_answered_at)))`, replies: sql`count()` },
  value: parseFormula('100 * outside / replies'),
  n: 'replies',
  interval: shareInterval('outside', 'replies'),
  counterweight: 'first_response',
  smallN: 30,
  reference: texts(
    'articles 003 and 004: pressure on the team before it becomes burnout',
    '文章 003 和 004：在职业倦怠出现之前看到客服组的压力',
    '文章 003 與 004：在職業倦怠出現之前看到客服團隊的壓力',
    'статьи 003 и 004: нагрузка на группу до того, как она станет выгоранием',
  ),
  examples: [
    {
      name: 'one of two replies came after hours; one without a schedule is left out',
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
      value: 50,
      n: 2,
    },
  ],
  text: {
    en: {
      label: 'Replies outside working hours',
      definition: 'Answers of people that were sent while the schedule of the ticket was closed ÷ their answers; by the time of the reply.',
      edgeCases:
        'The schedule is that of the ticket or its team, so a team on call at night needs a schedule of its own. Without a schedule, or without the name of who answered, a reply is left out.',
      inputs: { outside: 'replies outside working hours', replies: 'replies' },
    },
    'zh-Hans': {
      label: '非工作时间回复占比',
      definition: '在工单所用工作时间表之外发出的客服回复 ÷ 客服回复数；按回复时间统计。',
      edgeCases: '工作时间表取自工单或其客服组，夜班组需要单独的时间表。没有时间表或不知回复人的不计入。',
      inputs: { outside: '非工作时间的回复数', replies: '回复数' },
    },
    'zh-Hant': {
      label: '非營業時間回覆占比',
      definition: '在工單所用營業時間表之外送出的客服回覆 ÷ 客服回覆數；依回覆時間統計。',
      edgeCases: '時間表取自工單或其團隊，夜班團隊需要單獨的時間表。沒有時間表或不知回覆者的不計入。',
      inputs: { outside: '非營業時間的回覆數', replies: '回覆數' },
    },
    ru: {
      label: 'Ответы вне рабочего времени',
      definition: 'Ответы людей, отправленные вне графика обращения ÷ все их ответы; по времени ответа.',
      edgeCases:
        'График берётся у обращения или его группы, поэтому ночной смене нужен свой график. Без графика или без имени ответившего ответ не учитывается.',
      inputs: { outside: 'ответы вне графика', replies: 'ответы' },
    },
  },
};
