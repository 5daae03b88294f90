import { plot } from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { sayIn } from '../../../test/say-in.ts';
import type { Locale } from '../../core/model/locale.ts';
import type { ChartContext } from './chart-context.ts';
import { chartHeightPx } from './chart-height.ts';
import { withoutCutStart } from './course.ts';
import { type ChartExample, chartExamples } from './examples.ts';
import { charts } from './index.ts';
import { splitLine } from './line-strokes.ts';
import { palettes, type ThemeName } from './palette.ts';
import { table } from './table.ts';

const { document } = parseHTML('<html></html>');

function contextOf(example: ChartExample, locale: Locale, theme: ThemeName): ChartContext {
  const say = sayIn(locale);
  return {
    locale,
    theme,
    say: (key, values) => say(key, { n: values?.count ?? '', ...values }),
    nameOf: (_, value) => (value === '' ? say('value.notKnown') : value),
    metricName: (metric) => metric.key,
    events: example.events ?? [],
    ...(example.goals === undefined ? {} : { goals: example.goals }),
    widthPx: example.widthPx ?? 480,
  };
}

function exampleOf(name: string): ChartExample {
  const example = chartExamples.find((each) => each.name === name);
  if (example === undefined) throw new Error(`the example ${name} is gone`);
  return example;
}

/** The picture with fewer digits and one element a line, so that a change is seen where it is. */
function draw(example: ChartExample, context: ChartContext): string {
  const drawing = charts[example.chart](example.result, context);
  const height = chartHeightPx(example.chart, example.result, context);
  const svg = plot({ ...drawing.plot, document, width: context.widthPx, height }) as { outerHTML: string };
  return svg.outerHTML
    .replace(/<svg /, '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replace('background:transparent', `background:${palettes[context.theme].surface}`)
    .replace(/-?\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100))
    .replace(/></g, '>\n<');
}

describe('charts', () => {
  it.each(chartExamples.map((example) => [example.name, example] as const))('%s looks as it did', async (name, example) => {
    await expect(draw(example, contextOf(example, 'en', 'light'))).toMatchFileSnapshot(`golden/${name}.svg`);
  });

  it('draw the same in Chinese and in the dark, with the words and colours of these', async () => {
    const example = exampleOf('line-groups-events');
    await expect(draw(example, contextOf(example, 'zh-Hans', 'dark'))).toMatchFileSnapshot('golden/line-groups-events-zh-dark.svg');
  });

  it('leave a gap where a value is missing, and dash the bucket that is not over', () => {
    const { result } = exampleOf('line-gap-band-running');
    const values = result.buckets.map(({ key }) => result.rows.find((row) => row.bucket === key)?.values.csat?.value ?? null);
    const { solid, dashed, alone } = splitLine(values, result.buckets);
    expect(solid.flatMap(({ x, y }) => (y === null ? [x] : []))).toEqual([8, 19]);
    expect(dashed.map(({ x }) => x)).toEqual([18, 19]);
    expect(alone).toEqual([]);
    expect(splitLine([null, 3, null], result.buckets).alone).toEqual([{ x: 1, y: 3 }]);
  });

  it('leave out the first bucket of a rate where the period cuts it, and keep that of a count', () => {
    const { result } = exampleOf('line-gap-band-running');
    const [metric] = result.metrics;
    if (metric === undefined) throw new Error('the example has no metric');
    const cut = { ...result, buckets: result.buckets.map((bucket, index) => ({ ...bucket, complete: index > 0 })) };
    const countOf = (unit: typeof metric.unit) => withoutCutStart({ ...cut, metrics: [{ ...metric, unit }] }).buckets.length;
    expect(countOf('percent')).toBe(cut.buckets.length - 1);
    expect(countOf('count')).toBe(cut.buckets.length);
  });

  it('draw under a number only what rests on enough, and a dot where that stands alone', () => {
    const example = exampleOf('line-gap-band-running');
    const few = new Set(example.result.buckets.filter((_, index) => index % 2 === 0 || index > 4).map(({ key }) => key));
    const rows = example.result.rows.map((row) => {
      const estimate = row.values.csat;
      return few.has(row.bucket ?? '') && estimate !== undefined ? { ...row, values: { csat: { ...estimate, n: 4 } } } : row;
    });
    const svg = draw({ ...example, chart: 'number', result: { ...example.result, rows } }, contextOf(example, 'en', 'light'));
    expect(svg.match(/<circle/g)).toHaveLength(2);
    expect(svg).not.toMatch(/d="M[^"]*L/);
  });

  it('write 0 where a count is known to be nothing, and leave what was never lived through empty', () => {
    const hours = exampleOf('heat-table-hours');
    const cellsOf = (over: Partial<typeof hours.result>) =>
      charts['heat-table']({ ...hours.result, ...over }, contextOf(hours, 'en', 'light')).series.flatMap(({ points }) => points).length;
    const [row] = hours.result.rows;
    expect(cellsOf({ rows: row === undefined ? [] : [row] })).toBe(7 * 24);
    const day = { from: '2025-10-06T00:00:00.000Z', until: '2025-10-07T00:00:00.000Z' };
    expect(cellsOf({ rows: row === undefined ? [] : [row], period: day })).toBe(1);
    expect(cellsOf({ rows: [], metrics: hours.result.metrics.map((metric) => ({ ...metric, unit: 'percent' as const })) })).toBe(0);
  });

  it('offer no point where a value is missing, and say of the others what all lines are there', () => {
    const gap = exampleOf('line-gap-band-running');
    const [points = []] = charts.line(gap.result, contextOf(gap, 'en', 'light')).series.map((series) => series.points);
    expect(points.map(({ x }) => x)).toEqual([...Array(20).keys()].filter((index) => index !== 8));
    expect(points.at(-1)?.hover().title).toContain('only in part');
    const groups = exampleOf('line-groups-events');
    const { series } = charts.line(groups.result, contextOf(groups, 'en', 'light'));
    expect(series[2]?.points[0]?.hover().lines.map(({ name }) => name)).toEqual(series.map(({ name }) => name));
    expect(series.map(({ points: [first] }) => first?.target?.bucket ?? null)).toEqual([...Array(5).fill('2025-10-06'), null]);
  });

  it('name lines at their ends where they are wide, and above them where they are narrow', () => {
    const [wide, narrow] = ['line-groups-events', 'line-groups-narrow'].map(exampleOf).map((example) => {
      const context = contextOf(example, 'en', 'light');
      return { svg: draw(example, context), legend: charts.line(example.result, context).legend?.map(({ name }) => name) };
    });
    expect(wide?.legend).toBeUndefined();
    expect(wide?.svg).toContain('>others (18)<');
    expect(narrow?.legend).toEqual([...new Set(exampleOf('line-groups-narrow').result.rows.map(({ group }) => group[0] ?? 'others (18)'))]);
    expect(narrow?.svg).not.toContain('others');
  });

  it('name a goal on its line, or above the chart where every place on it is taken', () => {
    const example = exampleOf('line-goal-narrow');
    const said = (goalHours: number) => {
      const goals = { first_response_median: goalHours * 3_600_000 };
      const context = { ...contextOf(example, 'en', 'light'), goals };
      const legend = charts.line(example.result, context).legend?.map(({ name }) => name.replace('\u00a0', ' '));
      return { legend, isOnLine: draw({ ...example, goals }, context).includes(`>goal ${goalHours}`) };
    };
    const lines = ['first_response_median', '90th percentile'];
    expect(said(9)).toEqual({ legend: lines, isOnLine: true });
    expect(said(20)).toEqual({ legend: [...lines, 'goal 20 h'], isOnLine: false });
  });

  it('tell an axis in hours where lines of calendar and of working hours share it', () => {
    const { result } = exampleOf('line-durations');
    const [first, second] = result.metrics;
    if (first === undefined || second === undefined) throw new Error('the example has no two metrics');
    const longer = result.rows.map((row) => {
      const estimates = Object.entries(row.values).map(([key, each]) => [key, { ...each, value: 5 * (each.value ?? 0) }]);
      return { ...row, values: Object.fromEntries(estimates) };
    });
    const ticksOf = (unit: typeof first.unit) => {
      const example = { ...exampleOf('line-durations'), result: { ...result, rows: longer, metrics: [first, { ...second, unit }] } };
      return [...draw(example, contextOf(example, 'en', 'light')).matchAll(/>(\d+)(?:&nbsp;|&#160;|\s)(d|h)</g)].map(
        ([, count, word]) => `${count} ${word}`,
      );
    };
    expect(ticksOf('durationMs').at(-1)).toBe('5 d');
    expect(ticksOf('businessMs').at(-1)).toBe('150 h');
  });

  it('keep the values of a slope off the periods above them', () => {
    const example = exampleOf('slope-csat');
    const rows = example.result.rows.flatMap((row, index) =>
      index === 0 ? [1, 2, 3, 4].map((copy) => ({ ...row, group: [`${copy}`] })) : [],
    );
    const others = example.result.rows.slice(1).map((row) => ({ ...row, values: { csat: { value: 20, low: 15, high: 25, n: 300 } } }));
    const alike = { ...example, result: { ...example.result, rows: [...rows, ...others] } };
    const heights = [...draw(alike, contextOf(example, 'en', 'light')).matchAll(/<text[^>]*translate\([\d.]+,([\d.]+)\)/g)];
    expect(Math.min(...heights.map(([, y]) => Number(y)))).toBeGreaterThanOrEqual(36);
  });

  it('take names that come from data for text', () => {
    const example = exampleOf('bar-channels');
    const name = '<img src=x onerror=alert(1)>';
    const svg = draw(example, { ...contextOf(example, 'en', 'light'), widthPx: 800, nameOf: () => name });
    expect(svg).toContain('&lt;img');
    expect(svg).not.toContain('<img');
  });

  it('draw as many groups as have room, and say how many more there are', () => {
    const [bars, stacked] = ['bar-channels', 'stacked-bar-stays'].map(exampleOf);
    const many = (example: ChartExample | undefined, group: (index: number) => string[]): ChartExample => {
      const [row] = example?.result.rows ?? [];
      if (example === undefined || row === undefined) throw new Error('the example has no rows');
      return { ...example, result: { ...example.result, rows: [...Array(300).keys()].map((index) => ({ ...row, group: group(index) })) } };
    };
    const leftOut = (example: ChartExample) => charts[example.chart](example.result, contextOf(example, 'en', 'light')).leftOut;
    expect(leftOut(many(bars, (index) => [`c${index}`]))).toBe(288);
    expect(leftOut(exampleOf('bar-channels'))).toBeUndefined();
    const stacks = many(stacked, (index) => [`c${index}`, 'open']);
    expect(leftOut(stacks)).toBe(288);
    expect(chartHeightPx('stacked-bar', stacks.result, contextOf(stacks, 'en', 'light'))).toBeLessThan(400);
    const heat = { ...exampleOf('heat-table-hours'), result: stacks.result };
    expect(leftOut(heat)).toBe(269);
    expect(chartHeightPx('heat-table', heat.result, contextOf(heat, 'en', 'light'))).toBeGreaterThan(500);
  });

  it('give every row as a table with exact values, interval and n', () => {
    const example = exampleOf('dot-teams');
    const view = table(example.result, contextOf(example, 'en', 'light'), () => 'Team');
    expect(view.columns.map((column) => column.name)).toEqual(['Team', 'first_response_median', '95% interval', 'n']);
    expect(view.rows[0]?.cells).toEqual(['orders', '3\u00a0h 6\u00a0min', '2\u00a0h 54\u00a0min – 3\u00a0h 18\u00a0min', '640']);
    expect(view.rows[0]?.target).toEqual({ metric: 'first_response_median', group: { team: 'orders' }, bucket: null });
  });
});
