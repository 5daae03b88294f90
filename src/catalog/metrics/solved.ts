import { parseFormula } from '../../core/model/formula.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { ticketCycles } from '../datasets/ticket-lists.ts';
import { tickets } from '../datasets/tickets.ts';

const twice = {
  id: 'a',
  created_at: '2026-03-02T09:00:00Z',
  last_solved_at: '2026-03-05T09:00:00Z',
  solves: 2,
  updated_at: '2026-03-05T09:00:00Z',
};

export const solved: AggregateMetric = {
  kind: 'aggregate',
  name: 'solved',
  unit: 'count',
  better: 'neither',
  dataset: tickets,
  time: 'solved',
  timeOption: 'date',
  options: { date: ['solved', 'created'] },
  where: sql`last_solved_at IS NOT NULL`,
  inputs: { tickets: sql`count()` },
  value: parseFormula('tickets'),
  n: 'tickets',
  variants: { events: { dataset: ticketCycles, time: 'solved', timeOption: null, where: sql`cycle_solved_at IS NOT NULL` } },
  counterweight: 'reopen_rate',
  reference: 'support.zendesk.com 4408835846810; chatwoot#14871',
  examples: [
    {
      name: 'a ticket counts once, at its last solve, while it is solved',
      rows: [twice, { id: 'b', created_at: '2026-03-02T09:00:00Z', solves: 1 }],
      value: 1,
    },
    {
      name: 'every solve counts as an event, also of a ticket that is open again',
      ask: 'solved(variant=events)',
      rows: [
        {
          ...twice,
          cycles: [
            { started_at: '2026-03-02T09:00:00Z', solved_at: '2026-03-03T09:00:00Z' },
            { started_at: '2026-03-04T09:00:00Z', solved_at: '2026-03-05T09:00:00Z' },
          ],
        },
        {
          id: 'b',
          created_at: '2026-03-02T09:00:00Z',
          updated_at: '2026-03-04T09:00:00Z',
          cycles: [{ started_at: '2026-03-02T09:00:00Z', solved_at: '2026-03-03T09:00:00Z' }, { started_at: '2026-03-04T09:00:00Z' }],
        },
      ],
      value: 3,
    },
    {
      name: 'by creation: those of the cohort that are solved now',
      ask: 'solved(date=created)',
      rows: [
        { ...twice, created_at: '2026-02-28T09:00:00Z' },
        { ...twice, id: 'b' },
      ],
      value: 1,
    },
  ],
  text: {
    en: {
      label: 'Solved tickets',
      definition: 'Tickets that are solved now, by the time of their last solve (option: by creation).',
      edgeCases:
        'Two solves of one ticket count once; variant "events" counts each solve. A ticket that was reopened and is open now does not count.',
      inputs: { tickets: 'solved tickets' },
    },
    'zh-Hans': {
      label: '已解决工单',
      definition: '当前处于已解决状态的工单，按最后一次解决的时间统计（可选按创建时间）。',
      edgeCases: '同一工单多次解决只计一次；“解决次数”口径则逐次计数。重开后仍在处理的工单不计入。',
      inputs: { tickets: '已解决工单数' },
    },
    'zh-Hant': {
      label: '已解決工單',
      definition: '目前處於已解決狀態的工單，依最後一次解決的時間統計（可選依建立時間）。',
      edgeCases: '同一工單多次解決只計一次；「解決次數」口徑則逐次計數。重新開啟後仍在處理的工單不計入。',
      inputs: { tickets: '已解決工單數' },
    },
    ru: {
      label: 'Решённые обращения',
      definition: 'Обращения, которые сейчас решены, по времени последнего решения (можно по времени создания).',
      edgeCases:
        'Два решения одного обращения считаются один раз; вариант «события» считает каждое решение. Переоткрытое и не решённое снова обращение не учитывается.',
      inputs: { tickets: 'решённые обращения' },
    },
  },
};
