import { type Column, cannotAnswer, checkColumn } from '../column.ts';
import { meanOf, varianceOf } from '../descriptive/moments.ts';
import { studentAbove, studentQuantile } from '../distributions.ts';
import { type Alternative, checkTestOptions, pValueOf, type TestOptions } from './alternative.ts';

/** A difference of two means: first less second. */
export interface MeanDifference {
  /** Welch's allows for different spreads; Student's assumes one. */
  readonly test: 'welch' | 'student' | 'paired' | 'one-sample';
  readonly difference: number;
  /** Interval of the difference, with two ends for any alternative. */
  readonly low: number;
  readonly high: number;
  readonly t: number;
  readonly df: number;
  readonly pValue: number;
  readonly alternative: Alternative;
  /** Of the interval. */
  readonly level: number;
  readonly n: readonly [number, number];
}

/** What a test needs of a sample: size, mean and variance with divisor n − 1. */
export interface Summary {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

/** The summary of values. @throws UserError for fewer than two values or one that is not finite */
export function summaryOf(values: Column, name = 'values'): Summary {
  checkColumn(values, name, 2);
  const mean = meanOf(values);
  return { n: values.length, mean, variance: varianceOf(values, mean) };
}

/**
 * Do two groups differ in their mean, whatever their spreads? Welch 1947, degrees of freedom by Satterthwaite.
 * @throws UserError for a group of fewer than two, and where neither group varies
 */
export function welchTest(first: Summary, second: Summary, options: TestOptions = {}): MeanDifference {
  const [a, b] = [first.variance / first.n, second.variance / second.n];
  const df = (a + b) ** 2 / (a ** 2 / (first.n - 1) + b ** 2 / (second.n - 1));
  return judge('welch', first, second, { error: Math.sqrt(a + b), df, options });
}

/** Do two groups of one spread differ in their mean? Student's t with the pooled variance. @throws as Welch's */
export function studentTest(first: Summary, second: Summary, options: TestOptions = {}): MeanDifference {
  const df = first.n + second.n - 2;
  const pooled = ((first.n - 1) * first.variance + (second.n - 1) * second.variance) / df;
  return judge('student', first, second, { error: Math.sqrt(pooled * (1 / first.n + 1 / second.n)), df, options });
}

/** Do paired values differ? Student's t of the differences. @throws UserError for different lengths and fewer than two pairs */
export function pairedTest(first: Column, second: Column, options: TestOptions = {}): MeanDifference {
  if (first.length !== second.length) throw cannotAnswer(`pairs need as many first values (${first.length}) as second (${second.length})`);
  checkColumn(first, 'first', 2);
  checkColumn(second, 'second', 2);
  const differences = summaryOf(
    Float64Array.from(first, (value, index) => value - (second[index] ?? 0)),
    'differences',
  );
  const nothing: Summary = { n: differences.n, mean: 0, variance: 0 };
  return judge('paired', differences, nothing, {
    error: Math.sqrt(differences.variance / differences.n),
    df: differences.n - 1,
    options,
  });
}

/** Is a mean other than `against`? Student's t of one sample; the difference is mean less `against`. @throws UserError for a group of fewer than two that varies */
export function oneSampleTest(values: Column, against: number, options: TestOptions = {}): MeanDifference {
  if (!Number.isFinite(against)) throw cannotAnswer(`the mean to compare with is a finite number, not ${against}`);
  const sample = summaryOf(values);
  return judge(
    'one-sample',
    sample,
    { n: sample.n, mean: against, variance: 0 },
    {
      error: Math.sqrt(sample.variance / sample.n),
      df: sample.n - 1,
      options,
    },
  );
}

interface Judged {
  readonly error: number;
  readonly df: number;
  readonly options: TestOptions;
}

function judge(test: MeanDifference['test'], first: Summary, second: Summary, { error, df, options }: Judged): MeanDifference {
  const { alternative, level } = checkTestOptions(options);
  if (!(error > 0)) throw cannotAnswer('neither group varies, so there is no noise to judge the difference by');
  const difference = first.mean - second.mean;
  if (![difference, error, df].every(Number.isFinite))
    throw cannotAnswer('means and variances must be finite numbers, of at least two cases a group');
  const reach = studentQuantile((1 + level) / 2, df) * error;
  const t = difference / error;
  return {
    test,
    difference,
    low: difference - reach,
    high: difference + reach,
    t,
    df,
    pValue: pValueOf(t, alternative, (value) => studentAbove(value, df)),
    alternative,
    level,
    n: [first.n, second.n],
  };
}
