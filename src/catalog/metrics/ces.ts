import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric, Variant } from '../../core/model/metric.ts';
import { type Sql, sql } from '../../core/sql/sql.ts';
import { meanInterval } from '../../core/stats/mean-interval.ts';
import { netScoreInterval } from '../../core/stats/net-score-interval.ts';
import { answers } from '../datasets/surveys.ts';
import { shareInterval } from './share-interval.ts';

const answer = { kind: 'ces', scale_min: 1, scale_max: 7, direction: 'up', answered_at: '2026-03-02T09:00:00Z' };

/** The answer with more meaning easier: of a question where more means more effort, its mirror on the same scale. */
const ease = sql`if(direction = 'down', scale_min + scale_max - score, score)`;
const onSeven = sql`kind = 'ces' AND scale_min = 1 AND scale_max = 7`;
const onFive = sql`kind = 'ces' AND scale_min = 1 AND scale_max = 5`;

function meanOf(value: Sql, where: Sql): Variant {
  return {
    where,
    unit: 'score',
    inputs: { total: sql`sum(${value})`, squares: sql`sum(${value} * ${value})`, answers: sql`count()` },
    value: parseFormula('total / answers'),
    interval: ({ answers = 0, total = 0, squares = 0 }) => meanInterval(answers, total, squares),
  };
}

export const ces: AggregateMetric = {
  kind: 'aggregate',
  name: 'ces',
  unit: 'percent',
  better: 'up',
  dataset: answers,
  time: 'answered',
  timeOption: 'date',
  options: { date: ['answered', 'invited'] },
  where: onSeven,
  inputs: { easy: sql`countIf(${ease} >= 5)`, answers: sql`count()` },
  value: parseFormula('100 * easy / answers'),
  n: 'answers',
  interval: shareInterval('easy', 'answers'),
  variants: {
    mean: meanOf(ease, onSeven),
    index: {
      unit: 'points',
      inputs: { easy: sql`countIf(${ease} >= 6)`, hard: sql`countIf(${ease} <= 3)`, answers: sql`count()` },
      value: parseFormula('100 * (easy - hard) / answers'),
      interval: ({ easy = 0, hard = 0, answers = 0 }) => {
        const interval = netScoreInterval(easy, hard, answers);
        return interval && { low: 100 * interval.low, high: 100 * interval.high };
      },
    },
    ces1: { ...meanOf(sql`score`, sql`${onFive} AND direction = 'down'`), better: 'down' },
    article: { where: onFive, inputs: { easy: sql`countIf(${ease} >= 4)`, answers: sql`count()` } },
    article_003: meanOf(ease, onFive),
  },
  counterweight: 'response_rate',
  smallN: 30,
  reference: texts(
    'CES 2.0: Gartner, callcentrehelper; CES 1.0: customergauge; index: cys.group; article 004: the two easiest boxes; article 003: the mean',
    'CES 2.0：Gartner、callcentrehelper；CES 1.0：customergauge；指数：cys.group；文章 004：最轻松的两档；文章 003：平均值',
    'CES 2.0：Gartner、callcentrehelper；CES 1.0：customergauge；指數：cys.group；文章 004：最輕鬆的兩檔；文章 003：平均值',
    'CES 2.0: Gartner, callcentrehelper; CES 1.0: customergauge; индекс: cys.group; статья 004: две самые лёгкие оценки; статья 003: среднее',
  ),
  examples: [
    {
      name: '5, 6 and 7 of 7 are easy; of a question about effort 1, 2 and 3 are',
      rows: [
        { ...answer, id: 'a', score: 7 },
        { ...answer, id: 'b', score: 4 },
        { ...answer, id: 'c', score: 2, direction: 'down' },
        { ...answer, id: 'd', score: 6, direction: 'down' },
        { ...answer, id: 'e', score: 5, scale_max: 5 },
      ],
      value: 50,
      n: 4,
    },
    {
      name: 'the index takes the hard ones away',
      ask: 'ces(variant=index)',
      rows: [7, 6, 5, 4, 2].map((score, index) => ({ ...answer, id: `r${index}`, score })),
      value: 20,
      n: 5,
    },
    {
      name: 'CES 1.0 is the mean effort, where less is better',
      ask: 'ces(variant=ces1)',
      rows: [
        { ...answer, id: 'a', score: 1, scale_max: 5, direction: 'down' },
        { ...answer, id: 'b', score: 4, scale_max: 5, direction: 'down' },
        { ...answer, id: 'c', score: 5, scale_max: 5 },
      ],
      value: 2.5,
      n: 2,
    },
    {
      name: 'article 004 by the stored direction: its fourth question runs from very high effort to very low',
      ask: 'ces(variant=article)',
      rows: [
        { ...answer, id: 'a', score: 1, scale_max: 5, direction: 'down' },
        { ...answer, id: 'b', score: 5, scale_max: 5, direction: 'down' },
        { ...answer, id: 'c', score: 4, scale_max: 5 },
        { ...answer, id: 'd', score: 3, scale_max: 5 },
      ],
      value: 50,
      n: 4,
    },
  ],
  text: {
    en: {
      label: 'Customer effort score (CES)',
      definition: 'Share of answers 5–7 to "it was made easy for me" on a scale from 1 to 7; by the time of the answer.',
      edgeCases:
        'Where more means more effort, the answer is mirrored: the direction is stored with the question. Scales are never mixed. Variants: "mean" on 1–7; "index" share of 6–7 minus share of 1–3; "ces1" mean effort on 1–5, less is better; "article" the two easiest boxes on 1–5; "article_003" the mean ease on 1–5.',
      inputs: { easy: 'easy', hard: 'hard', answers: 'answers', total: 'sum of scores', squares: 'sum of squares' },
    },
    'zh-Hans': {
      label: '客户费力度（CES）',
      definition: '对“让我轻松解决了问题”在 1–7 分量表上回答 5–7 分的占比；按回答时间统计。',
      edgeCases:
        '若分数越高表示越费力，则按量表反转：方向随题目保存。不同量表绝不混用。其他口径：“平均值”（1–7 分）；“指数”为 6–7 分占比减 1–3 分占比；“CES 1.0”为 1–5 分的平均费力度，越低越好；“文章”为 5 分制最轻松的两档占比；“文章 003”为 5 分制轻松度平均值。',
      inputs: { easy: '轻松', hard: '费力', answers: '回答数', total: '得分合计', squares: '平方和' },
    },
    'zh-Hant': {
      label: '客戶費力度（CES）',
      definition: '對「讓我輕鬆解決了問題」在 1–7 分量表上回答 5–7 分的占比；依回答時間統計。',
      edgeCases:
        '若分數越高表示越費力，則依量表反轉：方向隨題目保存。不同量表絕不混用。其他口徑：「平均值」（1–7 分）；「指數」為 6–7 分占比減 1–3 分占比；「CES 1.0」為 1–5 分的平均費力度，越低越好；「文章」為 5 分制最輕鬆的兩檔占比；「文章 003」為 5 分制輕鬆度平均值。',
      inputs: { easy: '輕鬆', hard: '費力', answers: '回覆數', total: '得分合計', squares: '平方和' },
    },
    ru: {
      label: 'Индекс усилий клиента (CES)',
      definition: 'Доля ответов 5–7 на «решить вопрос было легко» по шкале от 1 до 7; по времени ответа.',
      edgeCases:
        'Если больше значит труднее, ответ зеркально отражается: направление хранится с вопросом. Шкалы не смешиваются. Варианты: «среднее» по 1–7; «индекс» — доля 6–7 минус доля 1–3; «CES 1.0» — среднее усилие по 1–5, меньше — лучше; «статья» — две самые лёгкие оценки по 1–5; «статья 003» — средняя лёгкость по 1–5.',
      inputs: { easy: 'легко', hard: 'трудно', answers: 'ответы', total: 'сумма баллов', squares: 'сумма квадратов' },
    },
  },
};
