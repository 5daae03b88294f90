import type { Folders } from '../../references/case.ts';

/** One line of the table of speeds: a method on data of a named size, timed by `npm run bench -- stats`. */
export interface StatsJob {
  readonly name: string;
  /** What another library takes, with its name: `statsmodels 1.34 s`. */
  readonly peer: string;
  readonly goalMs: number;
  /** Makes or reads the data, which is not timed, and gives the work that is. */
  readonly prepare: (folders: Folders) => () => unknown;
}
