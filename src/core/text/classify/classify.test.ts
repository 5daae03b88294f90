import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oddTexts } from '../../../../test/texts/odd-texts.ts';
import { plantedMessages } from '../../../../test/texts/planted-messages.ts';
import { seededRandom } from '../../stats/random.ts';
import {
  chancesOf,
  chancesOfTexts,
  classifyTexts,
  classScores,
  confusion,
  crossValidate,
  fitChances,
  fitComplementNaiveBayes,
  fitLinearSvm,
  fitLogisticClasses,
  fitTextClassifier,
  type SparseRows,
  stratifiedFolds,
  tellingRuns,
} from '../index.ts';

const words = { unit: 'word', shortest: 1, longest: 1 } as const;

function rowsOf(dense: readonly (readonly number[])[]): SparseRows {
  const columns = dense[0]?.length ?? 0;
  return {
    rows: dense.length,
    columns,
    starts: Int32Array.from({ length: dense.length + 1 }, (_, row) => row * columns),
    indices: Int32Array.from(dense.flatMap((row) => [...row.keys()])),
    values: Float64Array.from(dense.flat()),
  };
}

const some = plantedMessages(300, 7);
const texts = some.map(({ text }) => text);
const labels = some.map(({ label }) => label);

describe('classes', () => {
  it('are told by the optimum that the conditions of the margin name', () => {
    // One feature, −1 and 1: w minimises w²/2 + b²/2 + Σ max(0, 1 − y(wx + b))², so w = 4/5, b = 0.
    const model = fitLinearSvm(rowsOf([[-1], [1]]), ['a', 'b'], { tolerance: 1e-9 });
    expect([...classScores(model, rowsOf([[1]]))]).toEqual([expect.closeTo(-0.8, 6), expect.closeTo(0.8, 6)]);
  });

  it('are at that optimum for more classes than are learned side by side, equal columns or not', () => {
    const random = seededRandom(3);
    const names = Array.from({ length: 90 }, (_, row) => `class ${row % 11}`);
    const dense = names.map((_, row) => {
      const some = Array.from({ length: 14 }, (_, f) => (f === row % 11 || random.next() < 0.2 ? 1 + random.below(3) : 0));
      return [...some, some[0] ?? 0, some[3] ?? 0, some[0] ?? 0];
    });
    const model = fitLinearSvm(rowsOf(dense), names, { tolerance: 1e-10, mostSteps: 20_000 });
    const scores = classScores(model, rowsOf(dense));
    // The slope of w²/2 + Σ max(0, 1 − ys)² is nought: w = 2 Σ max(0, 1 − ys) y x, of each feature and of the constant.
    for (const [c, name] of model.classes.entries()) {
      const pulls = names.map((each, row) => {
        const sign = each === name ? 1 : -1;
        return 2 * Math.max(0, 1 - sign * (scores[row * 11 + c] ?? 0)) * sign;
      });
      for (let f = 0; f <= 17; f++)
        expect(model.weights[f * 11 + c]).toBeCloseTo(
          pulls.reduce((sum, pull, row) => sum + pull * (dense[row]?.[f] ?? 1), 0),
          4,
        );
    }
  });

  it('are as likely as the slope of the logistic loss says', () => {
    // w minimises w²/2 + 2 ln(1 + e^−w): w = 2 / (1 + e^w), so w = 0.6792.
    const model = fitLogisticClasses(rowsOf([[-1], [1]]), ['a', 'b'], { tolerance: 1e-7 });
    const [, chance = 0] = chancesOf(classScores(model, rowsOf([[1]])), 2);
    const weight = Math.log(chance / (1 - chance));
    expect(weight).toBeCloseTo(2 / (1 + Math.exp(weight)), 5);
    const three = fitLogisticClasses(
      rowsOf([
        [1, 0],
        [0, 1],
        [1, 1],
      ]),
      ['a', 'b', 'c'],
      { tolerance: 1e-7 },
    );
    const chances = chancesOf(
      classScores(
        three,
        rowsOf([
          [1, 0],
          [0, 1],
          [1, 1],
        ]),
      ),
      3,
    );
    // At the optimum a weight is the sum of what is missing to 1 on its side: Σ x (1[y] − p).
    for (let c = 0; c < 3; c++) {
      const missing = [0, 2].reduce((sum, row) => sum + (row === c ? 1 : 0) - (chances[row * 3 + c] ?? 0), 0);
      expect(three.weights[c]).toBeCloseTo(missing, 4);
    }
  });

  it('weigh words by the texts of the others, as ComplementNB does', () => {
    // Weights −log((count of others + 1) / (words of others + features)).
    const model = fitComplementNaiveBayes(
      rowsOf([
        [2, 1],
        [0, 3],
      ]),
      ['a', 'b'],
    );
    expect([...model.weights.slice(0, 4)].map((weight) => weight.toFixed(5))).toEqual(
      [-Math.log(1 / 5), -Math.log(3 / 5), -Math.log(4 / 5), -Math.log(2 / 5)].map((weight) => weight.toFixed(5)),
    );
    expect(() => fitComplementNaiveBayes(rowsOf([[-1], [1]]), ['a', 'b'])).toThrow('from 0 on');
  });

  it.each(['svm', 'logistic', 'naive bayes'] as const)('are recovered by %s from words that were planted', (method) => {
    const learned = fitTextClassifier(texts, labels, { method, features: words });
    const fresh = plantedMessages(200, 8);
    const answers = classifyTexts(
      learned,
      fresh.map(({ text }) => text),
    );
    expect(
      confusion(
        fresh.map(({ label }) => label),
        answers.map(({ name }) => name),
      ).accuracy,
    ).toBeGreaterThan(0.98);
    expect(classifyTexts(learned, oddTexts).every(({ lead, known }) => Number.isFinite(lead) && known >= 0)).toBe(true);
    expect(tellingRuns(learned, 3).find(({ name }) => name === 'payment')?.runs).toHaveLength(3);
  });

  it('are validated on texts that were not learned from', () => {
    const validation = crossValidate(texts, labels, { features: words });
    expect(validation.accuracy).toBeGreaterThan(0.95);
    expect(validation.accuracyInterval.low).toBeLessThan(validation.accuracy);
    const shuffled = labels.map((_, index) => labels[(index * 7 + 11) % labels.length] ?? '');
    expect(crossValidate(texts, shuffled, { features: words }).accuracy).toBeLessThan(0.5);
    const lonely = crossValidate([...texts, 'only one of these'], [...labels, 'lonely'], { features: words, folds: 3 });
    expect(lonely.neverLearned).toEqual(['lonely']);
    expect(lonely.n).toBe(301);
  });

  it('are dealt evenly into folds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 6, maxLength: 60 }),
        fc.integer({ min: 2, max: 5 }),
        (some, folds) => {
          fc.pre(new Set(some).size > 1);
          const dealt = stratifiedFolds(some, folds, 3);
          for (const name of new Set(some)) {
            const counts = Array.from(
              { length: folds },
              (_, fold) => some.filter((each, row) => each === name && dealt[row] === fold).length,
            );
            expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  it('have chances that add up to 1 and come true', () => {
    const noisy = labels.map((label, index) => (index % 5 === 0 ? (labels[index + 1] ?? label) : label));
    const chances = chancesOfTexts(fitChances(texts, noisy, { features: words }), texts);
    const highest = texts.map((_, row) => Math.max(...chances.subarray(3 * row, 3 * row + 3)));
    expect(chances.subarray(0, 3).reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
    expect(highest.reduce((sum, chance) => sum + chance, 0) / texts.length).toBeGreaterThan(0.75);
    expect(highest.reduce((sum, chance) => sum + chance, 0) / texts.length).toBeLessThan(0.97);
    expect(() => fitChances(['a b', 'c d', 'e f'], ['x', 'x', 'y'], { features: words, folds: 2 })).toThrow('"y" has 1 texts');
  });

  it('are counted with their agreement beyond chance', () => {
    // Fleiss, Cohen and Everitt's form on a table of 20, 5, 10, 15: kappa 0.4.
    const truth = [...Array(25).fill('yes'), ...Array(25).fill('no')];
    const said = [...Array(20).fill('yes'), ...Array(5).fill('no'), ...Array(10).fill('yes'), ...Array(15).fill('no')];
    const { accuracy, macroF1, kappa, kappaPValue, majorityAccuracy } = confusion(truth, said);
    expect([accuracy, majorityAccuracy, kappa]).toEqual([0.7, 0.5, expect.closeTo(0.4, 12)]);
    expect(macroF1).toBeCloseTo((40 / 55 + 30 / 45) / 2, 12);
    expect(kappaPValue).toBeCloseTo(0.00195, 4);
  });

  it('are refused where there is nothing to tell apart', () => {
    expect(() => fitTextClassifier(['a b'], ['x'], { features: words })).toThrow('hold no words');
    expect(() => fitTextClassifier(['one', 'two'], ['x', 'x'])).toThrow('all labels are "x"');
    expect(() => fitTextClassifier(['one'], ['x', 'y'])).toThrow('1 texts and 2 labels');
    expect(() => fitTextClassifier(['one', 'two'], ['x', 'y'], { fit: { cost: 0 } })).toThrow('a cost of 0');
    expect(() => crossValidate(['one', 'two'], ['x', 'y'], { folds: 5 })).toThrow('2 texts for 5 folds');
    expect(() => crossValidate(['one', 'two'], ['x', 'y'], { folds: 2 })).toThrow('all labels are');
    expect(() => confusion([], [])).toThrow('no texts');
  });
});
