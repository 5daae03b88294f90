import { line as lineMark, type Markish } from '@observablehq/plot';
import type { ResolvedMetric, Result } from '../../core/model/result.ts';
import { bottomAxis, bottomAxisPx, leftAxis, leftAxisPx } from './axis-marks.ts';
import type { Place } from './box.ts';
import type { ChartContext } from './chart-context.ts';
import { type Course, courseOf, withoutCutStart } from './course.ts';
import { type Drawing, type LegendItem, noDrawing } from './drawing.ts';
import { eventMarks, eventRoomPx, eventWordBoxes } from './event-marks.ts';
import { type GoalLine, goalLine, goalOf } from './goal-line.ts';
import { intervalBand } from './interval-band.ts';
import { linePoints } from './line-points.ts';
import { lineStrokes } from './line-strokes.ts';
import { palettes } from './palette.ts';
import { pendingHatch } from './pending-hatch.ts';
import { type PlacedEvent, placeEvents } from './place-events.ts';
import { plotFrame } from './plot-frame.ts';
import { shownEstimate } from './sample-size.ts';
import { mostSeries, prepareSeries, type Series } from './series.ts';
import { spreadText } from './spread-text.ts';
import { shorten, textWidthPx } from './text-width.ts';
import { timeAxis, timeAxisEndPx, timeAxisStartPx } from './time-axis.ts';
import { type Axis, type Extent, extent, valueAxis } from './value-axis.ts';

/** Below this width names stand above the lines, not at their ends. */
const narrowPx = 520;

/** Longer names at the ends of lines are cut. */
const nameAtEndPx = 176;

/** What a line chart is made of. */
interface Parts {
  readonly courses: readonly Course[];
  /** The line that stands alone and so has room for its interval and the period before. */
  readonly single: Course | undefined;
  readonly events: readonly PlacedEvent[];
  readonly time: Axis;
  readonly values: Axis;
}

/**
 * A line over time: one per group, at most five and "others". Missing is a gap, a bucket that is not over is dashed, a single line shows
 * its interval as a band and the period before in grey, events are marked with a word.
 */
export function line(whole: Result, context: ChartContext): Drawing {
  const result = withoutCutStart(whole);
  const metric = result.metrics[0];
  if (metric === undefined) return noDrawing;
  const courses = shownSeries(prepareSeries(result, context)).map((series) => courseOf(series, result));
  const single = courses.length === 1 ? courses[0] : undefined;
  const values = valueAxis(axisMetric(result) ?? metric, extentOf(result, courses, context), context);
  const time = timeAxis(result, context);
  const atEnds = single === undefined && context.widthPx >= narrowPx;
  const sides = sidesOf({ courses, time, values }, atEnds, context);
  const events = placeEvents(result.buckets, context.events, Math.max(0, context.widthPx - sides.marginLeft - sides.marginRight));
  const parts: Parts = { courses, single, events, time, values };
  const margins = { ...sides, marginTop: 8 + eventRoomPx(events), marginBottom: bottomAxisPx };
  const goal = goalOfLines(metric, parts, margins, result, context);
  const named = (single === undefined && !atEnds) || (single !== undefined && result.dimensions.length > 0) ? legendOf(courses) : [];
  const legend = [...named, ...goal.legend];
  return {
    plot: {
      ...plotFrame(context),
      ...margins,
      x: { type: 'linear', domain: time.domain },
      y: { type: 'linear', domain: values.domain },
      marks: [...marksOf(parts, result, context), ...goal.marks, ...(atEnds ? [namesAtEnds(courses, time)] : [])],
    },
    series: linePoints(courses, result, context),
    nearest: 'across',
    ...(legend.length > 0 ? { legend } : {}),
  };
}

/** The metric that an axis is told by: where lines by both clocks share it, hours are true of both. */
function axisMetric({ metrics }: Result): ResolvedMetric | undefined {
  return metrics.find(({ unit }) => unit === 'businessMs');
}

/** How tall the lines of a result stand at least, in px: more lines need more room. */
export function lineHeightPx({ dimensions }: Result): number {
  return dimensions.length > 0 ? 280 : 150;
}

/** What a label may reach beyond a chart, into the padding of its tile. */
const tilePaddingPx = 8;

function shownSeries(series: readonly Series[]): readonly Series[] {
  const named = series.filter((item) => !item.others).slice(0, mostSeries);
  return [...named, ...series.filter((item) => item.others)];
}

interface Sides {
  readonly marginLeft: number;
  readonly marginRight: number;
}

interface Margins extends Sides {
  readonly marginTop: number;
  readonly marginBottom: number;
}

/** Room at the left for the axis, and at the right for the names of lines. */
function sidesOf({ courses, time, values }: Pick<Parts, 'courses' | 'time' | 'values'>, atEnds: boolean, context: ChartContext): Sides {
  const left = Math.max(leftAxisPx(values), timeAxisStartPx(time) - tilePaddingPx);
  const names = atEnds ? Math.min(nameAtEndPx, ...[Math.max(0, ...courses.map(({ name }) => textWidthPx(name)))]) + 10 : 4;
  const right = Math.max(names, timeAxisEndPx(time, context.widthPx - left - names));
  return { marginLeft: left, marginRight: right };
}

/** The goal where the other marks leave room for its word at the least height: where there is more there is more room. */
function goalOfLines(metric: ResolvedMetric, parts: Parts, margins: Margins, result: Result, context: ChartContext): GoalLine {
  const { courses, events, time, values } = parts;
  const { marginLeft: left, marginTop: top } = margins;
  const plot = { left, right: context.widthPx - margins.marginRight, top, bottom: lineHeightPx(result) - margins.marginBottom };
  const xOf = (bucket: number) => left + ((bucket - time.domain[0]) / (time.domain[1] - time.domain[0])) * (plot.right - left);
  const yOf = (value: number) => plot.bottom - ((value - values.domain[0]) / (values.domain[1] - values.domain[0])) * (plot.bottom - top);
  const places = (line: readonly (number | null)[]) =>
    line.map((value, bucket): Place | null => (value === null ? null : { x: xOf(bucket), y: yOf(value) }));
  const ground = {
    plot,
    lines: drawnLines(courses, result).map(places),
    words: eventWordBoxes(events, xOf, top),
    uprights: events.map(({ first }) => xOf(first)),
  };
  return goalLine(metric, ground, yOf, context);
}

function marksOf({ courses, single, events, time, values }: Parts, result: Result, context: ChartContext): Markish[] {
  return [
    ...(single === undefined ? [] : pendingHatch(single, result, context)),
    ...leftAxis(values, context),
    ...bottomAxis(time, context),
    ...eventMarks(events, context),
    ...(single === undefined ? [] : [intervalBand(single), ...comparisonLine(single, result, context)]),
    ...[...courses].reverse().flatMap((course) => lineStrokes(course, result.buckets, course.others ? 1.5 : 2)),
  ];
}

/** Names of the lines that are there. */
function legendOf(courses: readonly Course[]): LegendItem[] {
  return courses.filter(({ points }) => points.some((point) => point !== null)).map(({ name, color }) => ({ name, color }));
}

/** The names of lines beside where each of them ends. */
function namesAtEnds(courses: readonly Course[], time: Axis): Markish {
  const ends = courses.flatMap(({ name, color, points }) => {
    const y = points.findLast((point) => point?.value != null)?.value;
    return y == null ? [] : [{ name: shorten(name, nameAtEndPx), color, y }];
  });
  return spreadText(ends, { x: () => time.domain[1], y: 'y', text: 'name', fill: 'color', textAnchor: 'start', dx: 8 });
}

function comparisonLine(series: Series, result: Result, context: ChartContext): Markish[] {
  const places = valuesBefore(series, result).map((y, x) => ({ x, y }));
  if (places.every(({ y }) => y === null)) return [];
  return [lineMark(places, { x: 'x', y: 'y', stroke: palettes[context.theme].rest, strokeWidth: 1 })];
}

/** The values of all lines that are drawn: of the courses, and beside a single one of the period before. */
function drawnLines(courses: readonly Course[], result: Result): (number | null)[][] {
  const own = courses.map(({ points }) => points.map((point) => point?.value ?? null));
  const [single, ...others] = courses;
  return single === undefined || others.length > 0 ? own : [...own, valuesBefore(single, result)];
}

/** The values of the period before, bucket by bucket. */
function valuesBefore({ metric, rows }: Series, { buckets }: Result): (number | null)[] {
  const byBucket = new Map(rows.map((row) => [row.bucket, shownEstimate(metric, row.comparison?.[metric.key])?.value ?? null]));
  return buckets.map(({ key }) => byBucket.get(key) ?? null);
}

/** From the lowest value to the highest; of a single line with its interval, and with the period before. */
function extentOf(result: Result, courses: readonly Course[], context: ChartContext): Extent {
  const single = courses.length === 1 ? courses[0] : undefined;
  const metric = result.metrics[0];
  const shown = courses.flatMap(({ points }) => points).filter((point) => point !== null);
  const before = single === undefined ? [] : valuesBefore(single, result).filter((value) => value !== null);
  const lows = shown.flatMap((point) => (single === undefined ? null : point.low) ?? point.value ?? []);
  const highs = shown.flatMap((point) => (single === undefined ? null : point.high) ?? point.value ?? []);
  const goal = metric === undefined ? null : goalOf(metric, context);
  return extent([...lows, ...highs, ...before, ...(goal === null ? [] : [goal])]);
}
