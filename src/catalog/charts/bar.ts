import type { EChartsOption } from 'echarts';
import type { Result } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { fontFamily } from './font-family.ts';
import { formatValue } from './format-value.ts';
import { groupAxis, groupGrid, shownGroups } from './group-axis.ts';
import { hoverBox, hoverHtml } from './hover.ts';
import { palettes } from './palette.ts';
import { targetOf } from './point-target.ts';
import { estimateOf, prepareSeries } from './series.ts';
import { valueAxis } from './value-axis.ts';

/** Bars of amounts by group, the largest first, each with its name and its value beside it. Starts at zero. */
export function bar(result: Result, context: ChartContext): EChartsOption {
  const metric = result.metrics[0];
  if (metric === undefined) return {};
  const groups = shownGroups(prepareSeries(result, context));
  const values = groups.map((group) => estimateOf(group.rows[0], metric));
  const highest = Math.max(0, ...values.map((estimate) => estimate.value ?? 0));
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: groupGrid(groups, context, 72),
    xAxis: { ...valueAxis(metric, { lowest: 0, highest }, context, true), show: false },
    yAxis: groupAxis(groups, context),
    tooltip: {
      ...hoverBox(context),
      trigger: 'item',
      formatter: (point: unknown) => {
        const index = (point as { dataIndex: number }).dataIndex;
        const group = groups[index];
        const estimate = values[index];
        if (group === undefined || estimate === undefined) return '';
        return hoverHtml(group.name, [{ name: context.metricName(metric), color: group.color, metric, estimate }], context);
      },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 18,
        data: groups.map((group, index) => ({
          value: values[index]?.value ?? null,
          itemStyle: { color: group.color, borderRadius: [0, 3, 3, 0] },
          target: targetOf(result, { group: [...group.group], others: group.others, bucket: null }, metric.key),
        })),
        label: {
          show: true,
          position: 'right',
          color: palettes[context.theme].text,
          fontSize: 12,
          formatter: (point) => formatValue(values[point.dataIndex]?.value ?? null, metric.unit, context.locale),
        },
      },
    ],
  };
}
