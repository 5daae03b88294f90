import type { DistributionMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { tickets } from '../datasets/tickets.ts';

export const lastAssignmentToResolution: DistributionMetric = {
  kind: 'distribution',
  name: 'last_assignment_to_resolution',
  unit: 'durationMs',
  better: 'down',
  dataset: tickets,
  time: 'solved',
  of: () => sql`if(last_assigned_at <= last_solved_at, dateDiff('millisecond', last_assigned_at, last_solved_at), NULL)`,
  statistics: ['median', 'p90', 'mean'],
  provenance: sql`resolution_provenance`,
  counterweight: 'reopen_rate',
  smallN: 30,
  reference: 'fivetran/dbt_zendesk: last_assignment_to_resolution_calendar_minutes',
  examples: [
    {
      name: 'assigned at ten and again at eleven, solved at noon; one assigned only after its solve has no value',
      ask: 'last_assignment_to_resolution_median',
      rows: [
        {
          id: 'a',
          created_at: '2026-03-02T09:00:00Z',
          first_assigned_at: '2026-03-02T10:00:00Z',
          last_assigned_at: '2026-03-02T11:00:00Z',
          last_solved_at: '2026-03-02T12:00:00Z',
        },
        {
          id: 'b',
          created_at: '2026-03-02T09:00:00Z',
          first_assigned_at: '2026-03-02T13:00:00Z',
          last_assigned_at: '2026-03-02T13:00:00Z',
          last_solved_at: '2026-03-02T12:00:00Z',
        },
      ],
      value: 3_600_000,
      n: 1,
    },
  ],
  text: {
    en: {
      label: 'Last assignment to resolution',
      definition: 'From the last assignment to a person to the last solve, calendar time; tickets by that solve.',
      edgeCases:
        'Bots are no person. An assignment after the last solve gives no value, and neither does a source that tells nothing of assignments.',
    },
    'zh-Hans': {
      label: '最后分配到解决',
      definition: '从最后一次分配给客服到最后一次解决的自然时间；按该次解决的时间统计。',
      edgeCases: '机器人不算客服。最后一次解决之后才分配的没有数值，来源没有分配记录的也没有。',
    },
    'zh-Hant': {
      label: '最後指派到解決',
      definition: '從最後一次指派給客服人員到最後一次解決的日曆時間；依該次解決的時間統計。',
      edgeCases: '機器人不算客服人員。最後一次解決之後才指派的沒有數值，來源沒有指派紀錄的也沒有。',
    },
    ru: {
      label: 'От последнего назначения до решения',
      definition: 'От последнего назначения оператора до последнего решения, календарное время; по времени этого решения.',
      edgeCases: 'Боты не считаются. Если назначение было после последнего решения или источник не сообщает о назначениях, значения нет.',
    },
  },
};
