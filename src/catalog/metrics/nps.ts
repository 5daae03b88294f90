import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { netScoreInterval } from '../../core/stats/net-score-interval.ts';
import { answers } from '../datasets/surveys.ts';

const answer = { kind: 'nps', scale_min: 0, scale_max: 10, direction: 'up', answered_at: '2026-03-02T09:00:00Z' };

export const nps: AggregateMetric = {
  kind: 'aggregate',
  name: 'nps',
  unit: 'points',
  better: 'up',
  dataset: answers,
  time: 'answered',
  timeOption: 'date',
  options: { date: ['answered', 'invited'] },
  where: sql`kind = 'nps' AND scale_min = 0 AND scale_max = 10`,
  inputs: { promoters: sql`countIf(score >= 9)`, detractors: sql`countIf(score <= 6)`, answers: sql`count()` },
  value: parseFormula('100 * (promoters - detractors) / answers'),
  n: 'answers',
  interval: ({ promoters = 0, detractors = 0, answers = 0 }) => {
    const interval = netScoreInterval(promoters, detractors, answers);
    return interval && { low: 100 * interval.low, high: 100 * interval.high };
  },
  variants: { article: { where: sql`kind = 'nps' AND scale_min = 1 AND scale_max = 10` } },
  counterweight: 'response_rate',
  smallN: 100,
  reference: texts(
    'article 004: %promoters − %detractors, 80 − 15 = 65; variance as in stats.stackexchange 18603',
    '文章 004：推荐者占比 − 贬损者占比，80 − 15 = 65；方差算法见 stats.stackexchange 18603',
    '文章 004：推薦者占比 − 批評者占比，80 − 15 = 65；變異數算法見 stats.stackexchange 18603',
    'статья 004: % промоутеров − % критиков, 80 − 15 = 65; дисперсия — как в stats.stackexchange 18603',
  ),
  examples: [
    {
      name: 'answers 10, 9, 0 and one dismissed: 33.3 of three answers',
      rows: [
        { ...answer, id: 'a', score: 10 },
        { ...answer, id: 'b', score: 9 },
        { ...answer, id: 'c', score: 0 },
        { ...answer, id: 'd', score: null, dismissed: true },
      ],
      value: 100 / 3,
      n: 3,
    },
    {
      name: 'article 004: 80 % promoters and 15 % detractors give 65',
      rows: Array.from({ length: 20 }, (_, index) => ({ ...answer, id: `r${index}`, score: index < 16 ? 9 : index < 19 ? 6 : 7 })),
      value: 65,
      n: 20,
    },
    {
      name: 'the 1–10 scale of the articles is a variant of its own',
      ask: 'nps(variant=article)',
      rows: [
        { ...answer, id: 'a', score: 10, scale_min: 1 },
        { ...answer, id: 'b', score: 0 },
      ],
      value: 100,
      n: 1,
    },
  ],
  text: {
    en: {
      label: 'Net Promoter Score (NPS)',
      definition: 'Share of answers 9–10 minus share of answers 0–6 on a scale from 0 to 10; by the time of the answer.',
      edgeCases:
        'Only answers count; dismissed is none. Variant "article": scale 1–10 with the same cuts, never mixed with 0–10. Net Promoter, Net Promoter Score and NPS are registered trademarks of their owners.',
      inputs: { promoters: 'promoters', detractors: 'detractors', answers: 'answers' },
    },
    'zh-Hans': {
      label: '净推荐值（NPS）',
      definition: '0–10 分量表上，9–10 分的占比减去 0–6 分的占比；按回答时间统计。',
      edgeCases:
        '只统计回答，关闭问卷不算。“文章”口径：1–10 分量表，分界相同，绝不与 0–10 混用。Net Promoter、Net Promoter Score 和 NPS 是其所有者的注册商标。',
      inputs: { promoters: '推荐者', detractors: '贬损者', answers: '回答数' },
    },
    'zh-Hant': {
      label: '淨推薦值（NPS）',
      definition: '0–10 分量表上，9–10 分的占比減去 0–6 分的占比；依回答時間統計。',
      edgeCases:
        '只統計回答，關閉問卷不算。「文章」口徑：1–10 分量表，分界相同，絕不與 0–10 混用。Net Promoter、Net Promoter Score 與 NPS 為其所有者的註冊商標。',
      inputs: { promoters: '推薦者', detractors: '批評者', answers: '回答數' },
    },
    ru: {
      label: 'Индекс потребительской лояльности (NPS)',
      definition: 'Доля ответов 9–10 минус доля ответов 0–6 по шкале от 0 до 10; по времени ответа.',
      edgeCases:
        'Учитываются только ответы; закрытый опрос — не ответ. Вариант «статья»: шкала 1–10 с теми же границами, не смешивается с 0–10. Net Promoter, Net Promoter Score и NPS — зарегистрированные товарные знаки их владельцев.',
      inputs: { promoters: 'промоутеры', detractors: 'критики', answers: 'ответы' },
    },
  },
};
