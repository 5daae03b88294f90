import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  GridComponent,
  LegendPlainComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
} from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import type { ChartContext } from '../../../catalog/charts/chart-context.ts';
import { chartHeightPx } from '../../../catalog/charts/chart-height.ts';
import { charts } from '../../../catalog/charts/index.ts';
import type { PointTarget } from '../../../catalog/charts/point-target.ts';
import type { Result } from '../../../core/model/result.ts';
import { type Cursor, moveCursor, nearestTarget, targetAt } from './chart-points.ts';
import { useWidth } from './use-width.ts';

use([BarChart, CustomChart, LineChart, ScatterChart, GridComponent, LegendPlainComponent]);
use([MarkAreaComponent, MarkLineComponent, TitleComponent, TooltipComponent, LabelLayout, SVGRenderer]);

export interface ChartProps {
  readonly chart: keyof typeof charts;
  readonly result: Result;
  readonly context: Omit<ChartContext, 'widthPx'>;
  /** How tall it stands; as its chart needs when absent. */
  readonly heightPx?: number;
  readonly label: string;
  readonly onPick: (target: PointTarget) => void;
}

/** Draws a result. The only part that touches ECharts; what is drawn is decided in the catalog. Its view box lets paper draw it smaller. */
export function Chart({ chart, result, context, heightPx: wantedPx, label, onPick }: ChartProps) {
  const element = useRef<HTMLDivElement>(null);
  const width = useWidth(element);
  const drawn = useRef<EChartsType>(null);
  const cursor = useRef<Cursor | null>(null);
  const option = useMemo(() => (width === 0 ? {} : charts[chart](result, { ...context, widthPx: width })), [chart, result, context, width]);
  const heightPx = wantedPx ?? chartHeightPx(chart, result, { ...context, widthPx: width || 600 });
  const live = useRef({ option, onPick, width, heightPx });
  live.current = { option, onPick, width, heightPx };

  const isMeasured = width > 0;
  useEffect(() => {
    if (element.current === null || !isMeasured) return;
    const instance = init(element.current, null, { renderer: 'svg', width: live.current.width, height: live.current.heightPx });
    drawn.current = instance;
    instance.getZr().on('click', ({ offsetX, offsetY }) => {
      const target = nearestTarget(instance, live.current.option, [offsetX, offsetY]);
      if (target !== null) live.current.onPick(target);
    });
    return () => instance.dispose();
  }, [isMeasured]);

  useEffect(() => {
    if (!isMeasured) return;
    drawn.current?.resize({ width, height: heightPx });
    drawn.current?.setOption(option, { notMerge: true });
    element.current?.querySelector('svg')?.setAttribute('viewBox', `0 0 ${width} ${heightPx}`);
  }, [option, width, heightPx, isMeasured]);

  function press(event: KeyboardEvent) {
    const target = event.key === 'Enter' ? targetAt(option, cursor.current) : null;
    if (target !== null) onPick(target);
    const next = moveCursor(option, cursor.current, event.key);
    if (next === null) return;
    event.preventDefault();
    cursor.current = next;
    drawn.current?.dispatchAction({ type: 'showTip', ...next });
  }

  return (
    <div
      ref={element}
      className="drawing"
      style={{ minHeight: heightPx }}
      role="img"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move through the points, as the label says
      tabIndex={0}
      onKeyDown={press}
    />
  );
}
