import type { DrawnChart } from '../../core/model/chart.ts';
import type { Estimate } from '../../core/model/estimate.ts';
import type { ResolvedMetric, Result, ResultRow } from '../../core/model/result.ts';
import type { MarkedEvent } from './chart-context.ts';

/** A result and how it is drawn: the golden pictures of the tests. */
export interface ChartExample {
  readonly name: string;
  readonly chart: DrawnChart;
  readonly result: Result;
  readonly events?: readonly MarkedEvent[];
  readonly goals?: Readonly<Record<string, number>>;
  readonly widthPx?: number;
}

const dayMs = 86_400_000;
const start = Date.UTC(2025, 9, 6);

function metric(name: string, unit: ResolvedMetric['unit'], better: ResolvedMetric['better']): ResolvedMetric {
  return { key: name, name, statistic: null, options: {}, parameters: {}, variant: 'industry', house: true, unit, better };
}

function buckets(count: number, running = false): Result['buckets'] {
  return Array.from({ length: count }, (_, index) => ({
    key: new Date(start + index * dayMs).toISOString().slice(0, 10),
    from: new Date(start + index * dayMs).toISOString(),
    until: new Date(start + (index + 1) * dayMs).toISOString(),
    complete: !(running && index === count - 1),
  }));
}

function estimate(value: number | null, n = value ?? 0, margin: number | null = null): Estimate {
  const bounded = value !== null && margin !== null;
  return { value, low: bounded ? value - margin : null, high: bounded ? value + margin : null, n };
}

function result(metrics: readonly ResolvedMetric[], rows: readonly ResultRow[], over: Partial<Result> = {}): Result {
  return {
    metrics: [...metrics],
    dimensions: [],
    zone: 'UTC',
    weekStart: 1,
    period: { from: new Date(start).toISOString(), until: new Date(start + 28 * dayMs).toISOString() },
    comparisonPeriod: null,
    toDate: false,
    buckets: [],
    rows: [...rows],
    totals: { values: {}, comparison: null },
    othersCount: 0,
    names: {},
    dataFrom: null,
    dataUntil: null,
    ...over,
  };
}

/** A value between 0 and 1 that looks like chance and is always the same. */
function jitter(seed: number): number {
  return Math.abs(Math.sin(seed * 12.9898) * 43_758.5453) % 1;
}

const created = metric('created', 'count', 'neither');
const csat = metric('csat', 'percent', 'up');
const response = metric('first_response_median', 'durationMs', 'down');
const days = buckets(28);

function daily(group: readonly string[], level: number, others = false): ResultRow[] {
  return days.map((bucket, index) => ({
    group: [...group],
    others,
    bucket: bucket.key,
    values: { created: estimate(Math.round(level * (0.8 + 0.4 * jitter(index + level)))) },
    comparison: null,
  }));
}

const categories: readonly [string, number][] = [
  ['shipping', 74],
  ['technical', 50],
  ['returns', 46],
  ['sales and questions before an order with a name of sixty chars', 38],
  ['billing', 19],
];

const withGap: Result = result(
  [csat],
  buckets(20, true).map((bucket, index) => ({
    group: [],
    others: false,
    bucket: bucket.key,
    values: { csat: index === 8 ? estimate(null, 0) : estimate(82 + 6 * (jitter(index) - 0.5), 74, 5) },
    comparison: { csat: estimate(80 + 4 * (jitter(index + 50) - 0.5), 70, 5) },
  })),
  { buckets: buckets(20, true) },
);

const byCategory = result([created], [...categories.flatMap(([name, level]) => daily([name], level)), ...daily([], 12, true)], {
  dimensions: ['category'],
  buckets: days,
  othersCount: 18,
});

const launches: readonly MarkedEvent[] = [
  { name: 'Halo launch', kind: 'launch', from: '2025-10-14', until: '2025-10-14' },
  { name: 'Autumn campaign', kind: 'campaign', from: '2025-10-20', until: '2025-10-24' },
  { name: 'Holiday', kind: 'holiday', from: '2025-10-15', until: '2025-10-15' },
];

function grouped(metrics: ResolvedMetric, dimension: string, values: readonly (readonly [string, Estimate])[]): Result {
  const rows = values.map(([value, each]) => ({
    group: [value],
    others: false,
    bucket: null,
    values: { [metrics.key]: each },
    comparison: null,
  }));
  return result([metrics], rows, { dimensions: [dimension] });
}

const hourMs = 3_600_000;

const teams = grouped(response, 'team', [
  ['orders', estimate(3.1 * hourMs, 640, 0.2 * hourMs)],
  ['technical', estimate(7.2 * hourMs, 410, 0.6 * hourMs)],
  ['asia', estimate(2.7 * hourMs, 22, 0.9 * hourMs)],
  ['new', estimate(9 * hourMs, 3, 4 * hourMs)],
]);

const channels = grouped(created, 'channel', [
  ['email', estimate(3072)],
  ['chat', estimate(2150)],
  ['form', estimate(1306)],
  ['social', estimate(691)],
  ['', estimate(40)],
]);

const hours = result(
  [created],
  [1, 2, 3, 4, 5, 6].flatMap((weekday) =>
    Array.from({ length: 24 }, (_, hour) => ({
      group: [String(weekday), String(hour)],
      others: false,
      bucket: null,
      values: { created: estimate(Math.round(40 * jitter(weekday * 24 + hour) * (hour > 7 && hour < 20 ? 1 : 0.2))) },
      comparison: null,
    })),
  ),
  { dimensions: ['weekday', 'hour'] },
);

const durations = result(
  [response, { ...response, key: 'first_response_p90', statistic: 'p90' }],
  days.map((bucket, index) => ({
    group: [],
    others: false,
    bucket: bucket.key,
    values: {
      first_response_median: estimate((3 + jitter(index)) * hourMs, 200, 0.3 * hourMs),
      first_response_p90: estimate((15 + 6 * jitter(index + 9)) * hourMs, 200, 2 * hourMs),
    },
    comparison: null,
  })),
  { buckets: days },
);

const single = result([created], daily([], 200), { buckets: days });

const oneDay = result([created], daily([], 200).slice(0, 1), { buckets: days.slice(0, 1) });

const nothing = result([created], [], { buckets: days });

const statuses: readonly [string, number, number][] = [
  ['new', 1.2, 400],
  ['open', 6.5, 520],
  ['pending', 14, 210],
  ['hold', 30, 40],
];

const stays = result(
  [response],
  ['orders', 'technical', 'asia'].flatMap((team, place) =>
    statuses.map(([status, level, tickets]) => ({
      group: [team, status],
      others: false,
      bucket: null,
      values: { first_response_median: estimate((level + place) * hourMs, tickets - 10 * place) },
      comparison: null,
    })),
  ),
  { dimensions: ['team', 'status'] },
);

const beforeAndAfter = result(
  [csat],
  (
    [
      ['returns', 58, 80, 180],
      ['shipping', 83, 82, 320],
      ['billing', 86, 79, 140],
      ['rare', 90, 60, 3],
    ] as const
  ).map(([name, now, then, n]) => ({
    group: [name],
    others: false,
    bucket: null,
    values: { csat: estimate(now, n, 700 / n) },
    comparison: { csat: estimate(then, n, 700 / n) },
  })),
  {
    dimensions: ['category'],
    comparisonPeriod: { from: new Date(start - 28 * dayMs).toISOString(), until: new Date(start).toISOString() },
  },
);

const young = result(
  [csat],
  days.map((bucket, index) => ({
    group: [],
    others: false,
    bucket: bucket.key,
    values: { csat: { ...estimate(72 + 4 * jitter(index), 60, 5), pending: index > 20 ? 3 * (index - 20) : 0 } },
    comparison: null,
  })),
  { buckets: days },
);

/** Satisfaction and complaints by quarter, as article 001 gives them. */
const quarterOf = [4.2, 4.5, 4.7, 4.8].map((score, index) => ({
  score,
  complaints: [150, 120, 100, 90][index] ?? 0,
  from: Date.UTC(2025, 3 * index, 1),
}));

const quarters = result(
  [metric('score', 'score', 'up'), metric('complaints', 'count', 'down')],
  quarterOf.map(({ score, complaints, from }) => ({
    group: [],
    others: false,
    bucket: new Date(from).toISOString().slice(0, 10),
    values: { score: estimate(score, 200), complaints: estimate(complaints) },
    comparison: null,
  })),
  {
    buckets: quarterOf.map(({ from }, index) => ({
      key: new Date(from).toISOString().slice(0, 10),
      from: new Date(from).toISOString(),
      until: new Date(Date.UTC(2025, 3 * (index + 1), 1)).toISOString(),
      complete: true,
    })),
  },
);

export const chartExamples: readonly ChartExample[] = [
  { name: 'line-groups-events', chart: 'line', result: byCategory, events: launches, widthPx: 1100 },
  { name: 'line-groups-narrow', chart: 'line', result: byCategory, events: launches, widthPx: 340 },
  { name: 'line-gap-band-running', chart: 'line', result: withGap },
  { name: 'line-durations', chart: 'line', result: durations, widthPx: 700 },
  { name: 'line-one-day', chart: 'line', result: oneDay },
  { name: 'line-nothing', chart: 'line', result: nothing },
  { name: 'bar-channels', chart: 'bar', result: channels },
  { name: 'dot-teams', chart: 'dot', result: teams },
  { name: 'heat-table-hours', chart: 'heat-table', result: hours, widthPx: 1100 },
  { name: 'heat-table-narrow', chart: 'heat-table', result: hours, widthPx: 340 },
  { name: 'line-goal-pending', chart: 'line', result: young, goals: { csat: 80 }, widthPx: 700 },
  {
    name: 'line-goal-narrow',
    chart: 'line',
    result: durations,
    events: launches,
    goals: { first_response_median: 9 * hourMs },
    widthPx: 340,
  },
  { name: 'stacked-bar-stays', chart: 'stacked-bar', result: stays, widthPx: 700 },
  { name: 'slope-csat', chart: 'slope', result: beforeAndAfter, widthPx: 520 },
  { name: 'small-multiples-categories', chart: 'small-multiples', result: byCategory, widthPx: 700 },
  { name: 'scatter-quarters', chart: 'scatter', result: quarters, widthPx: 520 },
  { name: 'number-course', chart: 'number', result: single, widthPx: 220 },
];
