import { cannotAnswer } from '../column.ts';

/**
 * Share of calls that find all positions busy where nobody waits (Erlang 1917), by the recursion B(n) = aB(n−1) ÷ (n + aB(n−1)), which is stable for
 * thousands of positions.
 * @param load calls × handle time ÷ time, in erlangs @param positions whole, 0 or more
 * @throws UserError for a load below 0 and for positions that are no whole number from 0 on
 */
export function erlangB(load: number, positions: number): number {
  checkLoad(load);
  checkPositions(positions);
  let blocked = 1;
  for (let n = 1; n <= positions; n++) blocked = (load * blocked) / (n + load * blocked);
  return blocked;
}

/** Refuses a load that is no number from 0 on. @throws UserError */
export function checkLoad(load: number): void {
  if (!(load >= 0) || load === Number.POSITIVE_INFINITY) throw cannotAnswer(`the load is a number of erlangs from 0 on, not ${load}`);
}

/** Refuses positions that are no whole number from 0 on. @throws UserError */
export function checkPositions(positions: number): void {
  if (!Number.isSafeInteger(positions) || positions < 0 || positions > 1_000_000) {
    throw cannotAnswer(`positions are a whole number from 0 to 1,000,000, not ${positions}`);
  }
}
