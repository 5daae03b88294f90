import { barX, type Markish, text } from '@observablehq/plot';
import type { Estimate } from '../../core/model/estimate.ts';
import type { ResolvedMetric, Result, ResultRow } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { type Drawing, type DrawnPoint, noDrawing } from './drawing.ts';
import { formatPercent } from './format-number.ts';
import { formatValue } from './format-value.ts';
import { groupMarginPx, groupNames, groupNamesPx, groupScale, groupsLeftOut, shownGroups } from './group-axis.ts';
import type { Hover } from './hover.ts';
import { naturalOrder } from './natural-order.ts';
import { colorsOf, inkOn, palettes } from './palette.ts';
import { plotFrame } from './plot-frame.ts';
import { targetOf } from './point-target.ts';
import { estimateOf, type Series } from './series.ts';
import { textWidthPx } from './text-width.ts';

/** One part of every bar: a value of the second dimension. */
interface Part {
  readonly value: string;
  readonly name: string;
  readonly color: string;
}

/** What a part adds to the bar of a group, from where to where. */
interface Piece {
  readonly y: number;
  readonly part: Part;
  readonly row: ResultRow;
  readonly x1: number;
  readonly x2: number;
  readonly label: string;
}

const barPx = 22;

/** What a figure in a part needs beside its own width. */
const aroundLabelPx = 6;

const marginRight = 12;

/**
 * Bars by the first dimension, stacked by the second. Amounts are stacked as they are; of times per ticket, which do not add up, each part is
 * its share of all the time.
 */
export function stackedBar(result: Result, context: ChartContext): Drawing {
  const metric = result.metrics[0];
  if (metric === undefined || result.dimensions.length < 2) return noDrawing;
  const parts = partsOf(result, context);
  const all = groupsOf(result, metric, context);
  const groups = shownGroups(all);
  const pieces = groups.flatMap((group, y) => piecesOf(group, y, parts, metric, context));
  const marginLeft = groupNamesPx(groups, context);
  const longest = Math.max(Number.EPSILON, ...pieces.map(({ x2 }) => x2));
  const perValue = Math.max(0, context.widthPx - marginLeft - marginRight) / longest;
  return {
    plot: {
      ...plotFrame(context),
      marginLeft,
      marginRight,
      marginTop: groupMarginPx,
      marginBottom: groupMarginPx,
      x: { type: 'linear', domain: [0, longest] },
      y: groupScale(groups.length, 2 * groupMarginPx, barPx),
      marks: [groupNames(groups, context), ...marksOf(pieces, perValue)],
    },
    series: parts.map((part) => ({
      name: part.name,
      points: pieces
        .filter((piece) => piece.part === part)
        .map((piece) => pointOf(piece, result, metric, () => hoverOf(groups[piece.y], parts, metric))),
    })),
    nearest: 'along',
    legend: parts,
    ...groupsLeftOut(all),
  };
}

function marksOf(pieces: readonly Piece[], perValue: number): Markish[] {
  const labelled = pieces.filter(({ x1, x2, label }) => (x2 - x1) * perValue >= textWidthPx(label) + aroundLabelPx);
  return [
    barX(pieces, { x1: 'x1', x2: 'x2', y: 'y', fill: ({ part }) => part.color, insetRight: 1 }),
    text(labelled, { x: ({ x1, x2 }) => (x1 + x2) / 2, y: 'y', text: 'label', fill: ({ part }) => inkOn(part.color), fontSize: 11 }),
  ];
}

/** The pieces of a bar one after the other. A share is one of all that the bar holds. */
function piecesOf(group: Series, y: number, parts: readonly Part[], metric: ResolvedMetric, context: ChartContext): Piece[] {
  const found = parts.flatMap((part) => {
    const row = cellOf(group, part.value);
    const weight = weightOf(estimateOf(row, metric), metric);
    return row === undefined || weight <= 0 ? [] : [{ part, row, weight }];
  });
  const isShare = metric.unit !== 'count';
  const sum = found.reduce((total, { weight }) => total + weight, 0);
  let end = 0;
  return found.map(({ part, row, weight }) => {
    const length = isShare ? (100 * weight) / sum : weight;
    const label = isShare ? formatPercent(Math.round(length), context.locale) : formatValue(weight, metric.unit, context.locale);
    const x1 = end;
    end += length;
    return { y, part, row, x1, x2: end, label };
  });
}

function cellOf(group: Series, value: string): ResultRow | undefined {
  return group.rows.find((row) => row.group[1] === value);
}

/** What a part adds to its bar: its amount, or of a mean all that it is the mean of. */
function weightOf(estimate: Estimate, metric: ResolvedMetric): number {
  return (estimate.value ?? 0) * (metric.unit === 'count' ? 1 : estimate.n);
}

function partsOf(result: Result, context: ChartContext): readonly Part[] {
  const dimension = result.dimensions[1] ?? '';
  const values = [...new Set(result.rows.filter((row) => !row.others).map((row) => row.group[1] ?? ''))];
  values.sort((a, b) => (naturalOrder(dimension, a) ?? 0) - (naturalOrder(dimension, b) ?? 0));
  const colors = colorsOf(dimension, values, context.theme, context.frequent?.[dimension]);
  return values.map((value) => ({
    value,
    name: context.nameOf(dimension, value),
    color: colors.get(value) ?? palettes[context.theme].rest,
  }));
}

/** The bars in the order that their values have, else those that rest on most first. */
function groupsOf(result: Result, metric: ResolvedMetric, context: ChartContext): readonly Series[] {
  const dimension = result.dimensions[0] ?? '';
  const sizeOf = (rows: readonly ResultRow[]) => rows.reduce((size, row) => size + estimateOf(row, metric).n, 0);
  const place = ([value, rows]: readonly [string, readonly ResultRow[]]) => naturalOrder(dimension, value) ?? -sizeOf(rows);
  const byGroup = new Map<string, ResultRow[]>();
  for (const row of result.rows.filter(({ others }) => !others)) {
    const key = row.group[0] ?? '';
    byGroup.set(key, [...(byGroup.get(key) ?? []), row]);
  }
  const ordered = [...byGroup].sort((one, other) => place(one) - place(other));
  return ordered.map(([value, rows]) => ({
    name: context.nameOf(dimension, value),
    color: palettes[context.theme].accent,
    metric,
    group: [value],
    others: false,
    rows,
  }));
}

/** All the parts of a bar. */
function hoverOf(group: Series | undefined, parts: readonly Part[], metric: ResolvedMetric): Hover {
  if (group === undefined) return { title: '', lines: [] };
  const lines = parts.flatMap(({ value, name, color }) => {
    const estimate = estimateOf(cellOf(group, value), metric);
    return estimate.value === null ? [] : [{ name, color, metric, estimate }];
  });
  return { title: group.name, lines };
}

function pointOf({ y, x1, x2, row, part }: Piece, result: Result, metric: ResolvedMetric, hover: () => Hover): DrawnPoint {
  return { x: x2, x1, y, color: part.color, target: targetOf(result, { ...row, bucket: null }, metric.key), hover };
}
