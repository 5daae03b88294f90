import { texts } from '../../core/model/locale.ts';
import type { DistributionMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { tickets } from '../datasets/tickets.ts';

export const timeToClose: DistributionMetric = {
  kind: 'distribution',
  name: 'time_to_close',
  unit: 'durationMs',
  better: 'neither',
  dataset: tickets,
  time: 'closed',
  of: () => sql`dateDiff('millisecond', created_at, closed_at)`,
  statistics: ['median', 'p90', 'mean'],
  provenance: sql`resolution_provenance`,
  counterweight: 'full_resolution',
  smallN: 30,
  reference: texts(
    'fivetran/dbt_zendesk CHANGELOG (closed but never solved); Zendesk closes by itself days after the solve',
    'fivetran/dbt_zendesk CHANGELOG（已关闭但从未解决）；Zendesk 在解决数天后自动关闭',
    'fivetran/dbt_zendesk CHANGELOG（已關閉但從未解決）；Zendesk 在解決數天後自動關閉',
    'fivetran/dbt_zendesk CHANGELOG (закрыто, но не решено); Zendesk сам закрывает через несколько дней после решения',
  ),
  examples: [
    {
      name: 'closed four days after creation, though solved on the first',
      ask: 'time_to_close_median',
      rows: [
        { id: 'a', created_at: '2026-03-02T09:00:00Z', last_solved_at: '2026-03-02T10:00:00Z', closed_at: '2026-03-06T09:00:00Z' },
        { id: 'b', created_at: '2026-03-02T09:00:00Z', last_solved_at: '2026-03-02T10:00:00Z' },
      ],
      value: 345_600_000,
      n: 1,
    },
  ],
  text: {
    en: {
      label: 'Time to close',
      definition: 'From creation to closing, calendar time; tickets by the closing.',
      edgeCases:
        'Help desks close by themselves days after the solve, so this says little about how fast people were helped: that is the full resolution time.',
    },
    'zh-Hans': {
      label: '关闭时长',
      definition: '从创建到关闭的自然时间；按关闭时间统计。',
      edgeCases: '客服系统通常在解决几天后自动关闭工单，因此它不能说明客户多快得到帮助：那要看解决时长。',
    },
    'zh-Hant': {
      label: '關閉時間',
      definition: '從建立到關閉的日曆時間；依關閉時間統計。',
      edgeCases: '客服系統通常在解決數天後自動關閉工單，因此它無法說明客戶多快得到協助：那要看解決時間。',
    },
    ru: {
      label: 'Время до закрытия',
      definition: 'От создания до закрытия, календарное время; по времени закрытия.',
      edgeCases:
        'Системы закрывают обращения сами через несколько дней после решения, поэтому о скорости помощи говорит время решения, а не эта величина.',
    },
  },
};
