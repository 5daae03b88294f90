import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { tickets } from '../datasets/tickets.ts';

const day = { created_at: '2026-03-02T09:00:00Z' };

export const complaints: AggregateMetric = {
  kind: 'aggregate',
  name: 'complaints',
  topic: 'complaints',
  unit: 'count',
  better: 'down',
  dataset: tickets,
  time: 'created',
  where: sql`is_complaint`,
  inputs: { complaints: sql`count()` },
  value: parseFormula('complaints'),
  n: 'complaints',
  reference: texts(
    'article 001: complaints by quarter beside satisfaction',
    '文章 001：各季度投诉量与满意度并列',
    '文章 001：各季客訴量與滿意度並列',
    'статья 001: жалобы по кварталам рядом с удовлетворённостью',
  ),
  examples: [
    {
      name: 'tickets that are complaints',
      rows: [
        { ...day, id: 'a', is_complaint: true },
        { ...day, id: 'b' },
        { ...day, id: 'c', is_complaint: true, is_spam: true },
      ],
      value: 1,
      n: 1,
    },
  ],
  text: {
    en: {
      label: 'Complaints',
      definition: 'Tickets that are complaints, by the time they were created.',
      edgeCases:
        'What is a complaint is a rule of the house (Settings): the mark of the source, some categories, or some tags. More complaints can mean that it has become easier to complain.',
      inputs: { complaints: 'complaints' },
    },
    'zh-Hans': {
      label: '投诉量',
      definition: '属于投诉的工单数，按创建时间统计。',
      edgeCases: '何为投诉由公司规则决定（见设置）：来源系统的标记、某些问题类型或某些标签。投诉增多也可能只是投诉变得更方便。',
      inputs: { complaints: '投诉数' },
    },
    'zh-Hant': {
      label: '客訴量',
      definition: '屬於客訴的工單數，依建立時間統計。',
      edgeCases: '何為客訴由公司規則決定（見設定）：來源系統的標記、某些問題類別或某些標籤。客訴增加也可能只是投訴變得更方便。',
      inputs: { complaints: '客訴數' },
    },
    ru: {
      label: 'Жалобы',
      definition: 'Обращения-жалобы по времени создания.',
      edgeCases:
        'Что считать жалобой, решает правило компании (настройки): отметка источника, некоторые тематики или метки. Жалоб может стать больше и оттого, что жаловаться стало проще.',
      inputs: { complaints: 'жалобы' },
    },
  },
};
