import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { tickets } from '../datasets/tickets.ts';

export const categoryMix: AggregateMetric = {
  kind: 'aggregate',
  name: 'category_mix',
  topic: 'volume',
  unit: 'percent',
  better: 'neither',
  dataset: tickets,
  time: 'created',
  inputs: { tickets: sql`count()` },
  value: parseFormula('tickets'),
  n: 'tickets',
  share: 'of total',
  reference: texts(
    'article 004: how often each category is written about',
    '文章 004：各问题类型的进线频次',
    '文章 004：各問題類別的進線頻次',
    'статья 004: как часто пишут по каждой тематике',
  ),
  examples: [
    {
      name: 'without groups it is everything',
      rows: [
        { id: 'a', created_at: '2026-03-02T09:00:00Z', category: 'shipping' },
        { id: 'b', created_at: '2026-03-02T09:00:00Z', category: 'returns' },
      ],
      value: 100,
      n: 2,
    },
    { name: 'no ticket: no share', rows: [], value: null, n: 0 },
  ],
  text: {
    en: {
      label: 'Ticket mix',
      definition: 'Share of a category, or of any other group, in the tickets created in the same stretch of time.',
      edgeCases:
        'Groups that overlap, such as tags, add up to more than 100 %. A share can rise though the number falls: read it beside the volume.',
      inputs: { tickets: 'tickets of the group' },
    },
    'zh-Hans': {
      label: '工单构成',
      definition: '某一问题类型（或其他分组）在同期新建工单中的占比。',
      edgeCases: '标签等可重叠的分组，合计会超过 100%。数量下降时占比也可能上升，请与工单量一起看。',
      inputs: { tickets: '该组工单数' },
    },
    'zh-Hant': {
      label: '工單組成',
      definition: '某一問題類別（或其他分組）在同期新建工單中的占比。',
      edgeCases: '標籤等可重疊的分組，合計會超過 100%。數量下降時占比也可能上升，請與工單量一起看。',
      inputs: { tickets: '該組工單數' },
    },
    ru: {
      label: 'Структура обращений',
      definition: 'Доля тематики или другой группы среди обращений, созданных за то же время.',
      edgeCases:
        'Пересекающиеся группы, например метки, в сумме дают больше 100 %. Доля может вырасти и при падении числа: смотрите её вместе с количеством.',
      inputs: { tickets: 'обращения группы' },
    },
  },
};
