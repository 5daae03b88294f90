import { expect, it } from 'vitest';
import { bootstrapInterval } from './bootstrap-interval.ts';
import { meanOf } from './descriptive/moments.ts';
import { quantile } from './descriptive/quantile.ts';
import { stoppingBounds } from './experiments/group-sequential.ts';
import { dickeyFullerTest, kpssStatistic } from './forecast/unit-root-tests.ts';
import { proportionInterval } from './proportion-intervals.ts';
import { ordinaryLeastSquares } from './regression/ordinary-least-squares.ts';
import { kaplanMeier } from './survival/kaplan-meier.ts';
import { compareSurvival } from './survival/log-rank.ts';
import { adjustForDiscoveries } from './tests/false-discovery.ts';

// Callers without types would else get another method than they asked for, or NaN.
it('words that no option knows and levels in per cent are refused with what is allowed', () => {
  const values = [1, 2, 4, 8, 9, 3];
  const observed = { durations: values, events: [0, 1, 0, 1, 1, 0] };
  const wrong: readonly (readonly [string, () => unknown])[] = [
    ['"errors" is one of classical, hc0', () => ordinaryLeastSquares(values, [{ name: 'a', values }], { errors: 'HC0' as never })],
    ['"definition" is one of inverse, hazen', () => quantile(values, 0.5, 'type7' as never)],
    ['"method" is one of log, log-log, plain', () => kaplanMeier(observed, 'loglog' as never)],
    ['"weights" is one of log-rank', () => compareSurvival([observed, observed], 'peto' as never)],
    ['"boundary" is one of pocock', () => stoppingBounds(3, 'obf' as never)],
    ['"method" is one of hochberg', () => adjustForDiscoveries([0.1], 'bonferroni' as never)],
    ['"around" is one of zero', () => dickeyFullerTest(values.concat(values), 'drift' as never)],
    ['-1 lags cannot be', () => kpssStatistic(values, -1)],
    ['a level of 95 is no chance', () => proportionInterval(3, 10, 'wilson', 95)],
    ['a level of 95 is no chance', () => kaplanMeier(observed, 'log', 95)],
    ['-1 samples cannot be drawn', () => bootstrapInterval(values, meanOf, { seed: 1, samples: -1 })],
    ['a drawn sample is NaN', () => bootstrapInterval(values, () => Number.NaN, { seed: 1 })],
  ];
  for (const [sentence, call] of wrong) expect(call, sentence).toThrow(sentence);
});

it('a series that does not vary does not wander', () => {
  expect(kpssStatistic(Array.from({ length: 40 }, () => 0.1))).toBe(0);
});
