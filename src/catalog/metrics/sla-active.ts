import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { ticketSlas } from '../datasets/tickets.ts';

export const slaActive: AggregateMetric = {
  kind: 'aggregate',
  name: 'sla_active',
  unit: 'count',
  better: 'down',
  dataset: ticketSlas,
  time: 'running',
  inputs: {},
  value: parseFormula('at_start + entered - left'),
  n: 'at_start + entered - left',
  counterweight: 'sla_compliance',
  reference: texts(
    'developer.zendesk.com ticket_metric_events: activate … fulfil',
    'developer.zendesk.com ticket_metric_events：从启动到达成',
    'developer.zendesk.com ticket_metric_events：從啟動到達成',
    'developer.zendesk.com ticket_metric_events: от запуска до выполнения',
  ),
  examples: [
    {
      name: 'a target runs from activation until it is fulfilled; a broken one runs on',
      rows: [
        {
          id: 'a',
          created_at: '2026-03-02T09:00:00Z',
          slas: [
            {
              metric: 'first_response',
              outcome: 'met',
              activated_at: '2026-03-02T09:00:00Z',
              ended_at: '2026-03-02T10:00:00Z',
              provenance: 'computed',
            },
            { metric: 'resolution', outcome: 'active', activated_at: '2026-03-02T09:00:00Z', provenance: 'computed' },
            {
              metric: 'agent_work',
              outcome: 'breached',
              activated_at: '2026-03-02T09:00:00Z',
              due_at: '2026-03-03T09:00:00Z',
              provenance: 'computed',
            },
            { metric: 'next_response', outcome: 'met', activated_at: '2026-03-02T09:00:00Z', provenance: 'reported' },
          ],
        },
      ],
      value: 2,
    },
  ],
  text: {
    en: {
      label: 'SLA targets running',
      definition: 'Targets whose clock runs at the end of the period: activated and neither fulfilled nor cancelled.',
      edgeCases:
        'Broken targets run on until they are fulfilled. Outcomes that a source only reports, without a clock, run only while they are active.',
      inputs: { at_start: 'running at the start', entered: 'activated', left: 'fulfilled or cancelled' },
    },
    'zh-Hans': {
      label: '计时中的 SLA 目标',
      definition: '期末仍在计时的目标：已启动，且未达成也未取消。',
      edgeCases: '已超时的目标在达成之前仍在计时。来源只上报结果而没有计时的，仅在“计时中”时计入。',
      inputs: { at_start: '期初计时中', entered: '启动', left: '达成或取消' },
    },
    'zh-Hant': {
      label: '計時中的 SLA 目標',
      definition: '期末仍在計時的目標：已啟動，且未達成也未取消。',
      edgeCases: '已逾時的目標在達成之前仍在計時。來源僅回報結果而沒有計時的，僅在「計時中」時計入。',
      inputs: { at_start: '期初計時中', entered: '啟動', left: '達成或取消' },
    },
    ru: {
      label: 'Действующие цели SLA',
      definition: 'Цели, отсчёт по которым идёт на конец периода: запущены, не выполнены и не отменены.',
      edgeCases:
        'Нарушенная цель действует, пока не выполнена. Итоги, о которых источник сообщает без отсчёта, учитываются, только пока действуют.',
      inputs: { at_start: 'действовали на начало', entered: 'запущено', left: 'выполнено или отменено' },
    },
  },
};
