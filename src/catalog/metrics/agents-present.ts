import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { agentsInService } from '../datasets/agents-in-service.ts';

export const agentsPresent: AggregateMetric = {
  kind: 'aggregate',
  name: 'agents_present',
  topic: 'workload',
  unit: 'count',
  better: 'neither',
  dataset: agentsInService,
  time: 'in_service',
  inputs: {},
  value: parseFormula('at_start + entered - left'),
  n: 'at_start + entered - left',
  reference: texts(
    'joiners and leavers as every payroll counts them: from the first day until the last',
    '入职与离职的算法与薪资核算一致：从第一天到最后一天',
    '到職與離職的算法與薪資計算一致：從第一天到最後一天',
    'приём и увольнение как в любом учёте зарплаты: с первого дня до последнего',
  ),
  examples: [
    {
      name: 'one who left before the end and a bot do not count; one without a first day was always there',
      rows: [
        { id: 'a', kind: 'human', joined_at: '2026-01-05T00:00:00Z' },
        { id: 'b', kind: 'human', joined_at: '2026-01-05T00:00:00Z', left_at: '2026-03-10T00:00:00Z' },
        { id: 'c', kind: 'human' },
        { id: 'd', kind: 'bot' },
      ],
      value: 2,
    },
  ],
  text: {
    en: {
      label: 'Agents in service',
      definition: 'People whose first day has come and whose last day has not, at the end of the period.',
      edgeCases: 'Bots do not count. An agent without a first day was always there. Needs the list of agents.',
      inputs: { at_start: 'in service at the start', entered: 'joined', left: 'left' },
    },
    'zh-Hans': {
      label: '在职客服人数',
      definition: '期末已入职且未离职的客服人数。',
      edgeCases: '机器人不计入。没有入职时间的视为一直在职。需要客服名单。',
      inputs: { at_start: '期初在职', entered: '入职', left: '离职' },
    },
    'zh-Hant': {
      label: '在職客服人數',
      definition: '期末已到職且未離職的客服人數。',
      edgeCases: '機器人不計入。沒有到職時間的視為一直在職。需要客服人員名單。',
      inputs: { at_start: '期初在職', entered: '到職', left: '離職' },
    },
    ru: {
      label: 'Работающие операторы',
      definition: 'Люди, которые на конец периода уже начали работать и ещё не ушли.',
      edgeCases: 'Боты не считаются. Без даты начала — работал всегда. Нужен список операторов.',
      inputs: { at_start: 'работали на начало', entered: 'пришли', left: 'ушли' },
    },
  },
};
