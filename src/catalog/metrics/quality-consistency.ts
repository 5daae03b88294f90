import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric, Choice } from '../../core/model/metric.ts';
import { type Sql, sql } from '../../core/sql/sql.ts';
import { reviews } from '../datasets/reviews.ts';
import { exactSum } from './exact-sum.ts';
import { reviewShare, reviewWeight } from './review-share.ts';

const review = { at: '2026-03-02T09:00:00Z', scale_min: 0, scale_max: 100, criterion: 'solution' };

/** What the spread is between. */
function unit({ options, zone }: Choice): Sql {
  if (options.between === 'agent') return sql`agent_id`;
  return options.between === 'hour' ? sql`toString(toHour(at, ${zone}))` : sql`toString(team_id)`;
}

export const qualityConsistency: AggregateMetric = {
  kind: 'aggregate',
  name: 'quality_consistency',
  unit: 'points',
  better: 'down',
  dataset: reviews,
  time: 'judged',
  options: { between: ['team', 'agent', 'hour'] },
  where: (choice) => sql`${unit(choice)} != ''`,
  each: {
    name: 'unit',
    by: unit,
    inputs: { own_score: sql`${exactSum(sql`${reviewWeight} * ${reviewShare}`)} / ${exactSum(reviewWeight)}`, judgements: sql`count()` },
  },
  inputs: { total: exactSum(sql`own_score`), squares: exactSum(sql`own_score * own_score`), groups: sql`count()` },
  value: parseFormula('sqrt(max(0, squares - total * total / groups) / (groups - 1))'),
  n: 'groups',
  counterweight: 'quality_score',
  smallN: 5,
  reference: texts(
    'articles 003 and 004: more consistent quality; standard deviation of the group means',
    '文章 003 和 004：质量更一致；各组平均分的标准差',
    '文章 003 與 004：品質更一致；各組平均分數的標準差',
    'статьи 003 и 004: более ровное качество; стандартное отклонение средних по группам',
  ),
  examples: [
    {
      name: 'teams at 80 and 90 points lie 7.07 apart by standard deviation',
      rows: [
        { ...review, id: 'a', team_id: 'x', score: 70 },
        { ...review, id: 'b', team_id: 'x', score: 90 },
        { ...review, id: 'c', team_id: 'y', score: 90 },
      ],
      value: Math.sqrt(50),
      n: 2,
    },
    { name: 'one team has no spread', rows: [{ ...review, id: 'a', team_id: 'x', score: 70 }], value: null, n: 1 },
  ],
  text: {
    en: {
      label: 'Spread of quality',
      definition: 'Standard deviation of the quality scores of teams (options: agents, hours of the day); by the time of the review.',
      edgeCases:
        'Every group counts the same, however many judgements it has. Small groups spread by chance alone, so the figure is too high where few tickets are reviewed. No value below two groups.',
      inputs: { total: 'sum of the group scores', squares: 'sum of their squares', groups: 'groups' },
    },
    'zh-Hans': {
      label: '质检离散度',
      definition: '各客服组（可选各客服、各时段）质检得分的标准差；按质检时间统计。',
      edgeCases: '各组权重相同，与评判次数无关。样本小的组仅因偶然就会有差异，因此抽检量少时数值偏高。少于两组时没有数值。',
      inputs: { total: '各组得分合计', squares: '得分平方和', groups: '组数' },
    },
    'zh-Hant': {
      label: '品質離散度',
      definition: '各客服團隊（可選各客服人員、各時段）品質分數的標準差；依評核時間統計。',
      edgeCases: '各組權重相同，與評判次數無關。樣本小的組僅因偶然就會有差異，因此抽查量少時數值偏高。少於兩組時沒有數值。',
      inputs: { total: '各組分數合計', squares: '分數平方和', groups: '組數' },
    },
    ru: {
      label: 'Разброс качества',
      definition: 'Стандартное отклонение оценок качества групп (можно операторов или часов суток); по времени проверки.',
      edgeCases:
        'Все группы весят одинаково, сколько бы оценок в них ни было. Малые группы различаются и случайно, поэтому при малой выборке разброс завышен. Меньше двух групп — нет значения.',
      inputs: { total: 'сумма оценок групп', squares: 'сумма квадратов', groups: 'группы' },
    },
  },
};
