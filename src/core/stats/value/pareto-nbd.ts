import type { Progress } from '../progress.ts';
import { checkPrediction } from './check-prediction.ts';
import { fitPositive, type PositiveFit } from './fit-positive.ts';
import { hypergeometricOfOne } from './hypergeometric.ts';
import {
  type CollapsedHistories,
  checkHistory,
  collapseHistories,
  logRisingTable,
  type PurchaseHistories,
  type PurchaseHistory,
  someHistories,
} from './purchase-histories.ts';

/** Purchases at a gamma(`r`, rate `alpha`) rate, lifetimes exponential at a gamma(`s`, rate `beta`) rate. */
export interface ParetoNbd {
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
}

const names = ['r', 'alpha', 's', 'beta'] as const;

/**
 * Fits the Pareto/NBD model: how often customers buy while they do, and how long they stay, where no contract tells it.
 * Schmittlein, Morrison and Colombo 1987; the likelihood as in Fader and Hardie 2005, "A note on deriving the Pareto/NBD model".
 * @throws UserError for histories that cannot be, and where the data do not tell the parameters
 */
export function fitParetoNbd(histories: PurchaseHistories, progress?: Progress): PositiveFit<keyof ParetoNbd> {
  const collapsed = collapseHistories(histories);
  const span = collapsed.observedFor.reduce((most, each) => Math.max(most, each), 0) / 4;
  const some = someHistories(collapsed);
  const likelihoodOf =
    (of: CollapsedHistories) =>
    ([r = 1, alpha = 1, s = 1, beta = 1]: Float64Array) =>
      logLikelihood(of, { r, alpha, s, beta });
  return fitPositive({
    model: 'Pareto/NBD',
    names,
    start: [1, span, 1, span],
    logLikelihood: likelihoodOf(collapsed),
    some: some && { logLikelihood: likelihoodOf(some), n: some.n },
    n: collapsed.n,
    progress,
  });
}

function logLikelihood(histories: CollapsedHistories, parameters: ParetoNbd): number {
  const { r, alpha, s, beta } = parameters;
  const { repeats, lastAt, observedFor, customers, repeatsAtMost } = histories;
  const purchases = logRisingTable(r, repeatsAtMost);
  const start = r * Math.log(alpha) + s * Math.log(beta);
  let sum = 0;
  for (let i = 0; i < customers.length; i++) {
    const [x, until] = [repeats[i] ?? 0, observedFor[i] ?? 0];
    const stayed = (purchases[x] ?? 0) + start - (r + x) * Math.log(alpha + until) - s * Math.log(beta + until);
    sum += (customers[i] ?? 0) * (stayed + goneOdds(parameters, x, lastAt[i] ?? 0, until));
  }
  return sum;
}

/** log(1 + odds of having left since the last purchase). */
function goneOdds(parameters: ParetoNbd, x: number, last: number, until: number): number {
  const { r, alpha, s, beta } = parameters;
  const share = s / (r + s + x);
  const silence = (r + x) * Math.log((alpha + until) / (alpha + last)) + s * Math.log((beta + until) / (beta + last));
  const now = share * tail(parameters, x, until);
  const then = share * tail(parameters, x, last);
  if (silence < 35) return Math.log1p(Math.max(0, Math.exp(silence) * then - now));
  return silence + Math.log(then + (1 - now) * Math.exp(-silence));
}

/** The paper's ₂F₁ by Euler's transformation, without the powers that overflow: from 1 to a few, at any number of purchases. */
function tail({ r, alpha, s, beta }: ParetoNbd, x: number, time: number): number {
  const c = r + s + x + 1;
  return alpha >= beta
    ? hypergeometricOfOne(r + x, c, (alpha - beta) / (alpha + time))
    : ((alpha + time) / (beta + time)) * hypergeometricOfOne(s + 1, c, (beta - alpha) / (beta + time));
}

/** The chance that a customer with this history still buys. */
export function paretoNbdAlive(parameters: ParetoNbd, history: PurchaseHistory): number {
  checkPrediction({ ...parameters });
  checkHistory(history.repeats, history.lastAt, history.observedFor);
  const { repeats, lastAt, observedFor } = history;
  return Math.exp(-goneOdds(parameters, repeats, lastAt, observedFor));
}

/** Purchases expected within `time` after the end of observation. */
export function paretoNbdExpected(parameters: ParetoNbd, history: PurchaseHistory, time: number): number {
  checkPrediction({ ...parameters }, time);
  const { r, alpha, s, beta } = parameters;
  const { repeats, observedFor } = history;
  const rate = (r + repeats) / (alpha + observedFor);
  return rate * expectedLife(s, beta + observedFor, time) * paretoNbdAlive(parameters, history);
}

/** Repeat purchases expected of a new customer within `time` after the first purchase. */
export function paretoNbdExpectedOfNew(parameters: ParetoNbd, time: number): number {
  checkPrediction({ ...parameters }, time);
  const { r, alpha, s, beta } = parameters;
  return (r / alpha) * expectedLife(s, beta, time);
}

/** Time expected alive within `time`, of a customer alive at its start. */
function expectedLife(s: number, beta: number, time: number): number {
  const log = Math.log1p(time / beta);
  return beta * (s === 1 ? log : -Math.expm1((1 - s) * log) / (s - 1));
}
