import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { ComposedMetric } from '../../core/model/metric.ts';

export const backlogDays: ComposedMetric = {
  kind: 'composed',
  name: 'backlog_days',
  topic: 'volume',
  unit: 'ratio',
  better: 'down',
  of: { backlog: 'backlog', solved: 'solved' },
  value: parseFormula('backlog / (solved / days)'),
  n: 'solved',
  counterweight: 'reopen_rate',
  smallN: 30,
  reference: texts(
    'backlog ÷ mean daily solves of the period',
    '积压工单 ÷ 期内日均解决量',
    '未結工單 ÷ 期內日均解決量',
    'бэклог ÷ среднее число решений в день за период',
  ),
  examples: [
    {
      name: 'four open, one solved in the 31 days of the period: 4 ÷ (1 ÷ 31)',
      rows: ['a', 'b', 'c', 'd', 'e'].map((id) => ({
        id,
        created_at: '2026-03-02T09:00:00Z',
        last_solved_at: id === 'e' ? '2026-03-03T09:00:00Z' : null,
        unsolved_spans: [{ from: '2026-03-02T09:00:00Z', until: id === 'e' ? '2026-03-03T09:00:00Z' : null }],
      })),
      value: 124,
      n: 1,
    },
  ],
  text: {
    en: {
      label: 'Backlog in days',
      definition:
        'Tickets not solved at the end of the period ÷ tickets solved a day on average: how many days the team would need if nothing new came.',
      edgeCases: 'Calendar days, weekends included. A running period counts the days so far. No value when nothing was solved.',
      inputs: { backlog: 'not solved at the end', solved: 'solved in the period', days: 'days of the period' },
    },
    'zh-Hans': {
      label: '积压天数',
      definition: '期末未解决工单数 ÷ 日均解决量，即在没有新工单的情况下清空积压所需的天数。',
      edgeCases: '按自然日计，含周末。进行中的周期只计已过去的天数。期内没有解决任何工单时没有数值。',
      inputs: { backlog: '期末未解决工单数', solved: '期内解决工单数', days: '天数' },
    },
    'zh-Hant': {
      label: '積壓天數',
      definition: '期末未結工單數 ÷ 日均解決量，即在沒有新工單的情況下清空積壓所需的天數。',
      edgeCases: '依日曆日計，含週末。進行中的期間只計已過去的天數。期內沒有解決任何工單時沒有數值。',
      inputs: { backlog: '期末未結工單數', solved: '期內解決工單數', days: '天數' },
    },
    ru: {
      label: 'Бэклог в днях',
      definition:
        'Нерешённые на конец периода ÷ среднее число решений в день: за сколько дней группа разобрала бы очередь без новых обращений.',
      edgeCases:
        'Календарные дни вместе с выходными. В незавершённом периоде считаются прошедшие дни. Если ничего не решено, значения нет.',
      inputs: { backlog: 'не решено на конец', solved: 'решено за период', days: 'дней в периоде' },
    },
  },
};
