import { parseFormula } from '../../core/model/formula.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { tickets } from '../datasets/tickets.ts';

export const solved: AggregateMetric = {
  kind: 'aggregate',
  name: 'solved',
  unit: 'count',
  better: 'neither',
  dataset: tickets,
  time: 'solved',
  inputs: { tickets: sql`count()` },
  value: parseFormula('tickets'),
  n: 'tickets',
  counterweight: 'reopen_rate',
  reference: 'support.zendesk.com 4408835846810; chatwoot#14871',
  examples: [
    {
      name: 'a ticket counts once, at its last solve, while it is solved',
      rows: [
        { id: 'a', created_at: '2026-03-02T09:00:00Z', last_solved_at: '2026-03-05T09:00:00Z', solves: 2 },
        { id: 'b', created_at: '2026-03-02T09:00:00Z', solves: 1 },
      ],
      value: 1,
    },
  ],
  text: {
    en: {
      label: 'Solved tickets',
      definition: 'Tickets that are solved now, by the time of their last solve.',
      edgeCases: 'Two solves of one ticket count once. A ticket that was reopened and is open now does not count.',
      inputs: { tickets: 'solved tickets' },
    },
    'zh-Hans': {
      label: '已解决工单',
      definition: '当前处于已解决状态的工单,按最后一次解决的时间统计。',
      edgeCases: '同一工单多次解决只计一次。重开后仍在处理的工单不计入。',
      inputs: { tickets: '已解决工单数' },
    },
    'zh-Hant': {
      label: '已解決工單',
      definition: '目前處於已解決狀態的工單,依最後一次解決的時間統計。',
      edgeCases: '同一工單多次解決只計一次。重新開啟後仍在處理的工單不計入。',
      inputs: { tickets: '已解決工單數' },
    },
    ru: {
      label: 'Решённые обращения',
      definition: 'Обращения, которые сейчас решены, по времени последнего решения.',
      edgeCases: 'Два решения одного обращения считаются один раз. Переоткрытое и не решённое снова обращение не учитывается.',
      inputs: { tickets: 'решённые обращения' },
    },
  },
};
