import { cannotAnswer } from '../../stats/column.ts';

/** Labels as numbers of their classes. */
export interface LabelClasses {
  /** Each class once, sorted by code points. */
  readonly classes: readonly string[];
  readonly numbers: Int32Array;
}

/** What is learned grows with the number of classes, and a table of classes by classes with its square. */
const mostClasses = 5000;

/** @throws UserError when there are other than `rows` labels, fewer than two classes or more than 5,000 */
export function labelClasses(labels: readonly string[], rows: number): LabelClasses {
  if (labels.length !== rows) throw cannotAnswer(`${rows} texts and ${labels.length} labels; give one label a text`);
  const classes = [...new Set(labels)].sort();
  if (classes.length < 2)
    throw cannotAnswer(
      `${classes.length === 0 ? 'there are no labels' : `all labels are "${classes[0]}"`}; to tell classes apart takes two or more`,
    );
  checkClassCount(classes.length);
  const numberOf = new Map(classes.map((name, number) => [name, number]));
  return { classes, numbers: Int32Array.from(labels, (label) => numberOf.get(label) ?? 0) };
}

/** @throws UserError for more than 5,000 classes */
export function checkClassCount(count: number): void {
  if (count > mostClasses) throw cannotAnswer(`${count} classes are too many to tell apart; give at most ${mostClasses}`);
}
