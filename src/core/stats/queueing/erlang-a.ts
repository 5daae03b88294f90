import { cannotAnswer } from '../column.ts';
import { logGamma } from '../distributions.ts';
import { checkPositions } from './erlang-b.ts';
import { erlangsOf, type QueueState, type Traffic } from './erlang-c.ts';

/** How a queue does from which people hang up. */
export interface ImpatientQueueState extends QueueState {
  /** Share of calls that give up. */
  readonly abandonedShare: number;
}

/**
 * Erlang A (M/M/n + M; Palm 1957): callers give up after an exponential patience. Shares by summing the birth-and-death chain in logarithms' stead from its
 * largest term, the wait of those within the target by the chain's own transient terms (Garnett, Mandelbaum and Reiman 2002).
 * @param patienceSeconds mean time after which a caller gives up
 * @throws UserError for numbers that cannot be
 */
export function erlangA(traffic: Traffic, positions: number, targetSeconds: number, patienceSeconds: number): ImpatientQueueState {
  const erlangs = erlangsOf(traffic);
  checkPositions(positions);
  if (!(patienceSeconds > 0) || !(targetSeconds >= 0)) throw cannotAnswer('patience is above 0 seconds and the target 0 or more');
  if (positions === 0) throw cannotAnswer('with no position nobody is answered; give at least one');
  if (erlangs === 0) {
    return { positions, erlangs, waitingShare: 0, meanWaitSeconds: 0, serviceLevel: 1, occupancy: 0, abandonedShare: 0 };
  }
  const leaving = traffic.handleSeconds / patienceSeconds;
  const chain = queueLengths(erlangs, positions, leaving);
  const waitingShare = chain.queued.reduce((sum, share) => sum + share, 0);
  const meanQueue = chain.queued.reduce((sum, share, length) => sum + length * share, 0);
  const abandonedShare = (leaving * meanQueue) / erlangs;
  const arrivalsPerSecond = traffic.calls / traffic.intervalSeconds;
  return {
    positions,
    erlangs,
    waitingShare,
    meanWaitSeconds: meanQueue / arrivalsPerSecond,
    serviceLevel: answeredWithin(chain, positions, traffic.handleSeconds, patienceSeconds, targetSeconds),
    occupancy: (erlangs * (1 - abandonedShare)) / positions,
    abandonedShare,
  };
}

interface Chain {
  /** Chance that somebody who arrives is served at once. */
  readonly free: number;
  /** Chance to arrive behind 0, 1, 2 … who wait while all positions are busy. */
  readonly queued: readonly number[];
}

/**
 * Shares of states, each from its neighbour, outwards from the likeliest queue so that nothing overflows where far too few are at work; those below 1e-18 of it
 * are left out.
 */
function queueLengths(erlangs: number, positions: number, leaving: number): Chain {
  const ratio = (waiting: number) => erlangs / (positions + waiting * leaving);
  const peak = Math.max(0, Math.floor((erlangs - positions) / leaving));
  const behind: number[] = [1];
  for (let term = ratio(peak + 1), waiting = peak + 1; term > 1e-18; waiting++, term *= ratio(waiting)) behind.push(term);
  const before = new Array<number>(peak).fill(0);
  for (let term = 1 / ratio(peak), waiting = peak - 1; waiting >= 0 && term > 1e-18; term /= ratio(waiting), waiting--)
    before[waiting] = term;
  const queued = [...before, ...behind];
  let below = 0;
  let weight = queued[0] ?? 0;
  // Weights downwards from the state in which all positions are busy and nobody waits.
  for (let n = positions; n > 0 && weight > 1e-18; n--) {
    weight *= n / erlangs;
    below += weight;
    if (below > 1e250) break;
  }
  const total = below + queued.reduce((sum, share) => sum + share, 0);
  return { free: below / total, queued: queued.map((share) => share / total) };
}

/**
 * Share of all calls that are answered within the target. Somebody behind `k` others is answered after k + 1 steps, the j-th of rate nμ + jθ while the caller's
 * own patience runs at θ: a pure death chain, followed by uniformisation up to the target.
 */
function answeredWithin(chain: Chain, positions: number, handleSeconds: number, patienceSeconds: number, targetSeconds: number): number {
  const [serve, leave] = [positions / handleSeconds, 1 / patienceSeconds];
  const longest = chain.queued.length;
  const rate = serve + longest * leave;
  const steps = Math.ceil(rate * targetSeconds + 10 * Math.sqrt(rate * targetSeconds) + 30);
  let state = Float64Array.from(chain.queued);
  let [answered, within, cumulative] = [0, 0, 0];
  for (let step = 0; step <= steps; step++) {
    const poisson = poissonChance(step, rate * targetSeconds);
    within += poisson * answered;
    cumulative += poisson;
    const next = new Float64Array(longest);
    for (let ahead = 0; ahead < longest; ahead++) {
      const share = state[ahead] ?? 0;
      const moves = (serve + ahead * leave) / rate;
      const gives = leave / rate;
      if (ahead === 0) answered += share * (serve / rate);
      else next[ahead - 1] = (next[ahead - 1] ?? 0) + share * moves;
      next[ahead] = (next[ahead] ?? 0) + share * Math.max(0, 1 - (ahead === 0 ? serve / rate : moves) - gives);
    }
    state = next;
  }
  return chain.free + within + (1 - cumulative) * answered;
}

/** In logarithms, as e to the power of −mean is 0 to the machine from a mean of 746 on. */
function poissonChance(count: number, mean: number): number {
  if (mean === 0) return count === 0 ? 1 : 0;
  return Math.exp(count * Math.log(mean) - mean - logGamma(count + 1));
}
