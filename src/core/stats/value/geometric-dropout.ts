import type { Progress } from '../progress.ts';
import { fitPositive, type PositiveFit } from './fit-positive.ts';
import { hypergeometric } from './hypergeometric.ts';
import {
  type CollapsedHistories,
  collapseHistories,
  logRisingTable,
  type PurchaseHistories,
  type PurchaseHistory,
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
  return fitPositive({
    model: kind === 'bg' ? 'BG/NBD' : 'MBG/NBD',
    names,
    start: [1, Math.max(1e-3, meanOf(collapsed)), 1, 1],
    logLikelihood: ([r = 1, alpha = 1, a = 1, b = 1]) => logLikelihood(kind, collapsed, { r, alpha, a, b }),
    n: collapsed.n,
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
  const purchases = logRisingTable(r, repeatsAtMost);
  const stays = logRisingTable(b, repeatsAtMost);
  const chances = logRisingTable(a + b, repeatsAtMost);
  const start = r * Math.log(alpha);
  let sum = 0;
  for (let i = 0; i < customers.length; i++) {
    const x = repeats[i] ?? 0;
    const power = r + x;
    const logEnd = Math.log(alpha + (observedFor[i] ?? 0));
    const common = (purchases[x] ?? 0) + (stays[x] ?? 0) - (chances[x] ?? 0) + start - power * logEnd;
    const gone = goneOdds(kind, x, power * (logEnd - Math.log(alpha + (lastAt[i] ?? 0))), a, b);
    const stayed = kind === 'bg' ? 0 : Math.log((b + x) / (a + b + x));
    sum += (customers[i] ?? 0) * (common + gone + stayed);
  }
  return sum;
}

/** log(1 + odds of having left), where `silence` is (r + x) · log((alpha + observedFor) / (alpha + lastAt)). */
function goneOdds(kind: DropoutKind, x: number, silence: number, a: number, b: number): number {
  if (kind === 'bg' && x === 0) return 0;
  const logOdds = Math.log(a / (kind === 'bg' ? b + x - 1 : b + x)) + silence;
  return logOdds > 35 ? logOdds + Math.exp(-logOdds) : Math.log1p(Math.exp(logOdds));
}

/** The chance that a customer with this history still buys. */
export function geometricDropoutAlive(kind: DropoutKind, { r, alpha, a, b }: GeometricDropout, history: PurchaseHistory): number {
  const { repeats, lastAt, observedFor } = history;
  const silence = (r + repeats) * Math.log((alpha + observedFor) / (alpha + lastAt));
  return Math.exp(-goneOdds(kind, repeats, silence, a, b));
}

/** Purchases expected within `time` after the end of observation of a customer with this history; of a new one where all is 0. */
export function geometricDropoutExpected(kind: DropoutKind, parameters: GeometricDropout, history: PurchaseHistory, time: number): number {
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
