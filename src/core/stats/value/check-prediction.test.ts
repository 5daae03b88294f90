import { expect, test } from 'vitest';
import { UserError } from '../../model/user-error.ts';
import * as stats from '../index.ts';

const dropout = { r: 0.25, alpha: 4, a: 0.8, b: 2.5 };
const pareto = { r: 0.5, alpha: 10, s: 0.6, beta: 11 };
const discrete = { alpha: 1.2, beta: 0.75, gamma: 0.65, delta: 2.8 };
const history = { repeats: 2, lastAt: 10, observedFor: 30 };
const occasions = { purchases: 2, lastOccasion: 4, occasions: 6 };

type Numbers = Readonly<Record<string, number>>;

/** What a fitted model says of one customer, from plain numbers. */
const predictions: readonly (readonly [name: string, numbers: Numbers, predict: (numbers: never) => unknown])[] = [
  ['bgNbdAlive', { ...dropout, ...history }, (it: typeof dropout & typeof history) => stats.bgNbdAlive(parts(it, dropout), it)],
  [
    'mbgNbdExpected',
    { ...dropout, ...history, time: 9 },
    (it: typeof dropout & typeof history & Numbers) => stats.mbgNbdExpected(parts(it, dropout), it, it.time ?? 0),
  ],
  [
    'bgNbdExpectedOfNew',
    { ...dropout, time: 9 },
    (it: typeof dropout & Numbers) => stats.bgNbdExpectedOfNew(parts(it, dropout), it.time ?? 0),
  ],
  [
    'bgNbdCountChance',
    { ...dropout, count: 2, time: 9 },
    (it: typeof dropout & Numbers) => stats.bgNbdCountChance(parts(it, dropout), it.count ?? 0, it.time ?? 0),
  ],
  [
    'paretoNbdExpected',
    { ...pareto, ...history, time: 9 },
    (it: typeof pareto & typeof history & Numbers) => stats.paretoNbdExpected(parts(it, pareto), it, it.time ?? 0),
  ],
  [
    'paretoNbdExpectedOfNew',
    { ...pareto, time: 9 },
    (it: typeof pareto & Numbers) => stats.paretoNbdExpectedOfNew(parts(it, pareto), it.time ?? 0),
  ],
  ['bgBbAlive', { ...discrete, ...occasions }, (it: typeof discrete & typeof occasions) => stats.bgBbAlive(parts(it, discrete), it)],
  [
    'bgBbExpected',
    { ...discrete, ...occasions, count: 3 },
    (it: typeof discrete & typeof occasions & Numbers) => stats.bgBbExpected(parts(it, discrete), it, it.count ?? 0),
  ],
  [
    'gammaGammaExpected',
    { p: 6, q: 4, gamma: 15, count: 2, mean: 30 },
    (it: Numbers) => stats.gammaGammaExpected({ p: it.p ?? 0, q: it.q ?? 0, gamma: it.gamma ?? 0 }, it.count ?? 0, it.mean ?? 0),
  ],
  [
    'shiftedBetaGeometricSurvival',
    { alpha: 0.7, beta: 3, renewals: 5 },
    (it: { alpha: number; beta: number; renewals: number }) =>
      stats.shiftedBetaGeometricSurvival({ alpha: it.alpha, beta: it.beta }, it.renewals),
  ],
];

function parts<P extends Numbers>(from: P, like: P): P {
  return Object.fromEntries(Object.keys(like).map((name) => [name, from[name]])) as P;
}

const cases = predictions.flatMap(([name, numbers, predict]) =>
  Object.keys(numbers).flatMap((part) =>
    [Number.NaN, Number.POSITIVE_INFINITY, -1].map((value) => ({ name, part, value, numbers, predict })),
  ),
);

test.each(cases)('$name refuses $value as $part, at once and with a sentence', ({ numbers, part, value, predict }) => {
  expect(() => predict({ ...numbers, [part]: value } as never)).toThrow(UserError);
});

test.each(predictions)('%s answers where all is as it must be', (_name, numbers, predict) => {
  expect(JSON.stringify(predict(numbers as never))).not.toContain('null');
});
