import { texts } from '../../core/model/locale.ts';
import type { DistributionMetric } from '../../core/model/metric.ts';
import { identifier, sql } from '../../core/sql/sql.ts';
import { tickets } from '../datasets/tickets.ts';

export const firstResolution: DistributionMetric = {
  kind: 'distribution',
  name: 'first_resolution',
  unit: 'durationMs',
  better: 'down',
  dataset: tickets,
  time: 'first_solved',
  options: { clock: ['calendar', 'business'] },
  of: ({ options }) => identifier(`first_resolution_${options.clock}_ms`),
  statistics: ['median', 'p90', 'mean'],
  provenance: sql`resolution_provenance`,
  counterweight: 'reopen_rate',
  smallN: 30,
  reference: texts(
    'support.zendesk.com 4408834848154: creation to the first solve',
    'support.zendesk.com 4408834848154：从创建到首次解决',
    'support.zendesk.com 4408834848154：從建立到首次解決',
    'support.zendesk.com 4408834848154: от создания до первого решения',
  ),
  examples: [
    {
      name: 'a ticket that was reopened counts by its first solve',
      ask: 'first_resolution_mean',
      rows: [
        {
          id: 'a',
          created_at: '2026-03-02T09:00:00Z',
          first_solved_at: '2026-03-02T10:00:00Z',
          last_solved_at: '2026-03-09T10:00:00Z',
          first_resolution_calendar_ms: 3_600_000,
          full_resolution_calendar_ms: 608_400_000,
        },
        { id: 'b', created_at: '2026-03-02T09:00:00Z' },
      ],
      value: 3_600_000,
      n: 1,
    },
  ],
  text: {
    en: {
      label: 'First resolution time',
      definition: 'From creation to the first solve; tickets by the time of that solve.',
      edgeCases:
        'A later reopening changes nothing: read it beside the reopen rate. Of a reopened ticket of which the source reports only the last solve there is no value.',
    },
    'zh-Hans': {
      label: '首次解决时长',
      definition: '从创建到第一次解决的时间；按该次解决的时间统计。',
      edgeCases: '之后的重开不影响数值，请与重开率对照阅读。来源只上报最后一次解决的重开工单没有数值。',
    },
    'zh-Hant': {
      label: '首次解決時間',
      definition: '從建立到第一次解決的時間；依該次解決的時間統計。',
      edgeCases: '之後的重新開啟不影響數值，請與重新開啟率對照閱讀。來源僅回報最後一次解決的重開工單沒有數值。',
    },
    ru: {
      label: 'Время до первого решения',
      definition: 'От создания до первого решения; обращения по времени этого решения.',
      edgeCases:
        'Переоткрытие ничего не меняет: смотрите вместе с долей переоткрытых. Если источник сообщает только о последнем решении переоткрытого обращения, значения нет.',
    },
  },
};
