import type { ResolvedMetric, Result, ResultRow } from '../../core/model/result.ts';
import { type SimpleLinearFit, simpleLinearFit } from '../../core/stats/simple-linear-fit.ts';
import { shownEstimate } from './sample-size.ts';

/** A group or a bucket with both of its figures. */
export interface ScatterPoint {
  readonly row: ResultRow;
  readonly x: number;
  readonly y: number;
}

/** The straight line through the points of a scatter; null where there is none. */
export function scatterFit(result: Result): SimpleLinearFit | null {
  const [across, up] = result.metrics;
  return across === undefined || up === undefined ? null : simpleLinearFit(scatterPoints(result, across, up));
}

/** What rests on too few is left out, and so is "others", which is no thing of its own. */
export function scatterPoints(result: Result, across: ResolvedMetric, up: ResolvedMetric): readonly ScatterPoint[] {
  return result.rows.flatMap((row) => {
    const [x, y] = [across, up].map((metric) => shownEstimate(metric, row.values[metric.key])?.value ?? null);
    return row.others || x === null || x === undefined || y === null || y === undefined ? [] : [{ row, x, y }];
  });
}
