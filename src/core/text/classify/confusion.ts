import type { Interval } from '../../model/estimate.ts';
import { cannotAnswer } from '../../stats/column.ts';
import { normalAbove } from '../../stats/distributions.ts';
import { wilsonInterval } from '../../stats/wilson-interval.ts';
import { checkClassCount } from './label-classes.ts';

/** How one class was told. A share without anything to be a share of is null. */
export interface ClassScore {
  readonly name: string;
  /** Texts of the class. */
  readonly n: number;
  /** Texts that were said to be of it. */
  readonly said: number;
  readonly right: number;
  /** right / said. */
  readonly precision: number | null;
  /** right / n, with Wilson's interval of 95 %. */
  readonly recall: number | null;
  readonly recallInterval: Interval | null;
  /** 2 · right / (n + said). */
  readonly f1: number | null;
}

/** How answers of a classifier agree with the truth. */
export interface Confusion {
  readonly n: number;
  readonly classes: readonly string[];
  /** Texts by true class and, within it, by the class said; in the order of `classes`. */
  readonly counts: readonly (readonly number[])[];
  /** Share of right answers, with Wilson's interval of 95 %, that holds for texts like these. */
  readonly accuracy: number;
  readonly accuracyInterval: Interval;
  /** Share that always saying the most frequent class would get right. */
  readonly majorityAccuracy: number;
  /** Cohen's: agreement beyond that of answers that do not depend on the text; null when all is of one class. */
  readonly kappa: number | null;
  /** Of such answers agreeing as well, one-sided; 1 where there is no kappa. Fleiss, Cohen and Everitt 1969, by the normal distribution. */
  readonly kappaPValue: number;
  /** Mean F1 over classes that occur or were said, each of equal weight. */
  readonly macroF1: number;
  readonly byClass: readonly ClassScore[];
}

/**
 * Compares the classes said with the true ones.
 * @param inflation of the variance that the p-value of kappa goes by: 1 for answers that do not hang together
 * @throws UserError for no texts, and for lists of different lengths, and for more than 5,000 classes
 */
export function confusion(truths: readonly string[], answers: readonly string[], inflation = 1): Confusion {
  if (truths.length === 0) throw cannotAnswer('there are no texts to judge; give at least one');
  if (truths.length !== answers.length)
    throw cannotAnswer(`${truths.length} true classes and ${answers.length} answers; give one answer a text`);
  const classes = [...new Set([...truths, ...answers])].sort();
  checkClassCount(classes.length);
  const numberOf = new Map(classes.map((name, number) => [name, number]));
  const counts = classes.map(() => classes.map(() => 0));
  for (const [index, truth] of truths.entries()) {
    const row = counts[numberOf.get(truth) ?? 0];
    const column = numberOf.get(answers[index] ?? '') ?? 0;
    if (row) row[column] = (row[column] ?? 0) + 1;
  }
  const byClass = classes.map((name, number) => classScore(name, number, counts));
  const n = truths.length;
  const right = byClass.reduce((sum, each) => sum + each.right, 0);
  return {
    n,
    classes,
    counts,
    accuracy: right / n,
    accuracyInterval: wilsonInterval(right, n) ?? { low: 0, high: 1 },
    ...kappaOf(byClass, right, n, inflation),
    majorityAccuracy: byClass.reduce((most, each) => Math.max(most, each.n), 0) / n,
    macroF1: byClass.reduce((sum, { f1 }) => sum + (f1 ?? 0), 0) / classes.length,
    byClass,
  };
}

function classScore(name: string, number: number, counts: readonly (readonly number[])[]): ClassScore {
  const n = counts[number]?.reduce((sum, count) => sum + count, 0) ?? 0;
  const said = counts.reduce((sum, row) => sum + (row[number] ?? 0), 0);
  const right = counts[number]?.[number] ?? 0;
  return {
    name,
    n,
    said,
    right,
    precision: said === 0 ? null : right / said,
    recall: n === 0 ? null : right / n,
    recallInterval: wilsonInterval(right, n),
    f1: (2 * right) / (n + said),
  };
}

function kappaOf(
  byClass: readonly ClassScore[],
  right: number,
  n: number,
  inflation: number,
): { readonly kappa: number | null; readonly kappaPValue: number } {
  let [expected, spread] = [0, 0];
  for (const { n: of, said } of byClass) {
    const [row, column] = [of / n, said / n];
    expected += row * column;
    spread += row * column * (row + column);
  }
  if (expected >= 1) return { kappa: null, kappaPValue: 1 };
  const kappa = (right / n - expected) / (1 - expected);
  const error = Math.sqrt((Math.max(0, expected + expected * expected - spread) * inflation) / n) / (1 - expected);
  return { kappa, kappaPValue: error > 0 ? normalAbove(kappa / error) : 1 };
}
