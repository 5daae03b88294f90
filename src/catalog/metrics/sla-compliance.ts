import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { bind, type Sql, sql } from '../../core/sql/sql.ts';
import { wilsonInterval } from '../../core/stats/wilson-interval.ts';
import { ticketSlas } from '../datasets/tickets.ts';

/** A running target past its time is broken, though the ticket was last folded before that. */
export function overdue(now: Sql): Sql {
  return sql`(sla_outcome = 'active' AND toUnixTimestamp64Milli(sla_due_at) < ${now})`;
}

export const slaCompliance: AggregateMetric = {
  kind: 'aggregate',
  name: 'sla_compliance',
  unit: 'percent',
  better: 'up',
  dataset: ticketSlas,
  time: 'outcome',
  options: { target: ['any', 'first_response', 'next_response', 'resolution', 'requester_wait', 'agent_work'] },
  where: ({ options, now }) => {
    const judged = sql`(sla_outcome IN ('met', 'breached') OR ${overdue(now)})`;
    return options.target === 'any' ? judged : sql`${judged} AND sla_metric = ${bind('String', options.target ?? '')}`;
  },
  inputs: { met: sql`countIf(sla_outcome = 'met')`, breached: sql`countIf(sla_outcome != 'met')` },
  value: parseFormula('100 * met / (met + breached)'),
  n: 'met + breached',
  interval: ({ met = 0, breached = 0 }) => {
    const interval = wilsonInterval(met, met + breached);
    return interval && { low: 100 * interval.low, high: 100 * interval.high };
  },
  provenance: sql`sla_provenance`,
  smallN: 30,
  reference: texts(
    'libredesk queries.sql; chatwoot#9747; Zendesk SLA dataset (a breach counts while the ticket is still open)',
    'libredesk queries.sql；chatwoot#9747；Zendesk SLA 数据集（工单仍未解决时超时即计入）',
    'libredesk queries.sql；chatwoot#9747；Zendesk SLA 資料集（工單仍未解決時逾時即計入）',
    'libredesk queries.sql; chatwoot#9747; набор данных Zendesk по SLA (нарушение учитывается, пока обращение ещё открыто)',
  ),
  examples: [
    {
      name: 'three of four targets met; active and cancelled ones stand apart',
      rows: [
        {
          id: 'a',
          created_at: '2026-03-02T09:00:00Z',
          slas: ['met', 'met', 'active', 'cancelled'].map((outcome) => ({
            outcome,
            metric: 'first_response',
            activated_at: '2026-03-02T09:00:00Z',
            ended_at: '2026-03-02T10:00:00Z',
          })),
        },
        {
          id: 'b',
          created_at: '2026-03-02T09:00:00Z',
          slas: ['met', 'breached'].map((outcome) => ({
            outcome,
            metric: 'resolution',
            activated_at: '2026-03-02T09:00:00Z',
            due_at: '2026-03-02T10:00:00Z',
          })),
        },
      ],
      value: 75,
      n: 4,
    },
    { name: 'no ticket: no value, neither 0 nor 100', rows: [], value: null, n: 0 },
  ],
  text: {
    en: {
      label: 'SLA attainment',
      definition: 'Targets met ÷ (met + breached); by the time a target was met or broken.',
      edgeCases:
        'Active and cancelled targets stand apart. A target past its time counts as broken at once, though the ticket is open. No target: no value. Where the source gives only the outcome, it is marked as reported.',
      inputs: { met: 'met', breached: 'breached' },
    },
    'zh-Hans': {
      label: 'SLA 达成率',
      definition: '达成的目标 ÷（达成 + 超时）；按达成或超时的时间统计。',
      edgeCases:
        '进行中和已取消的目标单列。一旦超过期限即算超时，即使工单仍未解决。没有目标则没有数值。来源只给出结果时，标注为“来源上报”。',
      inputs: { met: '达成', breached: '超时' },
    },
    'zh-Hant': {
      label: 'SLA 達成率',
      definition: '達成的目標 ÷（達成 + 逾時）；依達成或逾時的時間統計。',
      edgeCases:
        '進行中與已取消的目標另列。一旦超過期限即算逾時，即使工單仍未解決。沒有目標則沒有數值。來源只提供結果時，標示為「來源回報」。',
      inputs: { met: '達成', breached: '逾時' },
    },
    ru: {
      label: 'Соблюдение SLA',
      definition: 'Выполненные цели ÷ (выполненные + нарушенные); по времени выполнения или нарушения.',
      edgeCases:
        'Действующие и отменённые цели показаны отдельно. Цель с истёкшим сроком сразу считается нарушенной, даже если обращение открыто. Нет целей — нет значения. Если источник даёт только итог, он помечен как «сообщено источником».',
      inputs: { met: 'выполнено', breached: 'нарушено' },
    },
  },
};
