import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { ComposedMetric } from '../../core/model/metric.ts';
import { shareInterval } from './share-interval.ts';

export const resolutionRate: ComposedMetric = {
  kind: 'composed',
  name: 'resolution_rate',
  unit: 'percent',
  better: 'up',
  options: { reading: ['cohort', 'period'] },
  of: {
    solved: ({ reading }) => (reading === 'period' ? 'solved(date=solved,variant=industry)' : 'solved(date=created,variant=industry)'),
    created: 'created',
  },
  value: parseFormula('100 * solved / created'),
  n: 'created',
  interval: shareInterval('solved', 'created'),
  counterweight: 'reopen_rate',
  smallN: 30,
  ripensInDays: ({ reading }) => (reading === 'cohort' ? 30 : 0),
  reference: texts(
    'article 002: resolved as a share of all; the two readings are kept apart',
    '文章 002：已解决占全部的比例；两种算法分开列示',
    '文章 002：已解決占全部的比例；兩種算法分開列示',
    'статья 002: доля решённых среди всех; два расчёта не смешиваются',
  ),
  examples: [
    {
      name: 'three of four of the cohort are solved',
      rows: ['a', 'b', 'c', 'd'].map((id) => ({
        id,
        created_at: '2026-03-02T09:00:00Z',
        last_solved_at: id === 'd' ? null : '2026-03-03T09:00:00Z',
      })),
      value: 75,
      n: 4,
    },
    {
      name: 'what was solved in the period may be more than what was created in it',
      ask: 'resolution_rate(reading=period)',
      rows: [
        { id: 'a', created_at: '2026-02-27T09:00:00Z', last_solved_at: '2026-03-02T09:00:00Z' },
        { id: 'b', created_at: '2026-03-01T09:00:00Z', last_solved_at: '2026-03-02T09:00:00Z' },
      ],
      value: 200,
      n: 1,
    },
  ],
  text: {
    en: {
      label: 'Resolution rate',
      definition: 'Of the tickets created in the period, the share that is solved now.',
      edgeCases:
        'Young cohorts are still being solved. Reading "period": solved in the period ÷ created in the period, which can pass 100 % and has no interval then.',
      inputs: { solved: 'solved tickets', created: 'tickets created' },
    },
    'zh-Hans': {
      label: '解决率',
      definition: '期内创建的工单中，目前已解决的占比。',
      edgeCases: '较新的工单仍在处理，解决率会继续上升。“期间”算法：期内解决 ÷ 期内创建，可能超过 100%，此时没有误差范围。',
      inputs: { solved: '已解决工单数', created: '新建工单数' },
    },
    'zh-Hant': {
      label: '解決率',
      definition: '期內建立的工單中，目前已解決的占比。',
      edgeCases: '較新的工單仍在處理，解決率會繼續上升。「期間」算法：期內解決 ÷ 期內建立，可能超過 100%，此時沒有誤差範圍。',
      inputs: { solved: '已解決工單數', created: '新建工單數' },
    },
    ru: {
      label: 'Доля решённых обращений',
      definition: 'Доля решённых на сегодня среди обращений, созданных за период.',
      edgeCases:
        'Недавно созданные ещё решаются. Расчёт «за период»: решено за период ÷ создано за период; он может превысить 100 %, и тогда у него нет погрешности.',
      inputs: { solved: 'решённые обращения', created: 'созданные обращения' },
    },
  },
};
