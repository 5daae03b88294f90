import { dot, line, type Markish, type PlotOptions, ruleY, text } from '@observablehq/plot';
import type { Locale } from '../../core/model/locale.ts';
import type { ResolvedMetric, Result } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { type Course, courseOf, withoutCutStart } from './course.ts';
import { type Drawing, noDrawing } from './drawing.ts';
import { formatBucket, formatEnds, grainOf } from './format-time.ts';
import { valueWriter } from './format-value.ts';
import { groupsLeftOut, shownGroups } from './group-axis.ts';
import { bucketTitle, coursePoints } from './line-points.ts';
import { palettes } from './palette.ts';
import { plotFrame } from './plot-frame.ts';
import { prepareSeries, type Series } from './series.ts';
import { shorten } from './text-width.ts';
import { timeAxis } from './time-axis.ts';
import { extent, valueAxis } from './value-axis.ts';

const widestPanelPx = 260;
const linePx = 62;
const titlePx = 38;
/** Between the title of the tile and the first names. */
const headPx = 8;
const gapPx = 16;
const panelPx = titlePx + linePx + gapPx;

/** A group in the column and the row of its panel. */
interface Panel {
  readonly course: Course;
  readonly fx: number;
  readonly fy: number;
}

/** A small line for each group, all with one scale, the largest first: for more groups than one picture bears. */
export function smallMultiples(whole: Result, context: ChartContext): Drawing {
  const result = withoutCutStart(whole);
  const metric = result.metrics[0];
  if (metric === undefined) return noDrawing;
  const known = groupsWithValues(result, context);
  const groups = shownGroups(known);
  const columns = columnsFor(groups.length, context);
  const panels = groups.map((group, index): Panel => {
    return { course: courseOf(group, result), fx: index % columns, fy: Math.floor(index / columns) };
  });
  const values = valueAxis(metric, extent(panels.flatMap(({ course }) => course.points.flatMap((point) => point?.value ?? []))), context);
  const time = timeAxis(result, context);
  const widthPx = (context.widthPx - gapPx * (columns - 1)) / columns;
  return {
    plot: {
      ...plotFrame(context),
      ...marginsOf(panels, columns, context),
      x: { type: 'linear', domain: time.domain },
      y: { type: 'linear', domain: values.domain },
      marks: [
        ...titles(panels, widthPx, metric, result, context),
        ruleY(panels, { fx: 'fx', fy: 'fy', y: () => values.domain[0], stroke: palettes[context.theme].line }),
        ...linesOf(panels),
      ],
    },
    series: panels.map(({ course, fx, fy }) => {
      const { name, color } = course;
      const hoverOf = (index: number) => ({
        title: bucketTitle(index, result, context),
        lines: [course.points[index]].flatMap((estimate) => (estimate == null ? [] : [{ name, color, metric, estimate }])),
      });
      return { name, points: coursePoints(course, result, hoverOf).map((point) => ({ ...point, fx, fy })) };
    }),
    nearest: 'across',
    ...groupsLeftOut(known),
  };
}

/** How tall the small lines of a result stand at a width. */
export function smallMultiplesHeightPx(result: Result, context: ChartContext): number {
  const groups = shownGroups(groupsWithValues(withoutCutStart(result), context)).length;
  return Math.max(1, Math.ceil(groups / columnsFor(groups, context))) * panelPx + headPx;
}

/** The named groups of which something is known. */
function groupsWithValues(result: Result, context: ChartContext): readonly Series[] {
  return prepareSeries(result, context).filter(
    (group) => !group.others && courseOf(group, result).points.some((point) => point?.value != null),
  );
}

function columnsFor(groups: number, { widthPx }: ChartContext): number {
  return Math.max(1, Math.min(groups, Math.floor((widthPx + gapPx) / (widestPanelPx * 0.7 + gapPx))));
}

/** Panels with room for a title above each of them. */
function marginsOf(panels: readonly Panel[], columns: number, { widthPx }: ChartContext): PlotOptions {
  const stepPx = (widthPx + gapPx) / columns;
  const rows = Math.max(1, ...panels.map(({ fy }) => fy + 1));
  const places = (count: number) => Array.from({ length: count }, (_, index) => index);
  return {
    marginLeft: 2,
    marginRight: 6,
    marginTop: headPx + titlePx,
    marginBottom: gapPx,
    fx: { domain: places(columns), paddingInner: columns > 1 ? gapPx / stepPx : 0, paddingOuter: 0, round: false },
    fy: { domain: places(rows), paddingInner: rows > 1 ? (panelPx - linePx) / panelPx : 0, paddingOuter: 0, round: false },
  };
}

/** The name of each panel, and its latest value with the bucket that it is of. */
function titles(panels: readonly Panel[], widthPx: number, { unit }: ResolvedMetric, result: Result, context: ChartContext): Markish[] {
  const { text: ink, muted } = palettes[context.theme];
  const above = { fx: 'fx', fy: 'fy', frameAnchor: 'top-left', lineAnchor: 'top' } as const;
  const lastKnown = ({ course: { points } }: Panel) => points.findLastIndex((point) => point?.value != null);
  const lastValue = (panel: Panel) => panel.course.points[lastKnown(panel)]?.value ?? null;
  const say = valueWriter(panels.map(lastValue), unit, context.locale);
  const latest = (panel: Panel) =>
    shorten(`${say(lastValue(panel))} · ${bucketName(result, lastKnown(panel), context.locale)}`, widthPx - 16);
  return [
    text(panels, { ...above, text: ({ course }) => shorten(course.name, widthPx - 16), dy: -titlePx, fill: ink, fontWeight: 600 }),
    text(panels, { ...above, text: latest, dy: 16 - titlePx, fill: muted }),
  ];
}

function bucketName({ buckets, zone }: Result, at: number, locale: Locale): string {
  const bucket = buckets[at];
  if (bucket === undefined) return '';
  const grain = grainOf(buckets);
  return grain === 'week' ? formatEnds(bucket, locale, zone).join(' – ') : formatBucket(bucket.key, grain, locale);
}

function linesOf(panels: readonly Panel[]): Markish[] {
  return panels.flatMap(({ course, fx, fy }) => {
    const places = course.points.map((point, x) => ({ x, y: point?.value ?? null, fx, fy }));
    const known = places.filter(({ y }) => y !== null);
    const place = { x: 'x', y: 'y', fx: 'fx', fy: 'fy' };
    return [
      line(places, { ...place, stroke: course.color, strokeWidth: 1.5, strokeLinecap: 'round' }),
      dot(known.slice(-1), { ...place, fill: course.color, r: 2.5 }),
    ];
  });
}
