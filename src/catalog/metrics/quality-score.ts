import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { reviews } from '../datasets/reviews.ts';
import { exactSum } from './exact-sum.ts';
import { reviewShare, reviewWeight } from './review-share.ts';

const review = { at: '2026-03-02T09:00:00Z', scale_min: 0, scale_max: 5, criterion: 'solution' };

export const qualityScore: AggregateMetric = {
  kind: 'aggregate',
  name: 'quality_score',
  unit: 'percent',
  better: 'up',
  dataset: reviews,
  time: 'judged',
  inputs: { points: exactSum(sql`${reviewWeight} * ${reviewShare}`), weights: exactSum(reviewWeight), reviews: sql`count()` },
  value: parseFormula('points / weights'),
  n: 'reviews',
  counterweight: 'full_resolution',
  smallN: 30,
  reference: texts(
    'articles 003 and 004: performance and quality; sampled reviews by criteria',
    '文章 003 和 004：绩效与质量；按质检项抽检',
    '文章 003 與 004：績效與品質；依評核項目抽查',
    'статьи 003 и 004: результативность и качество; выборочная проверка по критериям',
  ),
  examples: [
    {
      name: 'weighted over criteria, each on its own scale',
      rows: [
        { ...review, id: 'a', score: 5, weight: 3 },
        { ...review, id: 'b', score: 1, scale_min: 1, scale_max: 3, weight: 1, criterion: 'tone' },
      ],
      value: 75,
      n: 2,
    },
    { name: 'nothing reviewed: no score', rows: [], value: null, n: 0 },
  ],
  text: {
    en: {
      label: 'Quality score',
      definition: 'Judgements of reviewed tickets as a percentage of their scale, weighted by criterion; by the time of the review.',
      edgeCases:
        'Only a sample is reviewed: n is the number of judgements. A criterion without a weight counts once. Reviewers differ: group by criterion before comparing people.',
      inputs: { points: 'weighted percentages', weights: 'sum of weights', reviews: 'judgements' },
    },
    'zh-Hans': {
      label: '质检得分',
      definition: '抽检工单各质检项得分占满分的百分比，按权重加权；按质检时间统计。',
      edgeCases: '仅抽样质检：样本量为评判次数。未设权重的质检项按 1 计。不同质检员标准不一，比较个人前请先按质检项分组。',
      inputs: { points: '加权得分', weights: '权重合计', reviews: '评判次数' },
    },
    'zh-Hant': {
      label: '品質評核分數',
      definition: '抽查工單各評核項目得分占滿分的百分比，依權重加權；依評核時間統計。',
      edgeCases: '僅抽樣評核：樣本數為評判次數。未設權重的項目以 1 計。不同評核者標準不一，比較個人前請先依評核項目分組。',
      inputs: { points: '加權得分', weights: '權重合計', reviews: '評判次數' },
    },
    ru: {
      label: 'Оценка качества',
      definition: 'Оценки проверенных обращений в процентах от шкалы, с весами критериев; по времени проверки.',
      edgeCases:
        'Проверяется только выборка: n — число оценок. Критерий без веса считается за единицу. Проверяющие различаются: перед сравнением людей сгруппируйте по критерию.',
      inputs: { points: 'взвешенные проценты', weights: 'сумма весов', reviews: 'оценки' },
    },
  },
};
