import { cell as cellMark, type Markish, text } from '@observablehq/plot';
import type { Estimate } from '../../core/model/estimate.ts';
import { noEstimate } from '../../core/model/no-estimate.ts';
import type { ResolvedMetric, Result } from '../../core/model/result.ts';
import { bottomAxisPx } from './axis-marks.ts';
import type { ChartContext } from './chart-context.ts';
import { type Drawing, type DrawnPoint, noDrawing } from './drawing.ts';
import { formatNumber } from './format-number.ts';
import { formatValue } from './format-value.ts';
import { naturalOrder } from './natural-order.ts';
import { inkOn, mixColor, palettes } from './palette.ts';
import { plotFrame } from './plot-frame.ts';
import { targetOf } from './point-target.ts';
import { estimateOf } from './series.ts';
import { shorten, textWidthPx } from './text-width.ts';

/** A value where its row and column cross. */
interface Cell {
  readonly group: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly estimate: Estimate;
  readonly value: number;
  readonly fill: string;
}

/** Below this width of a cell its value is told by colour and hover only. */
const labelledCellPx = 30;

const headGapPx = 10;

/** Rows and columns that a table of colours shows at most, the largest of them. */
const mostHeads = 31;

const leastHeightPx = 230;

const leastRowPx = 18;

/** Two dimensions as a table of colours, such as weekday × hour: the first down, the second across; the stronger the more. Missing stays empty, no tickets are 0. */
export function heatTable(result: Result, context: ChartContext): Drawing {
  const metric = result.metrics[0];
  if (metric === undefined) return noDrawing;
  const rows = headsOf(result, 0);
  const columns = headsOf(result, 1);
  const cells = cellsOf(result, rows, columns, metric, context);
  const [down = '', across = ''] = result.dimensions;
  const rowNames = rows.map((value) => shorten(headOf(down, value, context), context.widthPx / 4));
  const marginLeft = Math.ceil(Math.max(0, ...rowNames.map(textWidthPx))) + headGapPx;
  const cellPx = (context.widthPx - marginLeft) / Math.max(1, columns.length);
  const { muted } = palettes[context.theme];
  return {
    plot: {
      ...plotFrame(context),
      marginLeft,
      marginRight: 0,
      marginTop: 0,
      marginBottom: bottomAxisPx,
      x: { type: 'band', domain: columns.map((_, index) => index), padding: 0, round: false },
      y: { type: 'band', domain: rows.map((_, index) => index), padding: 0, round: false },
      marks: [
        text(rowNames, {
          y: (_, index) => index,
          text: (name) => name,
          frameAnchor: 'left',
          textAnchor: 'end',
          dx: -headGapPx,
          fill: muted,
        }),
        columnHeads(
          columns.map((value) => headOf(across, value, context)),
          across,
          cellPx,
          muted,
        ),
        cellMark(cells, { x: 'x', y: 'y', fill: 'fill', inset: 1, r: 2 }),
        ...(cellPx >= labelledCellPx ? [valuesOf(cells, metric, context)] : []),
      ],
    },
    series: rows.map((_, y) => ({
      name: rowNames[y] ?? '',
      points: cells.filter((cell) => cell.y === y).map((cell) => pointOf(cell, metric, result, context)),
    })),
    nearest: 'both',
    ...headsLeftOut(result),
  };
}

function headOf(dimension: string, value: string, context: ChartContext): string {
  return dimension === 'hour' && value !== '' ? formatNumber(Number(value), context.locale) : context.nameOf(dimension, value);
}

/** The values of a dimension in order, the largest where they are many; hours and weekdays are whole even where nothing happened. */
function headsOf(result: Result, position: 0 | 1): string[] {
  const dimension = result.dimensions[position] ?? '';
  if (dimension === 'hour') return Array.from({ length: 24 }, (_, hour) => String(hour));
  if (dimension === 'weekday') return Array.from({ length: 7 }, (_, day) => String(((result.weekStart - 1 + day) % 7) + 1));
  const weights = weightsOf(result, position);
  const largest = [...weights.keys()].sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0)).slice(0, mostHeads);
  const kept = [...weights.keys()].filter((value) => largest.includes(value));
  return kept.sort((a, b) => (naturalOrder(dimension, a) ?? 0) - (naturalOrder(dimension, b) ?? 0));
}

/** What the values of a dimension rest on, in the order of the rows. */
function weightsOf({ rows, metrics: [metric] }: Result, position: 0 | 1): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const row of rows) {
    const value = row.group[position] ?? '';
    if (!row.others && metric !== undefined) weights.set(value, (weights.get(value) ?? 0) + estimateOf(row, metric).n);
  }
  return weights;
}

/** How tall the table stands, in px: it grows with its rows. */
export function heatTableHeightPx(result: Result): number {
  return Math.max(leastHeightPx, headsOf(result, 0).length * leastRowPx + bottomAxisPx);
}

/** How many rows and columns have no room. */
function headsLeftOut(result: Result): { readonly leftOut?: number } {
  const lengths = ([0, 1] as const).map((position) => Math.max(0, weightsOf(result, position).size - headsOf(result, position).length));
  const leftOut = lengths.reduce((sum, length) => sum + length, 0);
  return leftOut > 0 ? { leftOut } : {};
}

function cellsOf(
  result: Result,
  rows: readonly string[],
  columns: readonly string[],
  metric: ResolvedMetric,
  { theme }: ChartContext,
): readonly Cell[] {
  const highest = Math.max(...result.rows.map((row) => (row.others ? 0 : (estimateOf(row, metric).value ?? 0))), Number.EPSILON);
  const known = new Map(result.rows.flatMap((row) => (row.others ? [] : [[row.group.join('\u0000'), estimateOf(row, metric)]])));
  const isLived = livedCells(result, metric);
  return rows.flatMap((down, y) =>
    columns.flatMap((across, x) => {
      const group = [down, across];
      const estimate = known.get(group.join('\u0000')) ?? (isLived(down, across) ? nothing : noEstimate);
      if (estimate.value === null) return [];
      const fill = mixColor(palettes[theme].ramp, Math.max(0, estimate.value) / highest);
      return [{ group, x, y, estimate, value: estimate.value, fill }];
    }),
  );
}

const nothing: Estimate = { ...noEstimate, value: 0 };

const weekMs = 7 * 86_400_000;

/** Whether a count without rows is known to be 0 where a row and a column cross: both were lived through, as every weekday in a week. */
function livedCells({ rows, period }: Result, { unit }: ResolvedMetric): (down: string, across: string) => boolean {
  if (unit !== 'count') return () => false;
  if (Date.parse(period.until) - Date.parse(period.from) >= weekMs) return () => true;
  const seen = [0, 1].map((position) => new Set(rows.map(({ group }) => group[position])));
  return (down, across) => seen[0]?.has(down) === true && seen[1]?.has(across) === true;
}

/** Below this width of a cell only some names of columns stand, as each would be cut to a letter. */
const namedCellPx = 48;

/** Heads are left out where they have no room: hours since their order tells them, names where they would be cut to a letter. Names are cut. */
function columnHeads(names: readonly string[], dimension: string, cellPx: number, fill: string): Markish {
  const widestPx = Math.max(0, ...names.map(textWidthPx)) + headGapPx;
  const roomPx = dimension === 'hour' ? widestPx : cellPx < namedCellPx ? Math.min(widestPx, 2 * namedCellPx) : cellPx;
  const every = Math.max(1, Math.ceil(roomPx / cellPx));
  const heads = names.flatMap((name, x) =>
    x % every === 0 ? [{ x, name: dimension === 'hour' ? name : shorten(name, every * cellPx - 4) }] : [],
  );
  return text(heads, { x: 'x', text: 'name', frameAnchor: 'bottom', lineAnchor: 'top', dy: 8, fill });
}

function valuesOf(cells: readonly Cell[], { unit }: ResolvedMetric, { locale }: ChartContext): Markish {
  return text(cells, {
    x: 'x',
    y: 'y',
    text: ({ value }) => formatValue(value, unit, locale),
    fill: (cell) => inkOn(cell.fill),
    fontSize: 11,
  });
}

function pointOf({ group, x, y, estimate }: Cell, metric: ResolvedMetric, result: Result, context: ChartContext): DrawnPoint {
  const { accent: color } = palettes[context.theme];
  const title = () => group.map((value, index) => headOf(result.dimensions[index] ?? '', value, context)).join(' · ');
  const hover = () => ({ title: title(), lines: [{ name: context.metricName(metric), color, metric, estimate }] });
  return { x, y, color, target: targetOf(result, { group: [...group], others: false, bucket: null }, metric.key), hover };
}
