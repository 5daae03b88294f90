import type { Ask } from '../query/ask.ts';
import type { WorkspaceCalendar } from '../query/resolve-query.ts';

/** What findings are read from: one workspace as of the end of one local day. */
export interface FindingSource {
  readonly ask: Ask;
  readonly database: string;
  /** How the workspace counts, asked at the end of the day. */
  readonly calendar: WorkspaceCalendar;
  /** Days since 1970-01-01: the day that is looked at, and the first whole one with facts. */
  readonly day: number;
  readonly firstDay: number;
}
