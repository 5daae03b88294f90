import { cannotAnswer } from '../column.ts';
import { checkLoad, checkPositions, erlangB } from './erlang-b.ts';

/** Calls of an interval. Times in seconds. */
export interface Traffic {
  readonly calls: number;
  readonly intervalSeconds: number;
  readonly handleSeconds: number;
}

/** How a queue does in which everybody waits as long as it takes. */
export interface QueueState {
  readonly positions: number;
  /** Calls × handle time ÷ interval. */
  readonly erlangs: number;
  /** Share of calls that wait at all. */
  readonly waitingShare: number;
  /** Mean wait over all calls. */
  readonly meanWaitSeconds: number;
  /** Share of calls answered within the target. */
  readonly serviceLevel: number;
  /** Busy time ÷ time of the positions. */
  readonly occupancy: number;
}

/** The load in erlangs. @throws UserError for a negative count or a time that is not above 0 */
export function erlangsOf({ calls, intervalSeconds, handleSeconds }: Traffic): number {
  if (!(calls >= 0) || !(intervalSeconds > 0) || !(handleSeconds > 0)) {
    throw cannotAnswer('calls are 0 or more, the interval and the handle time above 0 seconds');
  }
  const load = (calls * handleSeconds) / intervalSeconds;
  checkLoad(load);
  return load;
}

/**
 * How many wait and how long with `positions` people at work: Erlang C (M/M/n). It assumes that nobody gives up; with many who do, see `erlangA`.
 * With no more positions than erlangs the queue grows without end: everybody waits, for ever.
 * @throws UserError for numbers that cannot be
 */
export function erlangC(traffic: Traffic, positions: number, targetSeconds: number): QueueState {
  const erlangs = erlangsOf(traffic);
  checkPositions(positions);
  if (!(targetSeconds >= 0)) throw cannotAnswer(`the target is 0 seconds or more, not ${targetSeconds}`);
  if (erlangs === 0) return { positions, erlangs, waitingShare: 0, meanWaitSeconds: 0, serviceLevel: 1, occupancy: 0 };
  if (positions <= erlangs) {
    return { positions, erlangs, waitingShare: 1, meanWaitSeconds: Number.POSITIVE_INFINITY, serviceLevel: 0, occupancy: 1 };
  }
  const blocked = erlangB(erlangs, positions);
  const waitingShare = blocked / (1 - (erlangs / positions) * (1 - blocked));
  const spare = positions - erlangs;
  return {
    positions,
    erlangs,
    waitingShare,
    meanWaitSeconds: (waitingShare * traffic.handleSeconds) / spare,
    serviceLevel: 1 - waitingShare * Math.exp((-spare * targetSeconds) / traffic.handleSeconds),
    occupancy: erlangs / positions,
  };
}
