import { texts } from '../../core/model/locale.ts';
import type { DistributionMetric } from '../../core/model/metric.ts';
import { identifier } from '../../core/sql/sql.ts';
import { ticketCycles } from '../datasets/ticket-lists.ts';

export const cycleResponse: DistributionMetric = {
  kind: 'distribution',
  name: 'cycle_response',
  unit: 'durationMs',
  better: 'down',
  dataset: ticketCycles,
  time: 'started',
  options: { clock: ['business', 'calendar'] },
  of: ({ options }) => identifier(`cycle_response_${options.clock}_ms`),
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
      ask: 'cycle_response_mean(clock=calendar)',
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
      value: 1_200_000,
      n: 2,
    },
  ],
  text: {
    en: {
      label: 'Response time per cycle',
      definition:
        'From the beginning of a cycle (creation or a reopening) to the first public reply of a person in it; each cycle by its beginning.',
      edgeCases:
        'The first cycle has the first response time. A reopening that only says thanks begins no cycle. Not answered yet: no value.',
    },
    'zh-Hans': {
      label: '每轮响应时间',
      definition: '从每一轮开始（创建或重开）到客服在该轮第一条公开回复的时间；按该轮开始时间统计。',
      edgeCases: '第一轮即首次响应时间。仅表示感谢的重开不算新一轮。尚未回复的没有数值。',
    },
    'zh-Hant': {
      label: '每輪回應時間',
      definition: '從每一輪開始（建立或重新開啟）到客服人員在該輪第一則公開回覆的時間；依該輪開始時間統計。',
      edgeCases: '第一輪即首次回應時間。僅表示感謝的重新開啟不算新一輪。尚未回覆的沒有數值。',
    },
    ru: {
      label: 'Время ответа в цикле',
      definition: 'От начала цикла (создания или переоткрытия) до первого публичного ответа человека в нём; каждый цикл по его началу.',
      edgeCases: 'Первый цикл даёт время первого ответа. Переоткрытие ради «спасибо» цикла не начинает. Пока ответа нет, нет и значения.',
    },
  },
};
