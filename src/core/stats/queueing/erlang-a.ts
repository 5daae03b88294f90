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
 * @throws UserError for numbers that cannot be, for queues of more than 100,000 and targets that would take minutes to work out
 */
export function erlangA(traffic: Traffic, positions: number, targetSeconds: number, patienceSeconds: number): ImpatientQueueState {
  const erlangs = erlangsOf(traffic);
  checkPositions(positions);
  if (!(patienceSeconds > 0 && Number.isFinite(patienceSeconds)) || !(targetSeconds >= 0 && Number.isFinite(targetSeconds)))
    throw cannotAnswer('patience is above 0 seconds and the target 0 or more');
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

/** Callers in a queue that is worked out one by one. */
const mostWaiting = 100_000;
/** Waiting callers × steps up to the target. */
const mostWork = 1e9;

function queueTooLong(): Error {
  return cannotAnswer(`more than ${mostWaiting} callers would wait; put more people to work or take a shorter patience`);
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
  if (!(peak <= mostWaiting)) throw queueTooLong();
  const behind = termsFrom(ratio, peak);
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

/** 1 and the terms after it, each by its ratio to the one before, as long as they count. */
function termsFrom(ratio: (waiting: number) => number, peak: number): number[] {
  const terms = [1];
  for (let term = ratio(peak + 1), waiting = peak + 1; term > 1e-18; waiting++, term *= ratio(waiting)) {
    if (terms.length > mostWaiting) throw queueTooLong();
    terms.push(term);
  }
  return terms;
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
  checkWork(steps * longest, targetSeconds);
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

function checkWork(work: number, targetSeconds: number): void {
  if (!(work <= mostWork)) throw cannotAnswer(`a target of ${targetSeconds} seconds is too long for so many calls; take a shorter one`);
}

/** In logarithms, as e to the power of −mean is 0 to the machine from a mean of 746 on. */
function poissonChance(count: number, mean: number): number {
  if (mean === 0) return count === 0 ? 1 : 0;
  return Math.exp(count * Math.log(mean) - mean - logGamma(count + 1));
}
