import type { Progress } from '../progress.ts';
import { checkPrediction } from './check-prediction.ts';
import { fitPositive, type PositiveFit } from './fit-positive.ts';
import { hypergeometric } from './hypergeometric.ts';
import {
  type CollapsedHistories,
  checkHistory,
  collapseHistories,
  logRisingTable,
  type PurchaseHistories,
  type PurchaseHistory,
  someHistories,
} from './purchase-histories.ts';

/** Purchases at a gamma(`r`, rate `alpha`) rate, and after a purchase the customer leaves with a beta(`a`, `b`) chance. */
export interface GeometricDropout {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** `bg`: customers may leave after each repeat purchase. `mbg`: after the first purchase as well. */
export type DropoutKind = 'bg' | 'mbg';

const names = ['r', 'alpha', 'a', 'b'] as const;

/** Fits either kind by maximum likelihood. @throws UserError for histories that cannot be, and where the likelihood has no maximum */
export function fitGeometricDropout(
  kind: DropoutKind,
  histories: PurchaseHistories,
  progress?: Progress,
): PositiveFit<(typeof names)[number]> {
  const collapsed = collapseHistories(histories);
  const some = someHistories(collapsed);
  const likelihoodOf =
    (of: CollapsedHistories) =>
    ([r = 1, alpha = 1, a = 1, b = 1]: Float64Array) =>
      logLikelihood(kind, of, { r, alpha, a, b });
  return fitPositive({
    model: kind === 'bg' ? 'BG/NBD' : 'MBG/NBD',
    names,
    start: [1, Math.max(1e-3, meanOf(collapsed)), 1, 1],
    logLikelihood: likelihoodOf(collapsed),
    some: some && { logLikelihood: likelihoodOf(some), n: some.n },
    n: collapsed.n,
    intervals: kind === 'bg' ? 'wald' : 'profile',
    progress,
  });
}

/** The mean time between purchases, as a first guess of the rate's scale. */
function meanOf({ observedFor, repeats, customers }: CollapsedHistories): number {
  let [time, purchases] = [0, 0];
  for (let i = 0; i < customers.length; i++) {
    time += (observedFor[i] ?? 0) * (customers[i] ?? 0);
    purchases += (repeats[i] ?? 0) * (customers[i] ?? 0);
  }
  return time / purchases;
}

function logLikelihood(kind: DropoutKind, histories: CollapsedHistories, { r, alpha, a, b }: GeometricDropout): number {
  const { repeats, lastAt, observedFor, customers, repeatsAtMost } = histories;
  const levels = levelTable(kind, repeatsAtMost, { r, alpha, a, b });
  const leavings = Float64Array.from({ length: repeatsAtMost + 1 }, (_, x) => logLeaving(kind, x, a, b));
  let sum = 0;
  for (let i = 0; i < customers.length; i++) {
    const x = repeats[i] ?? 0;
    const logEnd = Math.log(alpha + (observedFor[i] ?? 0));
    const silence = (r + x) * (logEnd - Math.log(alpha + (lastAt[i] ?? 0)));
    sum += (customers[i] ?? 0) * ((levels[x] ?? 0) - (r + x) * logEnd + logOnePlusExp((leavings[x] ?? 0) + silence));
  }
  return sum;
}

/** What of a customer's log-likelihood hangs on the number of purchases alone. */
function levelTable(kind: DropoutKind, atMost: number, { r, alpha, a, b }: GeometricDropout): Float64Array {
  const [purchases, stays, chances] = [logRisingTable(r, atMost), logRisingTable(b, atMost), logRisingTable(a + b, atMost)];
  const start = r * Math.log(alpha);
  return purchases.map((level, x) => {
    const stayed = kind === 'bg' ? 0 : Math.log((b + x) / (a + b + x));
    return level + (stays[x] ?? 0) - (chances[x] ?? 0) + start + stayed;
  });
}

/** Log odds of having left at once after the last purchase. */
function logLeaving(kind: DropoutKind, x: number, a: number, b: number): number {
  if (kind === 'bg' && x === 0) return Number.NEGATIVE_INFINITY;
  return Math.log(a / (kind === 'bg' ? b + x - 1 : b + x));
}

function logOnePlusExp(value: number): number {
  return value > 35 ? value + Math.exp(-value) : Math.log1p(Math.exp(value));
}

/** The chance that a customer with this history still buys. */
export function geometricDropoutAlive(kind: DropoutKind, parameters: GeometricDropout, history: PurchaseHistory): number {
  checkPrediction({ ...parameters });
  checkHistory(history.repeats, history.lastAt, history.observedFor);
  const { r, alpha, a, b } = parameters;
  const { repeats, lastAt, observedFor } = history;
  const silence = (r + repeats) * Math.log((alpha + observedFor) / (alpha + lastAt));
  return Math.exp(-logOnePlusExp(logLeaving(kind, repeats, a, b) + silence));
}

/** Purchases expected within `time` after the end of observation of a customer with this history; of a new one where all is 0. */
export function geometricDropoutExpected(kind: DropoutKind, parameters: GeometricDropout, history: PurchaseHistory, time: number): number {
  checkPrediction({ ...parameters }, time);
  const alive = geometricDropoutAlive(kind, parameters, history);
  return alive * expectedOfAlive(kind, parameters, history, time);
}

const besideOne = 1e-4;

/** By Euler's transformation of the published ₂F₁, which stays finite at hundreds of purchases; at a = 1, where the form is 0/0, the mean of both sides. */
function expectedOfAlive(kind: DropoutKind, parameters: GeometricDropout, history: PurchaseHistory, time: number): number {
  const { r, alpha, a, b } = parameters;
  if (Math.abs(a - 1) < besideOne / 2) {
    const beside = (shift: number) => expectedOfAlive(kind, { ...parameters, a: a + shift }, history, time);
    return (beside(besideOne) + beside(-besideOne)) / 2;
  }
  const span = alpha + history.observedFor;
  const c = a + b + history.repeats - (kind === 'bg' ? 1 : 0);
  const share = time / (span + time);
  const numerator = kind === 'bg' ? a + b - 1 - r : a + b - r;
  const left = Math.exp((a - 1) * Math.log(span / (span + time))) * hypergeometric(numerator, a - 1, c, share);
  return (c / (a - 1)) * (1 - left);
}
