import { texts } from '../../core/model/locale.ts';
import type { DistributionMetric } from '../../core/model/metric.ts';
import { identifier } from '../../core/sql/sql.ts';
import { ticketCycles } from '../datasets/ticket-lists.ts';

export const cycleResolution: DistributionMetric = {
  kind: 'distribution',
  name: 'cycle_resolution',
  unit: 'durationMs',
  better: 'down',
  dataset: ticketCycles,
  time: 'solved',
  options: { clock: ['calendar', 'business'] },
  of: ({ options }) => identifier(`cycle_resolution_${options.clock}_ms`),
  statistics: ['median', 'p90', 'mean'],
  counterweight: 'reopen_rate',
  smallN: 30,
  reference: texts(
    'chatwoot#3570, chatwoot#12058: one conversation, one value for each time that it was opened',
    'chatwoot#3570、chatwoot#12058：每个对话每打开一次计一个数值',
    'chatwoot#3570、chatwoot#12058：每個對話每開啟一次計一個數值',
    'chatwoot#3570, chatwoot#12058: один диалог, по значению на каждое его открытие',
  ),
  examples: [
    {
      name: 'a reopened ticket gives one value for each cycle; an open cycle without one gives none',
      ask: 'cycle_resolution_mean(clock=calendar)',
      rows: [
        {
          id: 'a',
          created_at: '2026-03-02T09:00:00Z',
          updated_at: '2026-03-05T12:00:00Z',
          cycles: [
            {
              started_at: '2026-03-02T09:00:00Z',
              solved_at: '2026-03-02T10:00:00Z',
              response_calendar_ms: 1_800_000,
              resolution_calendar_ms: 3_600_000,
            },
            {
              started_at: '2026-03-05T09:00:00Z',
              solved_at: '2026-03-05T12:00:00Z',
              response_calendar_ms: 600_000,
              resolution_calendar_ms: 10_800_000,
            },
          ],
        },
        {
          id: 'b',
          created_at: '2026-03-02T09:00:00Z',
          updated_at: '2026-03-02T09:00:00Z',
          cycles: [{ started_at: '2026-03-02T09:00:00Z' }],
        },
      ],
      value: 7_200_000,
      n: 2,
    },
  ],
  text: {
    en: {
      label: 'Resolution time per cycle',
      definition: 'From the beginning of a cycle (creation or a reopening) to its solve; each cycle by that solve.',
      edgeCases:
        'A reopened ticket counts once for each solve, and the days between them count for nobody: the full resolution time would hold them. A reopening that only says thanks begins no cycle.',
    },
    'zh-Hans': {
      label: '每轮解决时长',
      definition: '从每一轮开始（创建或重开）到该轮解决的时间；按该次解决的时间统计。',
      edgeCases: '重开的工单按每次解决各计一次，两轮之间的时间不计入任何一轮（解决时长会包含它们）。仅表示感谢的重开不算新一轮。',
    },
    'zh-Hant': {
      label: '每輪解決時間',
      definition: '從每一輪開始（建立或重新開啟）到該輪解決的時間；依該次解決的時間統計。',
      edgeCases: '重新開啟的工單依每次解決各計一次，兩輪之間的時間不計入任何一輪（解決時間會包含它們）。僅表示感謝的重新開啟不算新一輪。',
    },
    ru: {
      label: 'Время решения цикла',
      definition: 'От начала цикла (создания или переоткрытия) до решения в нём; каждый цикл по времени решения.',
      edgeCases:
        'Переоткрытое обращение учитывается по разу на каждое решение, а дни между циклами не учитываются (во время решения они входят). Переоткрытие ради «спасибо» цикла не начинает.',
    },
  },
};
