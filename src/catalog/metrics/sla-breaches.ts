import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { bind, sql } from '../../core/sql/sql.ts';
import { ticketSlas } from '../datasets/tickets.ts';
import { overdue } from './sla-compliance.ts';

export const slaBreaches: AggregateMetric = {
  kind: 'aggregate',
  name: 'sla_breaches',
  unit: 'count',
  better: 'down',
  dataset: ticketSlas,
  time: 'outcome',
  options: { target: ['any', 'first_response', 'next_response', 'resolution', 'requester_wait', 'agent_work'] },
  where: ({ options, now }) => {
    const broken = sql`(sla_outcome = 'breached' OR ${overdue(now)})`;
    return options.target === 'any' ? broken : sql`${broken} AND sla_metric = ${bind('String', options.target ?? '')}`;
  },
  inputs: { breached: sql`count()` },
  value: parseFormula('breached'),
  n: 'breached',
  provenance: sql`sla_provenance`,
  counterweight: 'sla_compliance',
  reference: texts(
    'Zendesk SLA dataset: a breach counts at once, though the ticket is still open',
    'Zendesk SLA 数据集：超时立即计入，即使工单仍未解决',
    'Zendesk SLA 資料集：逾時立即計入，即使工單仍未解決',
    'набор данных Zendesk по SLA: нарушение учитывается сразу, даже если обращение ещё открыто',
  ),
  examples: [
    {
      name: 'one broken at its end, one still running past its time, one met',
      rows: [
        {
          id: 'a',
          created_at: '2026-03-02T09:00:00Z',
          slas: ['breached', 'active', 'met'].map((outcome) => ({
            outcome,
            metric: 'resolution',
            activated_at: '2026-03-02T09:00:00Z',
            due_at: '2026-03-02T10:00:00Z',
          })),
        },
      ],
      value: 2,
      n: 2,
    },
    {
      name: 'of one target only',
      ask: 'sla_breaches(target=first_response)',
      rows: [
        {
          id: 'a',
          created_at: '2026-03-02T09:00:00Z',
          slas: ['resolution', 'first_response'].map((metric) => ({
            metric,
            outcome: 'breached',
            activated_at: '2026-03-02T09:00:00Z',
            due_at: '2026-03-02T10:00:00Z',
          })),
        },
      ],
      value: 1,
    },
  ],
  text: {
    en: {
      label: 'SLA breaches',
      definition: 'Targets that were broken, by the time at which each was due.',
      edgeCases: 'A target past its time counts at once, though the ticket is open. A ticket can break several targets.',
      inputs: { breached: 'broken targets' },
    },
    'zh-Hans': {
      label: 'SLA 超时数',
      definition: '已超时的目标数；按到期时间统计。',
      edgeCases: '一旦超过期限即计入，即使工单仍未解决。一张工单可能有多个目标超时。',
      inputs: { breached: '超时的目标数' },
    },
    'zh-Hant': {
      label: 'SLA 逾時數',
      definition: '已逾時的目標數；依到期時間統計。',
      edgeCases: '一旦超過期限即計入，即使工單仍未解決。一張工單可能有多個目標逾時。',
      inputs: { breached: '逾時的目標數' },
    },
    ru: {
      label: 'Нарушения SLA',
      definition: 'Нарушенные цели по времени, к которому они должны были быть выполнены.',
      edgeCases: 'Цель с истёкшим сроком учитывается сразу, даже если обращение открыто. У обращения может быть несколько нарушений.',
      inputs: { breached: 'нарушенные цели' },
    },
  },
};
