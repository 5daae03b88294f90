import type { Traffic } from './erlang-c.ts';
import { requiredPositions, type Staffing, type StaffingGoal } from './required-positions.ts';

/** What one interval of a day needs. */
export interface IntervalRequirement {
  readonly traffic: Traffic;
  readonly staffing: Staffing;
}

/**
 * People needed in each interval of a day; none where no call is expected. Each interval is taken as if it went on for ever, so that a queue left over from the one
 * before is not seen (stationary independent period by period; Green, Kolesar and Whitt 2007).
 * @param calls expected in each interval @throws UserError as `requiredPositions`
 */
export function intervalRequirements(
  calls: ArrayLike<number>,
  { intervalSeconds, handleSeconds }: Omit<Traffic, 'calls'>,
  goal: StaffingGoal,
): IntervalRequirement[] {
  return Array.from(calls, (count) => {
    const traffic = { calls: count, intervalSeconds, handleSeconds };
    return { traffic, staffing: requiredPositions(traffic, goal) };
  });
}
