import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { tickets } from '../datasets/tickets.ts';

export const created: AggregateMetric = {
  kind: 'aggregate',
  name: 'created',
  unit: 'count',
  better: 'neither',
  dataset: tickets,
  time: 'created',
  inputs: { tickets: sql`count()` },
  value: parseFormula('tickets'),
  n: 'tickets',
  reference: texts(
    'zammad#1741: merged and spam tickets are not created volume',
    'zammad#1741：已合并的工单和垃圾工单不计入工单量',
    'zammad#1741：已合併的工單與垃圾工單不計入工單量',
    'zammad#1741: объединённые обращения и спам не входят в количество созданных',
  ),
  examples: [
    {
      name: 'spam, test, deleted and merged tickets are not counted',
      rows: [
        { id: 'a', created_at: '2026-03-02T09:00:00Z' },
        { id: 'b', created_at: '2026-03-02T10:00:00Z', is_spam: true },
        { id: 'c', created_at: '2026-03-02T11:00:00Z', merged_into: 'a' },
        { id: 'd', created_at: '2026-03-03T09:00:00Z' },
      ],
      value: 2,
      n: 2,
    },
  ],
  text: {
    en: {
      label: 'Ticket volume',
      definition: 'Tickets by the time they were created.',
      edgeCases: 'Spam, test, deleted and merged-away tickets are left out. A reopened ticket is counted once, when it was created.',
      inputs: { tickets: 'tickets' },
    },
    'zh-Hans': {
      label: '工单量',
      definition: '按创建时间统计的工单数量。',
      edgeCases: '不含垃圾、测试、已删除和被合并的工单。重开的工单只在创建时计一次。',
      inputs: { tickets: '工单数' },
    },
    'zh-Hant': {
      label: '工單量',
      definition: '依建立時間統計的工單數量。',
      edgeCases: '不含垃圾、測試、已刪除與被合併的工單。重新開啟的工單只在建立時計一次。',
      inputs: { tickets: '工單數' },
    },
    ru: {
      label: 'Количество обращений',
      definition: 'Обращения по времени создания.',
      edgeCases: 'Без спама, тестовых, удалённых и объединённых обращений. Переоткрытое обращение считается один раз, при создании.',
      inputs: { tickets: 'обращения' },
    },
  },
};
