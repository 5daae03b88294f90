import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { tickets } from '../datasets/tickets.ts';
import { shareInterval } from './share-interval.ts';

export const reopenRate: AggregateMetric = {
  kind: 'aggregate',
  name: 'reopen_rate',
  unit: 'percent',
  better: 'down',
  dataset: tickets,
  time: 'first_solved',
  options: { thanks: ['excluded', 'included'] },
  inputs: {
    reopened: ({ options }) => (options.thanks === 'included' ? sql`countIf(reopens_raw > 0)` : sql`countIf(reopens > 0)`),
    solved: sql`count()`,
  },
  value: parseFormula('100 * reopened / solved'),
  n: 'solved',
  interval: shareInterval('reopened', 'solved'),
  smallN: 30,
  reference: texts(
    'Zendesk `reopens`; zammad#5177 (courtesy messages)',
    'Zendesk `reopens`；zammad#5177（致谢消息）',
    'Zendesk `reopens`；zammad#5177（致謝訊息）',
    'Zendesk `reopens`; zammad#5177 (сообщения из вежливости)',
  ),
  examples: [
    {
      name: 'one of four solved tickets came back; a "thanks" does not count',
      rows: [
        { id: 'a', created_at: '2026-03-02T09:00:00Z', first_solved_at: '2026-03-02T10:00:00Z', reopens: 1, reopens_raw: 1 },
        { id: 'b', created_at: '2026-03-02T09:00:00Z', first_solved_at: '2026-03-02T10:00:00Z', reopens: 0, reopens_raw: 1 },
        { id: 'c', created_at: '2026-03-02T09:00:00Z', first_solved_at: '2026-03-02T10:00:00Z' },
        { id: 'd', created_at: '2026-03-02T09:00:00Z', first_solved_at: '2026-03-02T10:00:00Z' },
        { id: 'e', created_at: '2026-03-02T09:00:00Z' },
      ],
      value: 25,
      n: 4,
    },
  ],
  text: {
    en: {
      label: 'Reopen rate',
      definition: 'Tickets that were reopened ÷ tickets that were solved; by the time of the first solve.',
      edgeCases: 'A reopening that only says thanks is left out (option: included). Young solves may still come back.',
      inputs: { reopened: 'reopened tickets', solved: 'solved tickets' },
    },
    'zh-Hans': {
      label: '重开率',
      definition: '被重开的工单 ÷ 已解决的工单；按首次解决的时间统计。',
      edgeCases: '仅表示感谢的重开不计入（可选计入）。刚解决的工单之后仍可能重开。',
      inputs: { reopened: '重开工单数', solved: '已解决工单数' },
    },
    'zh-Hant': {
      label: '重新開啟率',
      definition: '被重新開啟的工單 ÷ 已解決的工單；依首次解決的時間統計。',
      edgeCases: '僅表示感謝的重新開啟不計入（可選擇計入）。剛解決的工單之後仍可能重新開啟。',
      inputs: { reopened: '重新開啟工單數', solved: '已解決工單數' },
    },
    ru: {
      label: 'Доля переоткрытых обращений',
      definition: 'Переоткрытые обращения ÷ решённые обращения; по времени первого решения.',
      edgeCases: 'Переоткрытия ради «спасибо» не учитываются (можно включить). Недавно решённые ещё могут вернуться.',
      inputs: { reopened: 'переоткрытые', solved: 'решённые' },
    },
  },
};
