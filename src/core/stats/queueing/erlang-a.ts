import { cannotAnswer } from '../column.ts';
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

/** Shares of states, each from the one before; those below 1e-16 of the largest are left out. */
function queueLengths(erlangs: number, positions: number, leaving: number): Chain {
  let below = 0;
  let weight = 1;
  // Weights downwards from the state in which all positions are busy and nobody waits.
  for (let n = positions; n > 0 && weight > 1e-18; n--) {
    weight *= n / erlangs;
    below += weight;
    if (below > 1e250) break;
  }
  const queued = [1];
  let term = 1;
  for (let waiting = 1; waiting < 10_000_000; waiting++) {
    term *= erlangs / (positions + waiting * leaving);
    queued.push(term);
    if (term < 1e-16 && positions + waiting * leaving > erlangs) break;
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
  let [answered, within, poisson, cumulative] = [0, 0, Math.exp(-rate * targetSeconds), 0];
  for (let step = 0; step <= steps; step++) {
    within += poisson * answered;
    cumulative += poisson;
    poisson *= (rate * targetSeconds) / (step + 1);
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
