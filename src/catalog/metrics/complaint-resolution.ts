import { texts } from '../../core/model/locale.ts';
import type { DistributionMetric } from '../../core/model/metric.ts';
import { identifier, sql } from '../../core/sql/sql.ts';
import { tickets } from '../datasets/tickets.ts';

const solvedAt = { created_at: '2026-03-02T09:00:00Z', last_solved_at: '2026-03-02T11:00:00Z' };

export const complaintResolution: DistributionMetric = {
  kind: 'distribution',
  name: 'complaint_resolution',
  topic: 'complaints',
  unit: 'durationMs',
  better: 'down',
  dataset: tickets,
  time: 'solved',
  options: { clock: ['business', 'calendar'] },
  where: sql`is_complaint`,
  of: ({ options }) => identifier(`full_resolution_${options.clock}_ms`),
  statistics: ['median', 'p90', 'mean'],
  provenance: sql`resolution_provenance`,
  counterweight: 'reopen_rate',
  smallN: 30,
  reference: texts(
    'article 001: average time to handle a complaint',
    '文章 001：投诉平均处理时长',
    '文章 001：客訴平均處理時間',
    'статья 001: среднее время обработки жалобы',
  ),
  examples: [
    {
      name: 'only complaints count',
      ask: 'complaint_resolution_mean',
      rows: [
        { ...solvedAt, id: 'a', is_complaint: true, full_resolution_business_ms: 3_600_000 },
        { ...solvedAt, id: 'b', is_complaint: true, full_resolution_business_ms: 10_800_000 },
        { ...solvedAt, id: 'c', full_resolution_business_ms: 1 },
        { ...solvedAt, id: 'd', is_complaint: true },
      ],
      value: 7_200_000,
      n: 2,
    },
  ],
  text: {
    en: {
      label: 'Complaint handling time',
      definition: 'From the creation of a complaint to its last solve; by the time of that solve.',
      edgeCases:
        'What is a complaint is a rule of the house. A later reopening moves the last solve. Without a schedule the business value is empty.',
    },
    'zh-Hans': {
      label: '投诉处理时长',
      definition: '投诉从创建到最后一次解决的时间；按该次解决的时间统计。',
      edgeCases: '何为投诉由公司规则决定。之后重开会改变最后一次解决的时间。没有工作时间表时，工作时间值为空。',
    },
    'zh-Hant': {
      label: '客訴處理時間',
      definition: '客訴從建立到最後一次解決的時間；依該次解決的時間統計。',
      edgeCases: '何為客訴由公司規則決定。之後重新開啟會改變最後一次解決的時間。沒有營業時間表時，營業時間值為空。',
    },
    ru: {
      label: 'Время обработки жалоб',
      definition: 'От создания жалобы до последнего решения; по времени этого решения.',
      edgeCases:
        'Что считать жалобой, решает правило компании. Переоткрытие сдвигает последнее решение. Без графика значение в рабочем времени пусто.',
    },
  },
};
