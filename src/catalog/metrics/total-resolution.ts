import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { tickets } from '../datasets/tickets.ts';

const open = { created_at: '2026-03-02T09:00:00Z' };
const done = { ...open, last_solved_at: '2026-03-02T10:00:00Z' };

export const totalResolution: AggregateMetric = {
  kind: 'aggregate',
  name: 'total_resolution',
  unit: 'ratio',
  better: 'up',
  dataset: tickets,
  time: 'created',
  inputs: { resolved: sql`countIf(last_solved_at IS NOT NULL)`, unresolved: sql`countIf(last_solved_at IS NULL)` },
  value: parseFormula('resolved / unresolved'),
  n: 'resolved + unresolved',
  ripensInDays: () => 30,
  reference: texts(
    'article 004: resolved ÷ unresolved',
    '文章 004：已解决 ÷ 未解决',
    '文章 004：已解決 ÷ 未解決',
    'статья 004: решённые ÷ нерешённые',
  ),
  examples: [
    {
      name: 'three resolved, one not: 3, not 75 %',
      rows: [
        { id: 'a', ...done },
        { id: 'b', ...done },
        { id: 'c', ...done },
        { id: 'd', ...open },
      ],
      value: 3,
      n: 4,
    },
    { name: 'nothing unresolved: no value', rows: [{ id: 'a', ...done }], value: null, n: 1 },
  ],
  text: {
    en: {
      label: 'Total resolution rate',
      definition: 'Resolved ÷ unresolved of the tickets created in the period (article 004).',
      edgeCases: 'A ratio, not a percentage: it can pass 1. No value when nothing is unresolved.',
      inputs: { resolved: 'resolved tickets', unresolved: 'unresolved tickets' },
    },
    'zh-Hans': {
      label: '总解决比',
      definition: '期内创建的工单中，已解决 ÷ 未解决（文章 004）。',
      edgeCases: '这是比值而不是百分比，可以大于 1。没有未解决工单时没有数值。',
      inputs: { resolved: '已解决工单数', unresolved: '未解决工单数' },
    },
    'zh-Hant': {
      label: '總解決比',
      definition: '期內建立的工單中，已解決 ÷ 未解決（文章 004）。',
      edgeCases: '這是比值而非百分比，可以大於 1。沒有未解決工單時沒有數值。',
      inputs: { resolved: '已解決工單數', unresolved: '未解決工單數' },
    },
    ru: {
      label: 'Отношение решённых к нерешённым',
      definition: 'Решённые ÷ нерешённые среди обращений, созданных за период (статья 004).',
      edgeCases: 'Это отношение, а не процент: оно может быть больше 1. Если нерешённых нет, значения нет.',
      inputs: { resolved: 'решённые', unresolved: 'нерешённые' },
    },
  },
};
