import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { ticketAssignments } from '../datasets/ticket-lists.ts';

export const timeInTeam: AggregateMetric = {
  kind: 'aggregate',
  name: 'time_in_team',
  unit: 'durationMs',
  better: 'down',
  dataset: ticketAssignments,
  time: 'solved',
  where: sql`true AND assignment_from < last_solved_at`,
  each: {
    name: 'id',
    by: sql`id`,
    inputs: {
      spent_ms: sql`sum(dateDiff('millisecond', assignment_from, least(coalesce(assignment_until, last_solved_at), last_solved_at)))`,
    },
  },
  inputs: { total: sql`sum(spent_ms)`, tickets: sql`count()` },
  value: parseFormula('total / tickets'),
  n: 'tickets',
  smallN: 30,
  reference: texts(
    'fivetran/dbt_zendesk: group_stations_count and the field history of the group',
    'fivetran/dbt_zendesk：group_stations_count 与客服组字段的历史',
    'fivetran/dbt_zendesk：group_stations_count 與團隊欄位的歷程',
    'fivetran/dbt_zendesk: group_stations_count и история поля группы',
  ),
  examples: [
    {
      name: 'four hours before the solve, whatever the parts',
      rows: [
        {
          id: 'a',
          created_at: '2026-03-02T09:00:00Z',
          last_solved_at: '2026-03-02T13:00:00Z',
          assignments: [
            { team_id: 'first', from: '2026-03-02T09:00:00Z', until: '2026-03-02T10:00:00Z' },
            { team_id: 'experts', from: '2026-03-02T10:00:00Z', until: '2026-03-02T12:00:00Z' },
            { team_id: 'first', from: '2026-03-02T12:00:00Z' },
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
      label: 'Time with a team',
      definition:
        'Time that solved tickets lay with a team before the last solve ÷ tickets that were with it, calendar time; grouped by the team at the time; tickets by their last solve.',
      edgeCases:
        'Time between a solve and a reopening counts with the team that had the ticket. Without a grouping it is the mean over all teams of a ticket together. Open tickets have no value yet.',
      inputs: { total: 'time with the team', tickets: 'tickets that were with it' },
    },
    'zh-Hans': {
      label: '各客服组停留时间',
      definition:
        '已解决工单在最后一次解决之前停留在某客服组的时间 ÷ 曾在该组的工单数，自然时间；按当时客服组分组；按最后一次解决的时间统计。',
      edgeCases: '解决后到重开之间的时间计入当时持有工单的客服组。不分组时为每张工单各组合计的平均。未解决的工单没有数值。',
      inputs: { total: '在该组的时间', tickets: '曾在该组的工单数' },
    },
    'zh-Hant': {
      label: '各團隊停留時間',
      definition:
        '已解決工單在最後一次解決之前停留在某客服團隊的時間 ÷ 曾在該團隊的工單數，日曆時間；依當時團隊分組；依最後一次解決的時間統計。',
      edgeCases: '解決後到重新開啟之間的時間計入當時持有工單的團隊。不分組時為每張工單各團隊合計的平均。未解決的工單沒有數值。',
      inputs: { total: '在該團隊的時間', tickets: '曾在該團隊的工單數' },
    },
    ru: {
      label: 'Время в группе',
      definition:
        'Время, которое решённые обращения провели в группе до последнего решения ÷ обращения, побывавшие в ней, календарное; по группе на тот момент; по времени последнего решения.',
      edgeCases:
        'Время между решением и переоткрытием относится к группе, у которой было обращение. Без группировки — среднее по всем группам обращения вместе. У нерешённых значения ещё нет.',
      inputs: { total: 'время в группе', tickets: 'обращения, побывавшие в группе' },
    },
  },
};
