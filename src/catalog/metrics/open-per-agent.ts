import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { ComposedMetric } from '../../core/model/metric.ts';

export const openPerAgent: ComposedMetric = {
  kind: 'composed',
  name: 'open_per_agent',
  topic: 'workload',
  unit: 'ratio',
  better: 'down',
  options: { agents: ['in_service', 'acting'] },
  of: { open: 'backlog', agents: ({ agents }) => (agents === 'acting' ? 'agents_acting' : 'agents_present') },
  value: parseFormula('open / agents'),
  n: 'open',
  counterweight: 'csat',
  reference: texts(
    'articles 003 and 004: pressure on the team before it becomes burnout',
    '文章 003 和 004：在职业倦怠出现之前看到客服组的压力',
    '文章 003 與 004：在職業倦怠出現之前看到客服團隊的壓力',
    'статьи 003 и 004: нагрузка на группу до того, как она станет выгоранием',
  ),
  examples: [
    {
      name: 'three open for two people',
      rows: ['a', 'b', 'c'].map((id) => ({
        id,
        created_at: '2026-03-02T09:00:00Z',
        unsolved_spans: [{ from: '2026-03-02T09:00:00Z', until: null }],
      })),
      beside: { agents: ['x', 'y'].map((id) => ({ id, kind: 'human', joined_at: '2026-01-05T00:00:00Z' })) },
      value: 1.5,
      n: 3,
    },
  ],
  text: {
    en: {
      label: 'Open tickets per agent',
      definition: 'Unsolved tickets ÷ agents in service, both at the end of the period.',
      edgeCases:
        'No value without a list of agents: then choose "acting", the people who replied in the period. Everybody counts alike, however many hours they work.',
      inputs: { open: 'unsolved tickets', agents: 'agents' },
    },
    'zh-Hans': {
      label: '人均在办工单',
      definition: '未解决的工单 ÷ 在职客服，均为期末。',
      edgeCases: '没有客服名单时没有数值：可改选“期内有回复的客服”。不论工时长短，每人同等计算。',
      inputs: { open: '未解决工单数', agents: '客服人数' },
    },
    'zh-Hant': {
      label: '每人未結工單',
      definition: '未結工單 ÷ 在職客服人員，均為期末。',
      edgeCases: '沒有人員名單時沒有數值：可改選「期內有回覆的人員」。不論工時長短，每人同等計算。',
      inputs: { open: '未結工單數', agents: '客服人數' },
    },
    ru: {
      label: 'Нерешённых на оператора',
      definition: 'Нерешённые обращения ÷ операторы, которые работают; то и другое на конец периода.',
      edgeCases:
        'Без списка операторов значения нет: тогда выберите тех, кто отвечал в периоде. Все считаются одинаково, сколько бы часов ни работали.',
      inputs: { open: 'нерешённые обращения', agents: 'операторы' },
    },
  },
};
