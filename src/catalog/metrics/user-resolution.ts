import { texts } from '../../core/model/locale.ts';
import type { DistributionMetric } from '../../core/model/metric.ts';
import { identifier, sql } from '../../core/sql/sql.ts';
import { tickets } from '../datasets/tickets.ts';

export const userResolution: DistributionMetric = {
  kind: 'distribution',
  name: 'user_resolution',
  unit: 'durationMs',
  better: 'down',
  dataset: tickets,
  time: 'solved',
  options: { clock: ['calendar', 'business'] },
  of: ({ options }) => sql`(${identifier(`full_resolution_${options.clock}_ms`)} - ${identifier(`agent_wait_${options.clock}_ms`)})`,
  statistics: ['median', 'p90', 'mean'],
  provenance: sql`resolution_provenance`,
  counterweight: 'reopen_rate',
  smallN: 30,
  reference: texts(
    'frappe/erpnext_documentation#105: resolution time less the time of waiting for the customer',
    'frappe/erpnext_documentation#105：解决时长减去等待客户回复的时间',
    'frappe/erpnext_documentation#105：解決時間減去等待客戶回覆的時間',
    'frappe/erpnext_documentation#105: время решения за вычетом ожидания ответа клиента',
  ),
  examples: [
    {
      name: 'five hours of which the customer took three',
      ask: 'user_resolution_median',
      rows: [
        {
          id: 'a',
          created_at: '2026-03-02T09:00:00Z',
          last_solved_at: '2026-03-02T14:00:00Z',
          full_resolution_calendar_ms: 18_000_000,
          agent_wait_calendar_ms: 10_800_000,
        },
        { id: 'b', created_at: '2026-03-02T09:00:00Z', last_solved_at: '2026-03-02T14:00:00Z', full_resolution_calendar_ms: 18_000_000 },
      ],
      value: 7_200_000,
      n: 1,
    },
  ],
  text: {
    en: {
      label: 'Resolution time without the customer’s share',
      definition: 'Full resolution time less the time of waiting on the customer (pending); tickets by the last solve.',
      edgeCases:
        'Only where statuses are known: otherwise no value. ERPNext starts again at a reopening; here the waits of all cycles are taken off.',
    },
    'zh-Hans': {
      label: '扣除客户用时的解决时长',
      definition: '解决时长减去等待客户回复的时间；按最后一次解决的时间统计。',
      edgeCases: '需要有状态历史，否则没有数值。ERPNext 在重开时重新计时；这里扣除各轮的全部等待。',
    },
    'zh-Hant': {
      label: '扣除客戶用時的解決時間',
      definition: '解決時間減去等待客戶回覆的時間；依最後一次解決的時間統計。',
      edgeCases: '需要有狀態歷程，否則沒有數值。ERPNext 在重新開啟時重新計時；這裡扣除各輪的全部等待。',
    },
    ru: {
      label: 'Время решения без ожидания клиента',
      definition: 'Время решения за вычетом ожидания ответа клиента; по времени последнего решения.',
      edgeCases:
        'Нужна история статусов, иначе значения нет. ERPNext при переоткрытии считает заново; здесь вычитается ожидание во всех циклах.',
    },
  },
};
