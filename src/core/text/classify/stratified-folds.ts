import { cannotAnswer } from '../../stats/column.ts';
import { seededRandom } from '../../stats/random.ts';
import { labelClasses } from './label-classes.ts';

/**
 * The fold of each text: those of a class are dealt out in an order by chance, so that every fold has about the same share of each class.
 * A class with fewer texts than folds is missing from some.
 * @throws UserError for fewer than two folds or more than texts, and for fewer than two classes
 */
export function stratifiedFolds(labels: readonly string[], folds: number, seed: number): Int32Array {
  if (!Number.isInteger(folds) || folds < 2) throw cannotAnswer(`${folds} folds; give a whole number from 2 on`);
  if (labels.length < folds) throw cannotAnswer(`${labels.length} texts for ${folds} folds; this needs at least one text a fold`);
  const { classes, numbers } = labelClasses(labels, labels.length);
  const random = seededRandom(seed);
  const byClass = classes.map(() => [] as number[]);
  for (const [row, number] of numbers.entries()) byClass[number]?.push(row);
  const dealt = new Int32Array(labels.length);
  let next = 0;
  for (const rows of byClass) {
    for (let i = rows.length - 1; i >= 0; i--) {
      const j = random.below(i + 1);
      dealt[rows[j] ?? 0] = next++ % folds;
      rows[j] = rows[i] ?? 0;
    }
  }
  return dealt;
}
