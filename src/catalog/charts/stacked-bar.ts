import type { EChartsOption } from 'echarts';
import type { Estimate } from '../../core/model/estimate.ts';
import type { ResolvedMetric, Result, ResultRow } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { fontFamily } from './font-family.ts';
import { formatPercent } from './format-number.ts';
import { formatValue } from './format-value.ts';
import { groupAxis, groupGrid, shownGroups } from './group-axis.ts';
import { type HoverLine, hoverBox, hoverHtml } from './hover.ts';
import { naturalOrder } from './natural-order.ts';
import { colorsOf, inkOn, palettes } from './palette.ts';
import { targetOf } from './point-target.ts';
import { estimateOf, type Series } from './series.ts';
import { textWidthPx } from './text-width.ts';

/** One part of every bar: a value of the second dimension. */
interface Part {
  readonly value: string;
  readonly name: string;
  readonly color: string;
}

/** What a figure in a part needs beside its own width. */
const aroundLabelPx = 6;

const legendRowPx = 22;

/**
 * Bars by the first dimension, stacked by the second. Amounts are stacked as they are; of times per ticket, which do not add up, each part is
 * its share of all the time.
 */
export function stackedBar(result: Result, context: ChartContext): EChartsOption {
  const metric = result.metrics[0];
  if (metric === undefined || result.dimensions.length < 2) return {};
  const parts = partsOf(result, context);
  const groups = shownGroups(groupsOf(result, metric, context));
  const shares = metric.unit !== 'count';
  const palette = palettes[context.theme];
  const legendPx = legendRows(parts, context) * legendRowPx + 4;
  const cell = (group: Series, part: Part) => group.rows.find((row) => row.group[1] === part.value);
  const weights = groups.map((group) => parts.map((part) => weightOf(estimateOf(cell(group, part), metric), metric)));
  const sums = weights.map((each) => each.reduce((sum, weight) => sum + weight, 0));
  const grid = groupGrid(groups, context, shares ? 12 : 64);
  const barPx = Math.max(0, context.widthPx - grid.left - grid.right);
  const longest = shares ? 100 : Math.max(...sums);
  return {
    animation: false,
    textStyle: { fontFamily },
    legend: { ...legendOf(parts, context), top: 0, left: 0 },
    grid: { ...grid, top: legendPx },
    xAxis: { type: 'value', show: false, ...(shares ? { max: 100 } : {}) },
    yAxis: groupAxis(groups, context),
    tooltip: {
      ...hoverBox(context),
      trigger: 'axis',
      axisPointer: { type: 'none' },
      formatter: (points: unknown) => {
        const index = [points].flat()[0] as { dataIndex: number } | undefined;
        const group = groups[index?.dataIndex ?? -1];
        return group === undefined ? '' : hoverHtml(group.name, hoverLines(group, parts, metric, cell), context);
      },
    },
    series: parts.map((part, place) => ({
      type: 'bar' as const,
      name: part.name,
      stack: 'all',
      barMaxWidth: 22,
      color: part.color,
      data: groups.map((group, index) => {
        const weight = weights[index]?.[place] ?? 0;
        const share = sums[index] ? (100 * weight) / sums[index] : 0;
        const row = cell(group, part);
        const value = shares ? share : weight;
        const text = labelOf(share, weight, metric, context);
        return {
          value,
          label: { show: (value / longest) * barPx >= textWidthPx(text) + aroundLabelPx, formatter: text },
          target: row === undefined ? null : targetOf(result, { ...row, bucket: null }, metric.key),
        };
      }),
      label: { show: true, position: 'inside', color: inkOn(part.color), fontSize: 11 },
      itemStyle: { borderColor: palette.surface, borderWidth: 1 },
    })),
  };
}

function labelOf(share: number, weight: number, metric: ResolvedMetric, context: ChartContext): string {
  return metric.unit === 'count' ? formatValue(weight, metric.unit, context.locale) : formatPercent(Math.round(share), context.locale);
}

/** What a part adds to its bar: its amount, or of a mean all that it is the mean of. */
function weightOf(estimate: Estimate, metric: ResolvedMetric): number {
  return (estimate.value ?? 0) * (metric.unit === 'count' ? 1 : estimate.n);
}

function partsOf(result: Result, context: ChartContext): readonly Part[] {
  const dimension = result.dimensions[1] ?? '';
  const values = [...new Set(result.rows.filter((row) => !row.others).map((row) => row.group[1] ?? ''))];
  values.sort((a, b) => (naturalOrder(dimension, a) ?? 0) - (naturalOrder(dimension, b) ?? 0));
  const colors = colorsOf(dimension, values, context.theme);
  return values.map((value) => ({
    value,
    name: context.nameOf(dimension, value),
    color: colors.get(value) ?? palettes[context.theme].rest,
  }));
}

function groupsOf(result: Result, metric: ResolvedMetric, context: ChartContext): readonly Series[] {
  const byGroup = new Map<string, ResultRow[]>();
  for (const row of result.rows.filter(({ others }) => !others)) {
    const key = row.group[0] ?? '';
    byGroup.set(key, [...(byGroup.get(key) ?? []), row]);
  }
  return [...byGroup].map(([value, rows]) => ({
    name: context.nameOf(result.dimensions[0] ?? '', value),
    color: palettes[context.theme].accent,
    metric,
    group: [value],
    others: false,
    rows,
  }));
}

function hoverLines(
  group: Series,
  parts: readonly Part[],
  metric: ResolvedMetric,
  cell: (group: Series, part: Part) => ResultRow | undefined,
): HoverLine[] {
  return parts.flatMap((part) => {
    const estimate = estimateOf(cell(group, part), metric);
    return estimate.value === null ? [] : [{ name: part.name, color: part.color, metric, estimate }];
  });
}

function legendOf(parts: readonly Part[], context: ChartContext) {
  return {
    type: 'plain' as const,
    padding: 0,
    itemWidth: 12,
    itemHeight: 8,
    itemGap: 12,
    icon: 'roundRect',
    selectedMode: false,
    textStyle: { color: palettes[context.theme].text, fontSize: 12 },
    data: parts.map(({ name }) => name),
  };
}

function legendRows(parts: readonly Part[], context: ChartContext): number {
  const widthPx = parts.reduce((sum, { name }) => sum + textWidthPx(name) + 32, 0);
  return Math.max(1, Math.ceil(widthPx / Math.max(1, context.widthPx)));
}
