import { cannotAnswer } from '../column.ts';
import { erlangA, type ImpatientQueueState } from './erlang-a.ts';
import { erlangC, erlangsOf, type QueueState, type Traffic } from './erlang-c.ts';

/** What is asked of a queue. Shares are 0 to 1. */
export interface StaffingGoal {
  readonly serviceLevel: number;
  readonly targetSeconds: number;
  readonly mostOccupancy?: number;
  /** With a patience, the largest share that may give up. */
  readonly mostAbandoned?: number;
  /** Mean patience; without it nobody gives up (Erlang C). */
  readonly patienceSeconds?: number;
  /** Share of paid time that is no work at the phone: breaks, training, illness. */
  readonly shrinkage?: number;
}

/** The fewest people that meet a goal. */
export interface Staffing {
  /** At the phone. */
  readonly positions: number;
  /** On the rota: positions ÷ (1 − shrinkage), rounded up. */
  readonly scheduled: number;
  readonly state: QueueState | ImpatientQueueState;
}

const mostPositions = 100_000;

/**
 * The fewest positions at which the service level is reached and the other limits hold.
 * @throws UserError for shares outside 0 to 1 (the service level below 1, the shrinkage below 1) and numbers that cannot be
 */
export function requiredPositions(traffic: Traffic, goal: StaffingGoal): Staffing {
  const { serviceLevel, targetSeconds, patienceSeconds, mostOccupancy = 1, mostAbandoned = 1, shrinkage = 0 } = goal;
  if (!(serviceLevel >= 0 && serviceLevel < 1)) throw cannotAnswer(`the service level is a share from 0 to below 1, not ${serviceLevel}`);
  if (!(shrinkage >= 0 && shrinkage < 1)) throw cannotAnswer(`shrinkage is a share from 0 to below 1, not ${shrinkage}`);
  if (!(mostOccupancy > 0 && mostOccupancy <= 1)) throw cannotAnswer(`occupancy is a share above 0 and at most 1, not ${mostOccupancy}`);
  const judge = (positions: number) =>
    patienceSeconds === undefined
      ? erlangC(traffic, positions, targetSeconds)
      : erlangA(traffic, positions, targetSeconds, patienceSeconds);
  const isEnough = (state: QueueState | ImpatientQueueState) =>
    state.serviceLevel >= serviceLevel &&
    state.occupancy <= mostOccupancy &&
    (!('abandonedShare' in state) || state.abandonedShare <= mostAbandoned);
  const positions = fewest((count) => isEnough(judge(count)), erlangsOf(traffic));
  return { positions, scheduled: Math.ceil(positions / (1 - shrinkage) - 1e-9), state: judge(positions) };
}

/** With more people nothing gets worse, so that the fewest are found by doubling and halving. */
function fewest(isEnough: (positions: number) => boolean, erlangs: number): number {
  let [few, many] = [0, Math.max(1, Math.ceil(erlangs))];
  while (!isEnough(many)) {
    if (many >= mostPositions) throw cannotAnswer(`not even ${mostPositions} positions reach that; ask for less`);
    few = many;
    many = Math.min(mostPositions, Math.ceil(many * 1.25) + 1);
  }
  while (many - few > 1) {
    const middle = Math.floor((few + many) / 2);
    if (isEnough(middle)) many = middle;
    else few = middle;
  }
  return many;
}
