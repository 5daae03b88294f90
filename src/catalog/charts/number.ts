import { dot, line } from '@observablehq/plot';
import type { Result } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { courseOf, withoutCutStart } from './course.ts';
import { type Drawing, noDrawing } from './drawing.ts';
import { splitLine } from './line-strokes.ts';
import { plotFrame } from './plot-frame.ts';
import { prepareSeries } from './series.ts';

/** The course of a single number as a thin line without axes, to stand under the number itself: gaps where it says nothing or rests on too few. */
export function number(whole: Result, context: ChartContext): Drawing {
  const result = withoutCutStart(whole);
  const series = prepareSeries(result, context)[0];
  if (series === undefined || result.buckets.length < 2) return noDrawing;
  const { points, color, metric } = courseOf(series, result);
  const values = result.buckets.map(({ complete }, x) => (complete || metric.unit !== 'count' ? (points[x]?.value ?? null) : null));
  const { solid, alone } = splitLine(values, []);
  return {
    ...noDrawing,
    plot: {
      ...plotFrame(context),
      marginLeft: 2,
      marginRight: 4,
      marginTop: 4,
      marginBottom: 4,
      x: { type: 'linear', domain: knownStretch(values) },
      y: { type: 'linear' },
      marks: [
        line(solid, { x: 'x', y: 'y', stroke: color, strokeWidth: 1.5, strokeLinecap: 'round' }),
        ...(alone.length > 0 ? [dot(alone, { x: 'x', y: 'y', fill: color, r: 2 })] : []),
      ],
    },
  };
}

/** From the first value to the last; a value alone in the middle. */
function knownStretch(values: readonly (number | null)[]): [number, number] {
  const known = values.flatMap((value, index) => (value === null ? [] : [index]));
  const [first = 0, last = values.length - 1] = [known[0], known.at(-1)];
  return first === last ? [first - 1, last + 1] : [first, last];
}
