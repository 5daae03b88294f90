import type { HomeKeeper } from '../../src/engine/findings/home-keeper.ts';

/** What a check found: null where it is as it must be, and what was said. */
export interface Verdict {
  readonly wrong: string | null;
  readonly said: readonly string[];
}

/** Something that is true of the sample company, from a number of tickets on. */
export interface TruthCheck {
  /** Number of the truth; a decoy's has a d. */
  readonly id: string;
  readonly name: string;
  readonly leastTickets: number;
  readonly check: (keeper: HomeKeeper) => Promise<Verdict>;
}
