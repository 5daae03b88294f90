import { quantileOfSorted, sorted } from '../stats/descriptive/quantile.ts';
import { medianInterval } from '../stats/median-interval.ts';
import { isDuration } from './duration-unit.ts';
import type { Estimate } from './estimate.ts';
import { evaluateFormula, type Formula, formulaInputs, parseFormula } from './formula.ts';
import type { AggregateMetric, ComposedMetric, Unit } from './metric.ts';

/** One number that a calculator asks for. */
export interface CalculatorInput {
  readonly name: string;
  /** What is typed: an amount, or a duration, which is counted in ms. */
  readonly kind: 'amount' | 'duration';
  /** Without it there is a value, but no interval. */
  readonly optional: boolean;
}

/** What a calculator gives. `impossible`: the numbers do not go together, such as a part that is larger than the whole. */
export interface Calculated extends Estimate {
  readonly impossible: boolean;
}

/** A name for the figure of all groups together, where a metric is a share of it. */
export const allGroups = 'all_groups';

/** The numbers that the formula of a metric takes, in order of appearance, and those that only its interval needs. `unitOf` tells the unit of a part. */
export function calculatorInputs(
  metric: AggregateMetric | ComposedMetric,
  unitOf: (part: string) => Unit | undefined,
): readonly CalculatorInput[] {
  const required = [...new Set([...formulaInputs(metric.value), ...formulaInputs(countOf(metric))])];
  const declared = metric.kind === 'aggregate' && metric.interval ? Object.keys(metric.inputs) : [];
  const optional = declared.filter((name) => !required.includes(name));
  const share = metric.kind === 'aggregate' && metric.share ? [allGroups] : [];
  return [...required, ...share, ...optional].map((name) => ({
    name,
    kind: isDurationInput(metric, name, unitOf) ? 'duration' : 'amount',
    optional: optional.includes(name),
  }));
}

/** Evaluates the formula of a metric as its tiles do. An input that is missing gives no value, never 0. */
export function calculate(metric: AggregateMetric | ComposedMetric, inputs: Readonly<Record<string, number | null>>): Calculated {
  const own = evaluateFormula(metric.value, inputs);
  const n = evaluateFormula(countOf(metric), inputs);
  const value = metric.kind === 'aggregate' && metric.share ? shareOf(own, inputs[allGroups] ?? null) : own;
  const given = Object.fromEntries(Object.entries(inputs).flatMap(([name, input]) => (input === null ? [] : [[name, input] as const])));
  const needed = metric.kind === 'aggregate' ? Object.keys(metric.inputs) : [];
  const complete = needed.every((name) => name in given);
  const interval = value === null || !complete ? null : (metric.interval?.(given) ?? null);
  const impossible = value !== null && isBeyond(metric, value, interval !== null || !complete);
  return { value, low: interval?.low ?? null, high: interval?.high ?? null, n: Math.round(n ?? 0), impossible };
}

/** Median with its 95 % interval, 90th percentile (R type 7), mean and n of values. */
export function calculateDistribution(values: readonly number[]): { median: Estimate; p90: Estimate; mean: Estimate } {
  const ascending = sorted(values);
  const n = values.length;
  const plain = (value: number): Estimate => ({ value: n === 0 ? null : value, low: null, high: null, n });
  const interval = medianInterval([...ascending]);
  return {
    median: { ...plain(quantileOfSorted(ascending, 0.5)), low: interval?.low ?? null, high: interval?.high ?? null },
    p90: plain(quantileOfSorted(ascending, 0.9)),
    mean: plain(values.reduce((sum, value) => sum + value, 0) / n),
  };
}

function countOf(metric: AggregateMetric | ComposedMetric): Formula {
  return parseFormula(metric.n);
}

function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : (100 * part) / whole;
}

/** A part of a metric says its unit. An input of a duration is one where twice the input is twice the duration. */
function isDurationInput(metric: AggregateMetric | ComposedMetric, name: string, unitOf: (part: string) => Unit | undefined): boolean {
  if (metric.kind === 'composed') return isDuration(unitOf(name));
  if (!isDuration(metric.unit)) return false;
  const inputs = Object.fromEntries(formulaInputs(metric.value).map((each, index) => [each, index + 2]));
  const [once, twice] = [1, 2].map((times) => evaluateFormula(metric.value, { ...inputs, [name]: times * (inputs[name] ?? 1) }));
  return typeof once === 'number' && typeof twice === 'number' && Math.abs(twice - 2 * once) < 1e-9;
}

/** A share with an interval lies between 0 and 100, and a net score between −100 and 100: beyond that the interval is none. */
function isBeyond(metric: AggregateMetric | ComposedMetric, value: number, hasInterval: boolean): boolean {
  if (metric.kind !== 'aggregate') return false;
  if (metric.share) return value > 100;
  if (metric.interval === undefined) return false;
  if (metric.unit === 'points') return Math.abs(value) > 100 || !hasInterval;
  return metric.unit === 'percent' && (value > 100 || !hasInterval);
}
