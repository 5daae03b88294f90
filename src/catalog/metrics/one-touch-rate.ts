import { parseFormula } from '../../core/model/formula.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { tickets } from '../datasets/tickets.ts';
import { shareInterval } from './share-interval.ts';

const solved = { created_at: '2026-03-02T09:00:00Z', last_solved_at: '2026-03-02T10:00:00Z' };

export const oneTouchRate: AggregateMetric = {
  kind: 'aggregate',
  name: 'one_touch_rate',
  unit: 'percent',
  better: 'up',
  dataset: tickets,
  time: 'solved',
  where: sql`NOT is_outbound AND touches > 0`,
  inputs: { one_touch: sql`countIf(touches = 1)`, solved: sql`count()` },
  value: parseFormula('100 * one_touch / solved'),
  n: 'solved',
  interval: shareInterval('one_touch', 'solved'),
  counterweight: 'reopen_rate',
  smallN: 30,
  reference: 'support.zendesk.com 4408820618266; zendesk__ticket_metrics is_one_touch_resolution',
  examples: [
    {
      name: 'one public reply is one touch; a ticket that was solved without any is left out',
      rows: [
        { ...solved, id: 'a', touches: 1 },
        { ...solved, id: 'b', touches: 2 },
        { ...solved, id: 'c', touches: 0 },
        { ...solved, id: 'd', touches: 1, is_outbound: true },
      ],
      value: 50,
      n: 2,
    },
  ],
  text: {
    en: {
      label: 'One-touch resolution',
      definition:
        'Tickets solved with exactly one public reply of a person ÷ tickets solved with at least one; by the time of the last solve.',
      edgeCases:
        'A thank-you of the customer afterwards changes nothing. Tickets that an agent opened, and those solved without any reply of a person, are left out.',
      inputs: { one_touch: 'solved with one reply', solved: 'solved with a reply' },
    },
    'zh-Hans': {
      label: '一次回复解决率',
      definition: '仅一次客服公开回复即解决的工单 ÷ 至少有一次公开回复的已解决工单；按最后一次解决的时间统计。',
      edgeCases: '客户之后的致谢不影响结果。客服主动发起的工单，以及没有客服回复就解决的工单不计入。',
      inputs: { one_touch: '一次回复即解决', solved: '有回复的已解决工单' },
    },
    'zh-Hant': {
      label: '一次回覆解決率',
      definition: '僅一次客服公開回覆即解決的工單 ÷ 至少有一次公開回覆的已解決工單；依最後一次解決的時間統計。',
      edgeCases: '客戶之後的致謝不影響結果。客服主動發起的工單，以及沒有客服回覆就解決的工單不計入。',
      inputs: { one_touch: '一次回覆即解決', solved: '有回覆的已解決工單' },
    },
    ru: {
      label: 'Решено одним ответом',
      definition: 'Обращения, решённые ровно одним публичным ответом человека ÷ решённые хотя бы с одним; по времени последнего решения.',
      edgeCases:
        'Благодарность клиента потом ничего не меняет. Обращения, начатые оператором, и решённые без ответа человека не учитываются.',
      inputs: { one_touch: 'решено одним ответом', solved: 'решено с ответом' },
    },
  },
};
