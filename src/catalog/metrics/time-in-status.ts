import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { ticketStatuses } from '../datasets/ticket-lists.ts';

export const timeInStatus: AggregateMetric = {
  kind: 'aggregate',
  name: 'time_in_status',
  unit: 'durationMs',
  better: 'down',
  dataset: ticketStatuses,
  time: 'solved',
  where: sql`stay_status NOT IN ('solved', 'closed') AND stay_from < last_solved_at`,
  each: {
    name: 'id',
    by: sql`id`,
    inputs: { spent_ms: sql`sum(dateDiff('millisecond', stay_from, least(coalesce(stay_until, last_solved_at), last_solved_at)))` },
  },
  inputs: { total: sql`sum(spent_ms)`, tickets: sql`count()` },
  value: parseFormula('total / tickets'),
  n: 'tickets',
  smallN: 30,
  reference: texts(
    'fivetran/dbt_zendesk: new and open_status_duration_in_calendar_minutes',
    'fivetran/dbt_zendesk：new_status_duration_in_calendar_minutes 和 open_status_duration_in_calendar_minutes',
    'fivetran/dbt_zendesk：new_status_duration_in_calendar_minutes 與 open_status_duration_in_calendar_minutes',
    'fivetran/dbt_zendesk: new_status_duration_in_calendar_minutes и open_status_duration_in_calendar_minutes',
  ),
  examples: [
    {
      name: 'four hours before the solve, whatever the parts',
      rows: [
        {
          id: 'a',
          created_at: '2026-03-02T09:00:00Z',
          last_solved_at: '2026-03-02T13:00:00Z',
          status_spans: [
            { status: 'open', from: '2026-03-02T09:00:00Z', until: '2026-03-02T10:00:00Z' },
            { status: 'pending', from: '2026-03-02T10:00:00Z', until: '2026-03-02T12:00:00Z' },
            { status: 'open', from: '2026-03-02T12:00:00Z', until: '2026-03-02T13:00:00Z' },
            { status: 'solved', from: '2026-03-02T13:00:00Z' },
          ],
        },
        { id: 'b', created_at: '2026-03-02T09:00:00Z' },
      ],
      value: 14_400_000,
      n: 1,
    },
  ],
  text: {
    en: {
      label: 'Time in a status',
      definition:
        'Time that solved tickets spent in a status before the last solve ÷ tickets that were in it, calendar time; grouped by the status at the time; tickets by their last solve.',
      edgeCases:
        'A mean for each ticket that was in the status at all; without a grouping it is the mean over all statuses of a ticket together. Solved and closed are no work and left out. Open tickets have no value yet.',
      inputs: { total: 'time in the status', tickets: 'tickets that were in it' },
    },
    'zh-Hans': {
      label: '各状态停留时间',
      definition:
        '已解决工单在最后一次解决之前处于某状态的时间 ÷ 曾处于该状态的工单数，自然时间；按当时状态分组；按最后一次解决的时间统计。',
      edgeCases: '对曾处于该状态的每张工单取平均；不分组时为每张工单各状态合计的平均。已解决和已关闭不算处理时间。未解决的工单没有数值。',
      inputs: { total: '在该状态的时间', tickets: '曾处于该状态的工单数' },
    },
    'zh-Hant': {
      label: '各狀態停留時間',
      definition:
        '已解決工單在最後一次解決之前處於某狀態的時間 ÷ 曾處於該狀態的工單數，日曆時間；依當時狀態分組；依最後一次解決的時間統計。',
      edgeCases: '對曾處於該狀態的每張工單取平均；不分組時為每張工單各狀態合計的平均。已解決與已關閉不算處理時間。未解決的工單沒有數值。',
      inputs: { total: '在該狀態的時間', tickets: '曾處於該狀態的工單數' },
    },
    ru: {
      label: 'Время в статусе',
      definition:
        'Время, которое решённые обращения провели в статусе до последнего решения ÷ обращения, побывавшие в нём, календарное; по статусу на тот момент; по времени последнего решения.',
      edgeCases:
        'Среднее на обращение, побывавшее в статусе; без группировки — среднее по всем статусам обращения вместе. «Решено» и «Закрыто» не считаются. У нерешённых значения ещё нет.',
      inputs: { total: 'время в статусе', tickets: 'обращения, побывавшие в нём' },
    },
  },
};
