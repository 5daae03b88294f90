import type { Names } from '../../../catalog/locales/names.ts';
import { readFigure } from './metric-figure.ts';

/** The name of the metric behind a spelling such as `first_response_median(clock=calendar)`. */
export function parseMetricName(spelling: string, names: Names): string {
  return readFigure(spelling, names).name;
}
