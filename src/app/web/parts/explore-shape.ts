import type { AnswerShape } from '../../../catalog/charts/fitting-charts.ts';
import type { Names } from '../../../catalog/locales/names.ts';
import type { Unit } from '../../../core/model/metric.ts';
import type { ExploreSearch } from './explore-search.ts';
import { readFigure } from './metric-figure.ts';

/** What the answer to a question will look like, before it is there. */
export function exploreShape({ metrics = [], by = [], grain }: ExploreSearch, names: Names): AnswerShape {
  const units = metrics.map((spelling) => (names.metrics[readFigure(spelling, names).name]?.unit ?? 'count') as Unit);
  return { units, dimensions: by.length, overTime: grain !== undefined };
}
