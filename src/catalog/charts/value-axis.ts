import { isDuration } from '../../core/model/duration-unit.ts';
import type { ResolvedMetric } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { durationStepMs, formatDurationTick } from './format-duration.ts';
import { formatTick } from './format-value.ts';

/** The least and the greatest value that a chart shows. */
export interface Extent {
  readonly lowest: number;
  readonly highest: number;
}

/** A place on an axis that is named. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** From where to where an axis reaches, and its ticks. */
export interface Axis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly Tick[];
}

/** The extent of values; 0 to 0 when there are none. */
export function extent(values: readonly number[]): Extent {
  return values.length === 0 ? { lowest: 0, highest: 0 } : { lowest: Math.min(...values), highest: Math.max(0, ...values) };
}

/** The axis of values: amounts and times start at zero, rates and scores where their values are; times tick at round durations. */
export function valueAxis(metric: ResolvedMetric, shown: Extent, context: ChartContext, fromZero = startsAtZero(metric)): Axis {
  const { lowest, highest } = fromZero ? { ...shown, lowest: Math.min(0, shown.lowest) } : shown;
  const { from, until, step } = scaleOf(metric, lowest, highest);
  const count = Math.round((until - from) / step);
  const values = Array.from({ length: count + 1 }, (_, index) => exact(from + index * step));
  const label = (value: number) =>
    isDuration(metric.unit)
      ? formatDurationTick(value, until, context.locale, clockOf(metric))
      : formatTick(value, metric.unit, context.locale);
  return { domain: [from, until], ticks: values.map((at) => ({ at, label: label(at) })) };
}

interface Scale {
  readonly from: number;
  readonly until: number;
  readonly step: number;
}

function scaleOf(metric: ResolvedMetric, lowest: number, highest: number): Scale {
  const { unit } = metric;
  if (unit === 'percent') return percentScale(lowest, highest);
  if (isDuration(unit)) return rounded(lowest, highest, durationStepMs(highest - lowest, clockOf(metric)));
  const step = roundStep(spreadOf(lowest, highest) / mostSteps);
  return rounded(lowest, highest, unit === 'count' ? Math.max(1, step) : step);
}

const mostSteps = 5;

/** A tenth of the value where there is only one. */
function spreadOf(lowest: number, highest: number): number {
  const greatest = Math.max(Math.abs(lowest), Math.abs(highest));
  if (greatest < 1e-9) return 1;
  return highest - lowest > greatest * 1e-6 ? highest - lowest : greatest / 10;
}

/** Outwards to whole steps, at least one. */
function rounded(lowest: number, highest: number, step: number): Scale {
  const from = exact(Math.floor(exact(lowest / step)) * step);
  return { from, until: Math.max(exact(Math.ceil(exact(highest / step)) * step), exact(from + step)), step };
}

/** The least of 1, 2 and 5 times a power of ten that is at least this. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5].find((each) => exact(each * power) >= exact(least)) ?? 10;
  return exact(factor * power);
}

/** Without the dust of binary fractions. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}

const shareSteps = [1, 2, 5, 10, 20, 25, 50];

/** Round steps of a rate, at most five of them, within 0 to 100 where the values are. */
function percentScale(lowest: number, highest: number): Scale {
  const spread = Math.max(4, highest - lowest);
  const step = shareSteps.find((each) => spread / each <= 4) ?? 50;
  const until = Math.max(step, Math.ceil(highest / step) * step);
  return { from: Math.min(Math.floor(lowest / step) * step, until - step), until, step };
}

/** Amounts start at zero; rates and scores are estimates and do not. */
function startsAtZero(metric: ResolvedMetric): boolean {
  return metric.unit === 'count' || isDuration(metric.unit) || metric.unit === 'ratio';
}

function clockOf({ unit }: ResolvedMetric): 'business' | 'calendar' {
  return unit === 'businessMs' ? 'business' : 'calendar';
}
