import { cannotAnswer } from '../stats/column.ts';
import { checkpoint, type Progress } from '../stats/progress.ts';
import { seededRandom } from '../stats/random.ts';
import { shuffle } from '../stats/shuffle.ts';

const mostPlayers = 16;

/**
 * Shapley's values of a game: what each player adds to a coalition, on average over all orders in which the players may come. They sum to the worth of all
 * less that of none. `worth` is asked once for each of the 2ⁿ coalitions; player k is in coalition `set` where bit k is 1. Shapley 1953.
 * @throws UserError for more than 16 players, or a worth that is no finite number
 */
export function shapleyValues(players: number, worth: (set: number) => number): Float64Array {
  if (!Number.isSafeInteger(players) || players < 1 || players > mostPlayers)
    throw cannotAnswer(`exact Shapley values are for 1 to ${mostPlayers} players, not ${players}; draw orders for more`);
  const worths = Float64Array.from({ length: 2 ** players }, (_, set) => checkedWorth(worth(set), set));
  const weights = Float64Array.from({ length: players }, (_, size) => 1 / (players * choose(players - 1, size)));
  const values = new Float64Array(players);
  for (let set = 0; set < worths.length; set++) {
    const weight = weights[sizeOf(set)] ?? 0;
    for (let player = 0; player < players; player++) {
      if ((set >> player) & 1) continue;
      values[player] = (values[player] as number) + weight * ((worths[set | (1 << player)] as number) - (worths[set] as number));
    }
  }
  return values;
}

function checkedWorth(worth: number, set: number): number {
  if (!Number.isFinite(worth)) throw cannotAnswer(`coalition ${set} is worth ${worth}; give a finite number`);
  return worth;
}

function sizeOf(set: number): number {
  let [rest, size] = [set, 0];
  for (; rest !== 0; rest &= rest - 1) size++;
  return size;
}

function choose(n: number, k: number): number {
  let product = 1;
  for (let i = 0; i < k; i++) product = (product * (n - i)) / (i + 1);
  return product;
}

export interface SampledShapleyOptions {
  readonly seed: number;
  /** Orders drawn; 2,000 by default. */
  readonly orders?: number;
  readonly progress?: Progress;
}

/** Shapley's values with the error of the drawing. */
export interface SampledShapley {
  readonly values: Float64Array;
  readonly standardErrors: Float64Array;
  readonly orders: number;
}

/**
 * Shapley's values from orders drawn by chance. `worths` gives for an order of the players the worth after each has come; `none` is the worth of nobody.
 * Castro, Gómez and Tejada, Computers & Operations Research 36, 2009.
 */
export function sampledShapleyValues(
  players: number,
  worths: (order: Int32Array, into: Float64Array) => void,
  { seed, orders = 2000, progress }: SampledShapleyOptions,
  none = 0,
): SampledShapley {
  if (!Number.isSafeInteger(orders) || orders < 2) throw cannotAnswer(`at least 2 orders are drawn, not ${orders}`);
  if (!Number.isSafeInteger(players) || players < 1) throw cannotAnswer(`players are a whole number from 1 on, not ${players}`);
  const random = seededRandom(seed);
  const order = Int32Array.from({ length: players }, (_, player) => player);
  const [after, sums, squares] = [new Float64Array(players), new Float64Array(players), new Float64Array(players)];
  for (let draw = 0; draw < orders; draw++) {
    if (draw % 64 === 0) checkpoint(progress, draw / orders);
    shuffle(order, random);
    worths(order, after);
    for (let k = 0; k < players; k++) {
      const added = (after[k] as number) - (k === 0 ? none : (after[k - 1] as number));
      const player = order[k] as number;
      sums[player] = (sums[player] as number) + added;
      squares[player] = (squares[player] as number) + added * added;
    }
  }
  const values = sums.map((sum) => sum / orders);
  const standardErrors = squares.map((square, k) => Math.sqrt(Math.max(0, square / orders - (values[k] as number) ** 2) / (orders - 1)));
  return { values, standardErrors, orders };
}
