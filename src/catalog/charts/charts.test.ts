import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  GridComponent,
  LegendPlainComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { type Locale, locales } from '../../core/model/locale.ts';
import { wordsOf } from '../locales/index.ts';
import type { ChartContext } from './chart-context.ts';
import { type ChartExample, chartExamples } from './examples.ts';
import { charts } from './index.ts';
import type { ThemeName } from './palette.ts';
import { table } from './table.ts';

use([BarChart, CustomChart, LineChart, ScatterChart, GridComponent, LegendPlainComponent]);
use([MarkAreaComponent, MarkLineComponent, TitleComponent, TooltipComponent, LabelLayout, SVGRenderer]);

const translator = createInstance();
await translator.init({
  lng: 'en',
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: Object.fromEntries(await Promise.all(locales.map(async (locale) => [locale, { translation: await wordsOf(locale) }]))),
});

function contextOf(example: ChartExample, locale: Locale, theme: ThemeName): ChartContext {
  const translate = translator.getFixedT(locale);
  return {
    locale,
    theme,
    say: (key, values) => translate(key, { n: values?.count, ...values }),
    nameOf: (_, value) => (value === '' ? translate('value.notKnown') : value),
    metricName: (metric) => metric.key,
    events: example.events ?? [],
    ...(example.goals === undefined ? {} : { goals: example.goals }),
    widthPx: example.widthPx ?? 480,
  };
}

function draw(example: ChartExample, locale: Locale, theme: ThemeName): string {
  const context = contextOf(example, locale, theme);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: context.widthPx, height: 220 });
  chart.setOption({ ...charts[example.chart](example.result, context), backgroundColor: theme === 'light' ? '#ffffff' : '#1b1d21' });
  const svg = chart.renderToSVGString();
  chart.dispose();
  const classes = new Map<string, string>();
  return svg.replace(/zr\d+-/g, 'zr-').replace(/zr-cls-\d+/g, (name) => {
    classes.set(name, classes.get(name) ?? `zr-cls-${classes.size}`);
    return classes.get(name) ?? name;
  });
}

describe('charts', () => {
  it.each(chartExamples.map((example) => [example.name, example] as const))('%s looks as it did', async (name, example) => {
    await expect(draw(example, 'en', 'light')).toMatchFileSnapshot(`golden/${name}.svg`);
  });

  it('draw the same in Chinese and in the dark, with the words and colours of these', async () => {
    const example = chartExamples.find(({ name }) => name === 'line-groups-events');
    if (example === undefined) throw new Error('the example is gone');
    await expect(draw(example, 'zh-Hans', 'dark')).toMatchFileSnapshot('golden/line-groups-events-zh-dark.svg');
  });

  it('leave a gap where a value is missing', () => {
    const example = chartExamples.find(({ name }) => name === 'line-gap-band-running');
    if (example === undefined) throw new Error('the example is gone');
    const option = charts.line(example.result, contextOf(example, 'en', 'light'));
    const series = [option.series].flat().filter((each) => each?.type === 'line');
    const solid = series.at(-2) as { data: { value: number | null }[]; connectNulls: boolean };
    expect(solid.data[8]?.value).toBeNull();
    expect(solid.connectNulls).toBe(false);
  });

  it('dash the bucket that is not over', () => {
    const example = chartExamples.find(({ name }) => name === 'line-gap-band-running');
    if (example === undefined) throw new Error('the example is gone');
    const option = charts.line(example.result, contextOf(example, 'en', 'light'));
    const dashed = [option.series].flat().at(-1) as { data: { value: number | null }[]; lineStyle: { type: string } };
    expect(dashed.lineStyle.type).toBe('dashed');
    expect(dashed.data.map(({ value }) => value !== null)).toEqual([...Array(18).fill(false), true, true]);
  });

  it('escape names that come from data', () => {
    const example = chartExamples.find(({ name }) => name === 'bar-channels');
    if (example === undefined) throw new Error('the example is gone');
    const context = { ...contextOf(example, 'en', 'light'), nameOf: () => '<img src=x onerror=alert(1)>' };
    const { tooltip } = charts.bar(example.result, context);
    const html = (tooltip as unknown as { formatter: (point: unknown) => string }).formatter({ dataIndex: 0 });
    expect(html).toContain('&lt;img');
    expect(html).not.toContain('<img');
  });

  it('give every row as a table with exact values, interval and n', () => {
    const example = chartExamples.find(({ name }) => name === 'dot-teams');
    if (example === undefined) throw new Error('the example is gone');
    const view = table(example.result, contextOf(example, 'en', 'light'), () => 'Team');
    expect(view.columns.map((column) => column.name)).toEqual(['Team', 'first_response_median', '95% interval', 'n']);
    expect(view.rows[0]?.cells).toEqual(['orders', '3\u00a0h 6\u00a0min', '2\u00a0h 54\u00a0min – 3\u00a0h 18\u00a0min', '640']);
    expect(view.rows[0]?.target).toEqual({ metric: 'first_response_median', group: { team: 'orders' }, bucket: null });
  });
});
