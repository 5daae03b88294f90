import { type Column, cannotAnswer, checkColumn, checkSameLength } from '../column.ts';
import { logBeta } from '../distributions.ts';
import type { Progress } from '../progress.ts';
import { checkPrediction, checkSteps } from './check-prediction.ts';
import { fitPositive, type PositiveFit } from './fit-positive.ts';

/** At each occasion an active customer buys with a beta(`alpha`, `beta`) chance and before it leaves with a beta(`gamma`, `delta`) chance. */
export interface BgBb {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly delta: number;
}

/** One customer over occasions that come round, as yearly renewals of a gift. Whole numbers. */
export interface OccasionHistory {
  /** Occasions with a purchase, after the first. */
  readonly purchases: number;
  /** The last occasion with a purchase; 0 without one. */
  readonly lastOccasion: number;
  readonly occasions: number;
}

/** Such customers, one element each. */
export interface OccasionHistories {
  readonly purchases: Column;
  readonly lastOccasion: Column;
  readonly occasions: Column;
  /** How many customers each element stands for; 1 where left out. */
  readonly customers?: Column;
}

const names = ['alpha', 'beta', 'gamma', 'delta'] as const;

/**
 * Fits the beta-geometric/beta-binomial model of purchases at discrete occasions.
 * Fader, Hardie and Shang 2010, Customer-base analysis in a discrete-time noncontractual setting, Marketing Science 29.
 * @throws UserError for histories that cannot be, and where the data do not tell the parameters
 */
export function fitBgBb(histories: OccasionHistories, progress?: Progress): PositiveFit<keyof BgBb> {
  const rows = collapse(histories);
  return fitPositive({
    model: 'BG/BB',
    names,
    intervals: 'profile',
    start: [1, 1, 0.5, 2],
    logLikelihood: ([alpha = 1, beta = 1, gamma = 1, delta = 1]) => {
      let sum = 0;
      for (const { history, customers } of rows) sum += customers * bgBbLogLikelihood({ alpha, beta, gamma, delta }, history);
      return sum;
    },
    n: rows.reduce((sum, { customers }) => sum + customers, 0),
    progress,
  });
}

interface Row {
  readonly history: OccasionHistory;
  customers: number;
}

function collapse({ purchases, lastOccasion, occasions, customers }: OccasionHistories): Row[] {
  const columns = { purchases, lastOccasion, occasions, ...(customers === undefined ? {} : { customers }) };
  for (const [name, column] of Object.entries(columns)) {
    checkColumn(column, name, 1);
    checkSameLength(purchases, column, ['purchases', name]);
  }
  const rows = new Map<string, Row>();
  for (let i = 0; i < purchases.length; i++) {
    const history = { purchases: purchases[i] ?? 0, lastOccasion: lastOccasion[i] ?? 0, occasions: occasions[i] ?? 0 };
    const weight = customers?.[i] ?? 1;
    checkHistory(history, weight, i);
    const key = `${history.purchases} ${history.lastOccasion} ${history.occasions}`;
    const row = rows.get(key) ?? { history, customers: 0 };
    row.customers += weight;
    rows.set(key, row);
  }
  const found = [...rows.values()].filter((row) => row.customers > 0);
  if (!found.some(({ history }) => history.purchases > 0)) throw cannotAnswer('no customer came back, so nothing can be said of purchases');
  return found;
}

function checkHistory({ purchases, lastOccasion, occasions }: OccasionHistory, weight: number, position: number): void {
  const isWhole = [purchases, lastOccasion, occasions].every((each) => Number.isInteger(each) && each >= 0);
  const isPossible = purchases <= lastOccasion && lastOccasion <= occasions && purchases > 0 === lastOccasion > 0;
  if (!isWhole || !isPossible || weight < 0) {
    throw cannotAnswer(
      `position ${position} has ${purchases} purchases, the last at occasion ${lastOccasion} of ${occasions}; give whole numbers with purchases ≤ last ≤ occasions, and customers from 0`,
    );
  }
}

/** Natural logarithm of the chance of one customer's history, the order of purchases given. */
export function bgBbLogLikelihood({ alpha, beta, gamma, delta }: BgBb, { purchases, lastOccasion, occasions }: OccasionHistory): number {
  checkSteps(occasions, 'occasions');
  checkSteps(lastOccasion, 'the last occasion');
  const base = logBeta(alpha, beta) + logBeta(gamma, delta);
  let chance = Math.exp(logBeta(alpha + purchases, beta + occasions - purchases) + logBeta(gamma, delta + occasions) - base);
  for (let last = lastOccasion; last < occasions; last++) {
    chance += Math.exp(logBeta(alpha + purchases, beta + last - purchases) + logBeta(gamma + 1, delta + last) - base);
  }
  return Math.log(chance);
}

/** The chance that the customer is active at the occasion after the last observed. */
export function bgBbAlive(parameters: BgBb, history: OccasionHistory): number {
  checkOccasions(parameters, history);
  const { alpha, beta, gamma, delta } = parameters;
  const { purchases, occasions } = history;
  const stayed = logBeta(alpha + purchases, beta + occasions - purchases) + logBeta(gamma, delta + occasions + 1);
  return Math.exp(stayed - logBeta(alpha, beta) - logBeta(gamma, delta) - bgBbLogLikelihood(parameters, history));
}

/** Purchases expected over the next `count` occasions of a customer with this history. */
export function bgBbExpected(parameters: BgBb, history: OccasionHistory, count: number): number {
  checkOccasions(parameters, history, count);
  const { alpha, beta, gamma, delta } = parameters;
  const { purchases, occasions } = history;
  const base = logBeta(alpha, beta) + logBeta(gamma, delta) + bgBbLogLikelihood(parameters, history);
  const buys = logBeta(alpha + purchases + 1, beta + occasions - purchases) - base;
  let sum = 0;
  for (let i = 1; i <= count; i++) sum += Math.exp(buys + logBeta(gamma, delta + occasions + i));
  return sum;
}

function checkOccasions(parameters: BgBb, history: OccasionHistory, count = 0): void {
  checkPrediction({ ...parameters });
  checkSteps(count, 'the count of occasions ahead');
  checkHistory(history, 1, 0);
}
