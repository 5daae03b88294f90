import type { CustomSeriesOption, EChartsOption } from 'echarts';
import type { Estimate } from '../../core/model/estimate.ts';
import type { ResolvedMetric, Result } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { fontFamily } from './font-family.ts';
import { formatValue } from './format-value.ts';
import { groupAxis, groupGrid, shownGroups } from './group-axis.ts';
import { hoverBox, hoverHtml } from './hover.ts';
import { palettes } from './palette.ts';
import { targetOf } from './point-target.ts';
import { sampleSize, shownEstimate } from './sample-size.ts';
import { estimateOf, prepareSeries } from './series.ts';
import { type Extent, extent, valueAxis } from './value-axis.ts';

/** Estimates by group: a dot with its 95 % interval. What rests on few is greyed, what rests on too few is left out and named in the table. */
export function dot(result: Result, context: ChartContext): EChartsOption {
  const metric = result.metrics[0];
  if (metric === undefined) return {};
  const groups = shownGroups(prepareSeries(result, context));
  const estimates = groups.map((group) => shownEstimate(metric, estimateOf(group.rows[0], metric)));
  const palette = palettes[context.theme];
  const colors = groups.map((group) => (sampleSize(metric, estimateOf(group.rows[0], metric)) === 'few' ? palette.rest : group.color));
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: { ...groupGrid(groups, context, 84), bottom: 24 },
    xAxis: { ...valueAxis(metric, extentOf(estimates), context), splitNumber: 3 },
    yAxis: groupAxis(groups, context),
    tooltip: {
      ...hoverBox(context),
      trigger: 'item',
      formatter: (point: unknown) => {
        const group = groups[(point as { dataIndex: number }).dataIndex];
        if (group === undefined) return '';
        const estimate = estimateOf(group.rows[0], metric);
        return hoverHtml(group.name, [{ name: context.metricName(metric), color: group.color, metric, estimate }], context);
      },
    },
    series: [
      intervals(metric, estimates, colors, context),
      {
        type: 'scatter',
        symbolSize: 10,
        data: groups.map((group, index) => ({
          value: [estimates[index]?.value ?? null, index],
          itemStyle: { color: colors[index] ?? palette.rest },
          target: targetOf(result, { group: [...group.group], others: group.others, bucket: null }, metric.key),
        })),
      },
    ],
  };
}

/** From the lowest bound to the highest. */
function extentOf(estimates: readonly (Estimate | null)[]): Extent {
  const lows = estimates.flatMap((estimate) => estimate?.low ?? estimate?.value ?? []);
  const highs = estimates.flatMap((estimate) => estimate?.high ?? estimate?.value ?? []);
  return extent([...lows, ...highs]);
}

/** The interval as a line, and the value as a text after its end. */
function intervals(
  metric: ResolvedMetric,
  estimates: readonly (Estimate | null)[],
  colors: readonly string[],
  context: ChartContext,
): CustomSeriesOption {
  return {
    type: 'custom',
    silent: true,
    z: 1,
    encode: { x: [1, 2], y: 0 },
    data: estimates.flatMap((estimate, index) =>
      estimate?.value == null ? [] : [[index, estimate.low ?? estimate.value, estimate.high ?? estimate.value]],
    ),
    renderItem: (_parameters, api) => {
      const index = Number(api.value(0));
      const [x1 = 0, y = 0] = api.coord([api.value(1), index]);
      const [x2 = 0] = api.coord([api.value(2), index]);
      const text = formatValue(estimates[index]?.value ?? null, metric.unit, context.locale);
      return {
        type: 'group',
        children: [
          { type: 'line', shape: { x1, y1: y, x2, y2: y }, style: { stroke: colors[index] ?? '#888888', lineWidth: 3, opacity: 0.35 } },
          {
            type: 'text',
            x: Math.max(x2, x1 + 5) + 8,
            y,
            style: { text, fontFamily, fontSize: 12, fill: palettes[context.theme].text, verticalAlign: 'middle' },
          },
        ],
      };
    },
  };
}
