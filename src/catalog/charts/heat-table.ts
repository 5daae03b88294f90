import type { CustomSeriesOption, EChartsOption } from 'echarts';
import type { Result, ResultRow } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { fontFamily } from './font-family.ts';
import { formatNumber } from './format-number.ts';
import { formatValue } from './format-value.ts';
import { hoverBox, hoverHtml } from './hover.ts';
import { inkOn, mixColor, palettes } from './palette.ts';
import { targetOf } from './point-target.ts';
import { estimateOf } from './series.ts';

interface Grid {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly { readonly row: ResultRow; readonly x: number; readonly y: number }[];
}

/** Below this width of a cell its value is told by colour and hover only. */
const labelledCellPx = 30;

/** Two dimensions as a table of colours, such as weekday × hour: the first down, the second across; the stronger the more. Missing stays empty. */
export function heatTable(result: Result, context: ChartContext): EChartsOption {
  const metric = result.metrics[0];
  const [down = '', across = ''] = result.dimensions;
  if (metric === undefined) return {};
  const grid = gridOf(result);
  const palette = palettes[context.theme];
  const values = grid.cells.map((cell) => estimateOf(cell.row, metric).value);
  const highest = Math.max(...values.map((value) => value ?? 0), Number.EPSILON);
  const cellPx = (context.widthPx - 60) / Math.max(1, grid.columns.length);
  const label = { color: palette.muted, fontSize: 12 };
  const plain = { axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false } };
  return {
    animation: false,
    textStyle: { fontFamily },
    grid: { left: 4, right: 4, top: 4, bottom: 4 },
    xAxis: {
      type: 'category',
      data: grid.columns.map((value) => headOf(across, value, context)),
      ...plain,
      axisLabel: { ...label, interval: (index: number) => index % Math.max(1, Math.ceil(28 / cellPx)) === 0 },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: grid.rows.map((value) => headOf(down, value, context)),
      ...plain,
      axisLabel: { ...label, interval: 0 },
    },
    tooltip: {
      ...hoverBox(context),
      trigger: 'item',
      formatter: (point: unknown) => {
        const row = grid.cells[(point as { dataIndex: number }).dataIndex]?.row;
        if (row === undefined) return '';
        const title = row.group.map((value, index) => headOf(result.dimensions[index] ?? '', value, context)).join(' · ');
        return hoverHtml(
          title,
          [{ name: context.metricName(metric), color: palette.accent, metric, estimate: estimateOf(row, metric) }],
          context,
        );
      },
    },
    series: [cells(grid, result, { highest, cellPx, metric }, context)],
  };
}

function headOf(dimension: string, value: string, context: ChartContext): string {
  return dimension === 'hour' && value !== '' ? formatNumber(Number(value), context.locale) : context.nameOf(dimension, value);
}

function gridOf(result: Result): Grid {
  const rows = headsOf(result, 0);
  const columns = headsOf(result, 1);
  const cells = result.rows.flatMap((row) => {
    const y = rows.indexOf(row.group[0] ?? '');
    const x = columns.indexOf(row.group[1] ?? '');
    return row.others || x < 0 || y < 0 ? [] : [{ row, x, y }];
  });
  return { rows, columns, cells };
}

/** The values of a dimension in order; hours and weekdays are whole even where nothing happened. */
function headsOf(result: Result, position: 0 | 1): string[] {
  const dimension = result.dimensions[position];
  if (dimension === 'hour') return Array.from({ length: 24 }, (_, hour) => String(hour));
  if (dimension === 'weekday') return Array.from({ length: 7 }, (_, day) => String(((result.weekStart - 1 + day) % 7) + 1));
  const values = result.rows.filter((row) => !row.others).map((row) => row.group[position] ?? '');
  return [...new Set(values)];
}

function cells(
  grid: Grid,
  result: Result,
  { highest, cellPx, metric }: { highest: number; cellPx: number; metric: Result['metrics'][number] },
  context: ChartContext,
): CustomSeriesOption {
  const { ramp } = palettes[context.theme];
  return {
    type: 'custom',
    data: grid.cells.map(({ row, x, y }) => ({
      value: [x, y, estimateOf(row, metric).value],
      target: targetOf(result, row, metric.key),
    })) as NonNullable<CustomSeriesOption['data']>,
    renderItem: (parameters, api) => {
      const cell = grid.cells[parameters.dataIndex];
      const value = cell === undefined ? null : estimateOf(cell.row, metric).value;
      if (cell === undefined || value === null) return null;
      const [x = 0, y = 0] = api.coord([cell.x, cell.y]);
      const [width = 0, height = 0] = (api.size?.([1, 1]) ?? []) as number[];
      const fill = mixColor(ramp, Math.max(0, value) / highest);
      return {
        type: 'rect',
        shape: { x: x - width / 2 + 1, y: y - height / 2 + 1, width: width - 2, height: height - 2, r: 2 },
        style: { fill },
        emphasis: { style: { stroke: palettes[context.theme].text, lineWidth: 1 } },
        ...(cellPx >= labelledCellPx
          ? {
              textContent: {
                type: 'text',
                style: { text: formatValue(value, metric.unit, context.locale), fontFamily, fontSize: 11, fill: inkOn(fill) },
              },
              textConfig: { position: 'inside' },
            }
          : {}),
      };
    },
  };
}
