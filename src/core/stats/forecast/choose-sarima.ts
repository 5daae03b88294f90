import { UserError } from '../../model/user-error.ts';
import { cannotAnswer } from '../column.ts';
import { checkpoint, type Progress } from '../progress.ts';
import { areRootsBeyond, differenced, differencing, type SarimaOrder } from './arma-polynomials.ts';
import { fitSarima, type SarimaFit } from './fit-sarima.ts';
import { minimiseFreely } from './minimise-in-box.ts';
import { roughSquares } from './rough-squares.ts';
import { stl } from './stl.ts';
import { checkPeriod, type TimeSeries, unbrokenValues } from './time-series.ts';
import { kpssStatistic } from './unit-root-tests.ts';

export interface ChooseSarimaOptions {
  /** Steps of a season; without one no seasonal part is tried. */
  readonly period?: number;
  readonly progress?: Progress;
}

type Order = Required<SarimaOrder> & { readonly constant: boolean };

/**
 * Orders by Hyndman and Khandakar 2008: seasonal differences where the season explains more than 0.64 of what is not trend (Wang, Smith and Hyndman
 * 2006), differences until KPSS finds no wandering at 5 %, then the terms step by step to the smallest AICc. The steps compare sums of squares that start
 * from zeros, which is quick; the best are then fitted by exact likelihood until one ends away from the unit circle.
 * @throws UserError for a gap, too few values and a series that does not vary
 */
export function chooseSarima(series: TimeSeries, { period = 1, progress }: ChooseSarimaOptions = {}): SarimaFit {
  const values = unbrokenValues(series, 8);
  if (period > 1) checkPeriod(period, values.length);
  const { d, D } = differencesOf(values, period);
  const rest = differenced(values, differencing(d, D, period));
  if (rest.every((value) => value === rest[0])) throw cannotAnswer('the series does not vary after differencing; nothing is left to model');
  const scores = searchOrders(rest, { d, D, period }, progress);
  const best = [...scores.values()].filter(({ aicc }) => Number.isFinite(aicc)).sort((a, b) => a.aicc - b.aicc);
  const tried = best.slice(0, mostTried).map(({ order }) => order);
  const fit = bestFit(values, tried);
  if (!fit) throw cannotAnswer('no model of autoregression and moving average can follow this series');
  return fit;
}

/** A likelihood that takes more steps of the search has a ridge and no peak. */
const fewIterations = 40;

/** Orders that are fitted exactly at most until one holds. */
const mostTried = 12;

/**
 * The first fit that came to an end away from the unit circle, where terms cancel each other or hide a difference; the first of all where none did. Terms that
 * came too near to it once are not tried with more terms beside them.
 */
function bestFit(values: Float64Array, orders: readonly Order[]): SarimaFit | null {
  let first: SarimaFit | null = null;
  const refused: Pick<Order, 'p' | 'q' | 'P' | 'Q'>[] = [];
  for (const order of orders) {
    if (refused.some(({ p, q, P, Q }) => order.p >= p && order.q >= q && order.P >= P && order.Q >= Q)) continue;
    const fit = fitOrNull(values, order);
    if (!fit) continue;
    const { ar, ma, seasonalAr, seasonalMa } = fit.coefficients;
    const [isPlainInside, isSeasonInside] = [areInside(ar, ma), areInside(seasonalAr, seasonalMa)];
    if (fit.isConverged && isPlainInside && isSeasonInside) return fit;
    if (!isPlainInside) refused.push({ ...order, P: 0, Q: 0 });
    if (!isSeasonInside) refused.push({ ...order, p: 0, q: 0 });
    first ??= fit;
  }
  return first;
}

/** Hyndman and Khandakar 2008: roots nearer to the unit circle than a hundredth are numerically unstable. */
const leastRoot = 1.01;

function areInside(autoregression: Float64Array, movingAverage: Float64Array): boolean {
  return (
    areRootsBeyond(autoregression, leastRoot) &&
    areRootsBeyond(
      movingAverage.map((value) => -value),
      leastRoot,
    )
  );
}

function differencesOf(values: Float64Array, period: number): { d: number; D: number } {
  const D = period > 1 && stl(values, { period, seasonalWindow: 11 }).seasonalStrength > 0.64 ? 1 : 0;
  let rest = differenced(values, differencing(0, D, period));
  let d = 0;
  while (d < 2 && rest.length > 8 && kpssStatistic(rest, Math.trunc((3 * Math.sqrt(rest.length)) / 13)) > 0.463) {
    rest = differenced(rest, differencing(1, 0, 1));
    d++;
  }
  return { d, D };
}

/** Steps of the search for each rough fit. */
const roughIterations = 15;

const mostOf = { p: 5, q: 5, P: 2, Q: 2 } as const;

/** From four starts to the neighbours of the best, until none is better. */
function searchOrders(rest: Float64Array, fixed: { d: number; D: number; period: number }, progress: Progress | undefined) {
  const scores = new Map<string, { order: Order; aicc: number }>();
  const constant = fixed.d + fixed.D <= 1;
  const seasonal = fixed.period > 1 ? 1 : 0;
  const score = (order: Order) => {
    const name = JSON.stringify(order);
    const found = scores.get(name) ?? { order, aicc: roughAicc(rest, order) };
    scores.set(name, found);
    return found;
  };
  const starts = [
    [2, 2, 1, 1],
    [0, 0, 0, 0],
    [1, 0, 1, 0],
    [0, 1, 0, 1],
  ] as const;
  let best = starts
    .map(([p, q, P, Q]) => score({ ...fixed, p, q, P: P * seasonal, Q: Q * seasonal, constant }))
    .reduce((found, each) => (each.aicc < found.aicc ? each : found));
  for (let turn = 0; turn < 50; turn++) {
    checkpoint(progress, turn / 50);
    const better = neighboursOf(best.order)
      .map(score)
      .reduce((found, each) => (each.aicc < found.aicc ? each : found), best);
    if (better === best) break;
    best = better;
  }
  return scores;
}

function neighboursOf(order: Order): Order[] {
  const steps = [
    { p: 1 },
    { p: -1 },
    { q: 1 },
    { q: -1 },
    { p: 1, q: 1 },
    { p: -1, q: -1 },
    { P: 1 },
    { P: -1 },
    { Q: 1 },
    { Q: -1 },
    { P: 1, Q: 1 },
    { P: -1, Q: -1 },
  ];
  const moved = steps.map((step) => {
    const next = { ...order };
    for (const [name, by] of Object.entries(step) as [keyof typeof mostOf, number][]) next[name] += by;
    return next;
  });
  const isIn = (next: Order) =>
    (Object.keys(mostOf) as (keyof typeof mostOf)[]).every(
      (name) => next[name] >= 0 && next[name] <= mostOf[name] && (next.period > 1 || 'pq'.includes(name)),
    );
  return [...moved.filter(isIn), ...(order.d + order.D <= 1 ? [{ ...order, constant: !order.constant }] : [])];
}

function roughAicc(rest: Float64Array, order: Order): number {
  const { p, q, P, Q, period } = order;
  const count = p + q + P + Q + (order.constant ? 1 : 0);
  const n = rest.length;
  if (n <= count + 3 || n <= p + P * period || n <= q + Q * period) return Number.POSITIVE_INFINITY;
  const { start, squaresAt, coefficientsAt } = roughSquares(rest, order, order.constant);
  const found = count === 0 ? start : minimiseFreely((free) => 0.5 * Math.log(squaresAt(free)), start, roughIterations).at;
  const { ar, ma, seasonalAr, seasonalMa } = coefficientsAt(found);
  if (!areInside(ar, ma) || !areInside(seasonalAr, seasonalMa)) return Number.POSITIVE_INFINITY;
  const parameters = count + 1;
  return n * Math.log(squaresAt(found) / n) + 2 * parameters + (2 * parameters * (parameters + 1)) / (n - parameters - 1);
}

function fitOrNull(values: Float64Array, { constant, ...order }: Order): SarimaFit | null {
  try {
    return fitSarima(values, order, { constant, iterations: fewIterations });
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
