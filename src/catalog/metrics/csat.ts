import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { meanInterval } from '../../core/stats/mean-interval.ts';
import { answers } from '../datasets/surveys.ts';
import { exactSum } from './exact-sum.ts';
import { shareInterval } from './share-interval.ts';

const answer = { kind: 'csat', scale_min: 1, scale_max: 5, direction: 'up', answered_at: '2026-03-02T09:00:00Z' };

/** The answer as a percentage of the way from the worst to the best of its scale. */
const share = sql`(100 * if(direction = 'down', scale_max - score, score - scale_min) / (scale_max - scale_min))`;

export const csat: AggregateMetric = {
  kind: 'aggregate',
  name: 'csat',
  unit: 'percent',
  better: 'up',
  dataset: answers,
  time: 'answered',
  timeOption: 'date',
  options: { date: ['answered', 'invited'] },
  where: sql`kind = 'csat' AND scale_max > scale_min`,
  inputs: {
    satisfied: sql`countIf(if(direction = 'down', scale_max - score, score - scale_min) >= 0.75 * (scale_max - scale_min) - 1e-9)`,
    answers: sql`count()`,
  },
  value: parseFormula('100 * satisfied / answers'),
  n: 'answers',
  interval: shareInterval('satisfied', 'answers'),
  variants: {
    article: {
      where: sql`kind = 'csat' AND scale_min = 1 AND scale_max = 5`,
      inputs: { total: sql`sum(score)`, squares: sql`sum(score * score)`, answers: sql`count()` },
      value: parseFormula('total / answers'),
      unit: 'score',
      interval: ({ answers = 0, total = 0, squares = 0 }) => meanInterval(answers, total, squares),
    },
    article_003: {
      where: sql`kind = 'csat' AND scale_min = 1 AND scale_max = 10`,
      inputs: { total: sql`sum(10 * score)`, squares: sql`sum(100 * score * score)`, answers: sql`count()` },
      value: parseFormula('total / answers'),
      interval: ({ answers = 0, total = 0, squares = 0 }) => meanInterval(answers, total, squares),
    },
    normalised: {
      inputs: { total: exactSum(share), squares: exactSum(sql`${share} * ${share}`), answers: sql`count()` },
      value: parseFormula('total / answers'),
      interval: ({ answers = 0, total = 0, squares = 0 }) => meanInterval(answers, total, squares),
    },
  },
  counterweight: 'response_rate',
  smallN: 30,
  reference: texts(
    'article 004: answers 4–5 ÷ answers; article 001: plain mean on 1–5; article 003: asked on 1–10, in percent; normalised as in help.trengo.com',
    '文章 004：4–5 分的回答 ÷ 全部回答；文章 001：1–5 分的简单平均值；文章 003：按 1–10 分提问，以百分比表示；标准化方法见 help.trengo.com',
    '文章 004：4–5 分的回答 ÷ 全部回答；文章 001：1–5 分的簡單平均值；文章 003：以 1–10 分提問，以百分比表示；標準化方法見 help.trengo.com',
    'статья 004: ответы 4–5 ÷ ответы; статья 001: простое среднее по шкале 1–5; статья 003: вопрос по шкале 1–10, в процентах; нормирование — как в help.trengo.com',
  ),
  examples: [
    {
      name: '4 and 5 of 5 are satisfied, 3 is not; 8 of 10 is; dismissed is no answer',
      rows: [
        { ...answer, id: 'a', score: 5 },
        { ...answer, id: 'b', score: 4 },
        { ...answer, id: 'c', score: 3 },
        { ...answer, id: 'd', score: 8, scale_max: 10 },
        { ...answer, id: 'e', score: null, dismissed: true },
      ],
      value: 75,
      n: 4,
    },
    {
      name: 'the mean of article 001 keeps to one scale',
      ask: 'csat(variant=article)',
      rows: [
        { ...answer, id: 'a', score: 5 },
        { ...answer, id: 'b', score: 4 },
        { ...answer, id: 'c', score: 10, scale_max: 10 },
      ],
      value: 4.5,
      n: 2,
    },
    {
      name: 'article 003 asks 1–10 and reads the mean as a percentage of ten',
      ask: 'csat(variant=article_003)',
      rows: [
        { ...answer, id: 'a', score: 9, scale_max: 10 },
        { ...answer, id: 'b', score: 7, scale_max: 10 },
        { ...answer, id: 'c', score: 5 },
      ],
      value: 80,
      n: 2,
    },
    {
      name: 'normalised: (average − 1) ÷ 4 × 100 on five stars',
      ask: 'csat(variant=normalised)',
      rows: [
        { ...answer, id: 'a', score: 5 },
        { ...answer, id: 'b', score: 3 },
        { ...answer, id: 'c', score: 1, direction: 'down' },
      ],
      value: 250 / 3,
      n: 3,
    },
  ],
  text: {
    en: {
      label: 'Customer satisfaction (CSAT)',
      definition: 'Answers in the top quarter of their scale ÷ answers: 4–5 of 5, 8–10 of 10, 3 of 3; by the time of the answer.',
      edgeCases:
        'Dismissed is no answer. 3 of 5 is not satisfied. Scales are never averaged together. Variants: "article" the mean on 1–5; "article_003" the mean on 1–10 as a percentage of ten (our reading); "normalised" the mean position on each scale, 0–100.',
      inputs: { satisfied: 'satisfied answers', answers: 'answers', total: 'sum of scores' },
    },
    'zh-Hans': {
      label: '客户满意度（CSAT）',
      definition: '落在量表最高四分之一的回答 ÷ 全部回答：5 分制的 4–5 分、10 分制的 8–10 分、3 分制的 3 分；按回答时间统计。',
      edgeCases:
        '关闭问卷不算回答。5 分制的 3 分不算满意。不同量表不会混在一起求平均。其他口径：“文章”为 1–5 分的平均值；“文章 003”为 1–10 分平均值占满分的百分比（本产品的理解）；“标准化”为各量表上的平均位置（0–100）。',
      inputs: { satisfied: '满意的回答', answers: '回答数', total: '得分合计' },
    },
    'zh-Hant': {
      label: '客戶滿意度（CSAT）',
      definition: '落在量表最高四分之一的回答 ÷ 全部回答：5 分制的 4–5 分、10 分制的 8–10 分、3 分制的 3 分；依回答時間統計。',
      edgeCases:
        '關閉問卷不算回答。5 分制的 3 分不算滿意。不同量表不會混在一起計算平均。其他口徑：「文章」為 1–5 分的平均值；「文章 003」為 1–10 分平均值占滿分的百分比（本產品的理解）；「標準化」為各量表上的平均位置（0–100）。',
      inputs: { satisfied: '滿意的回答', answers: '回答數', total: '得分合計' },
    },
    ru: {
      label: 'Удовлетворённость клиентов (CSAT)',
      definition: 'Ответы в верхней четверти шкалы ÷ ответы: 4–5 из 5, 8–10 из 10, 3 из 3; по времени ответа.',
      edgeCases:
        'Закрытый опрос — не ответ. 3 из 5 — не доволен. Разные шкалы не усредняются вместе. Варианты: «статья» — среднее по шкале 1–5; «статья 003» — среднее по шкале 1–10 в процентах от десяти (наше прочтение); «нормированный» — среднее положение на шкале, 0–100.',
      inputs: { satisfied: 'довольные ответы', answers: 'ответы', total: 'сумма баллов' },
    },
  },
};
