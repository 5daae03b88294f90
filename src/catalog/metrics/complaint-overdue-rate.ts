import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { ticketSlas } from '../datasets/tickets.ts';
import { shareInterval } from './share-interval.ts';
import { overdue } from './sla-compliance.ts';

const at = { created_at: '2026-03-02T09:00:00Z', updated_at: '2026-03-03T09:00:00Z', last_sla_at: '2026-03-04T09:00:00Z' };
const target = { metric: 'resolution', activated_at: '2026-03-02T09:00:00Z', due_at: '2026-03-04T09:00:00Z' };

export const complaintOverdueRate: AggregateMetric = {
  kind: 'aggregate',
  name: 'complaint_overdue_rate',
  topic: 'complaints',
  unit: 'percent',
  better: 'down',
  dataset: ticketSlas,
  time: 'outcome',
  where: ({ now }) => sql`is_complaint AND sla_metric = 'resolution' AND (sla_outcome IN ('met', 'breached') OR ${overdue(now)})`,
  inputs: { overdue: sql`countIf(sla_outcome != 'met')`, complaints: sql`count()` },
  value: parseFormula('100 * overdue / complaints'),
  n: 'complaints',
  interval: shareInterval('overdue', 'complaints'),
  provenance: sql`sla_provenance`,
  counterweight: 'reopen_rate',
  smallN: 30,
  reference: texts(
    'article 001: some complaints are overdue; past the target, open or solved',
    '文章 001：部分投诉超时；超过目标即计入，无论是否已解决',
    '文章 001：部分客訴逾期；超過目標即計入，無論是否已解決',
    'статья 001: часть жалоб просрочена; срок истёк, решена жалоба или нет',
  ),
  examples: [
    {
      name: 'one solved late, one open past its target, one in time; other tickets are no complaints',
      rows: [
        { ...at, id: 'a', is_complaint: true, slas: [{ ...target, outcome: 'breached', ended_at: '2026-03-05T09:00:00Z' }] },
        { ...at, id: 'b', is_complaint: true, slas: [{ ...target, outcome: 'active' }] },
        { ...at, id: 'c', is_complaint: true, slas: [{ ...target, outcome: 'met', ended_at: '2026-03-03T09:00:00Z' }] },
        { ...at, id: 'd', slas: [{ ...target, outcome: 'breached', ended_at: '2026-03-05T09:00:00Z' }] },
      ],
      value: 200 / 3,
      n: 3,
    },
  ],
  text: {
    en: {
      label: 'Overdue complaints',
      definition:
        'Complaints past their target for the solve, open or solved ÷ complaints whose target was met or passed; by the time it was met or passed.',
      edgeCases:
        'The target is that of the SLA policies (usual: 2 business days). Complaints without a target are left out. Those still within it are not judged yet.',
      inputs: { overdue: 'overdue', complaints: 'complaints judged' },
    },
    'zh-Hans': {
      label: '超时投诉率',
      definition: '超过解决目标的投诉（无论是否已解决）÷ 已达成或已超时的投诉；按达成或超时的时间统计。',
      edgeCases: '目标取自 SLA 策略（通常为 2 个工作日）。没有目标的投诉不计入。仍在期限内的暂不判定。',
      inputs: { overdue: '超时投诉', complaints: '已判定的投诉' },
    },
    'zh-Hant': {
      label: '逾期客訴率',
      definition: '超過解決目標的客訴（無論是否已解決）÷ 已達成或已逾期的客訴；依達成或逾期的時間統計。',
      edgeCases: '目標取自 SLA 政策（通常為 2 個工作日）。沒有目標的客訴不計入。仍在期限內的暫不判定。',
      inputs: { overdue: '逾期客訴', complaints: '已判定的客訴' },
    },
    ru: {
      label: 'Доля просроченных жалоб',
      definition:
        'Жалобы, не решённые в срок, открытые и решённые ÷ жалобы, срок которых выполнен или истёк; по времени выполнения или истечения срока.',
      edgeCases:
        'Срок берётся из политик SLA (обычно 2 рабочих дня). Жалобы без срока не учитываются. Те, чей срок ещё идёт, пока не оцениваются.',
      inputs: { overdue: 'просрочено', complaints: 'оценённые жалобы' },
    },
  },
};
