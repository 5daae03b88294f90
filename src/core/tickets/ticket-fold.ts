import type { FoldContext } from './fold-context.ts';
import type { Mark, TicketClock } from './ticket-clock.ts';
import type { TicketFacts } from './ticket-facts.ts';

/** What the events of a ticket tell of it, before anything is folded. */
export interface Coverage {
  readonly created: boolean;
  readonly messages: boolean;
  /** A public message of a person on our side. */
  readonly replies: boolean;
  readonly statuses: boolean;
  readonly solves: boolean;
  readonly assignments: boolean;
  readonly courtesies: boolean;
  /** Outcomes of targets as the source reports them. */
  readonly outcomes: boolean;
  /** A deletion, spam mark or merge was taken back. */
  readonly restored: boolean;
  /** The ids under which bots acted. */
  readonly bots: readonly string[];
}

/** A time in both clocks that is added up. Business is NaN as soon as a part of it is unknown. */
export interface Sum {
  calendarMs: number;
  businessMs: number;
}

export interface ResponseState {
  /** First message of the customer that no person has answered. */
  asked: Mark | null;
  /** `asked` is the creation, because no message of the customer is known yet. */
  implied: boolean;
  /** Start of the very first response. */
  start: Mark | null;
  /** Opened by an agent, and the customer has not asked yet. */
  opening: boolean;
  /** Last message of the customer that was no thanks. */
  lastQuestion: Mark | null;
  /** A person or bot has answered, so thanks are possible. */
  answered: boolean;
  botReplied: boolean;
  handoff: Mark | null;
  touches: number;
}

export interface StatusState {
  /** Solved or closed; a reopening that only brought thanks leaves it so. */
  done: boolean;
  /** Deleted or merged away. */
  suspended: boolean;
  /** Since when status and assignee are as they are. */
  stretch: Mark;
  cycleStart: Mark;
  touchesAtSolve: number;
  readonly requesterWait: Sum;
  readonly agentWait: Sum;
  readonly onHold: Sum;
  readonly unassigned: Sum;
}

export interface AssignmentState {
  readonly agents: string[];
  readonly teams: string[];
  lastAgent: string;
}

/** A target as it was applied. */
export interface AppliedTarget {
  readonly policyId: string;
  readonly priority: string;
  readonly targetMs: number;
  readonly clock: 'business' | 'calendar';
}

/** The clock of one SLA metric, from activation to its end. */
export interface SlaRun {
  readonly metric: string;
  /** Statuses in which its time does not count. */
  readonly pausedIn: readonly string[];
  active: boolean;
  activatedAt: number;
  /** Counting now, not paused. */
  running: boolean;
  since: Mark;
  elapsed: Sum;
  applied: AppliedTarget | null;
  dueAt: number | null;
}

/** What the fold of one ticket holds while its events are read. */
export interface TicketFold {
  readonly facts: TicketFacts;
  readonly context: FoldContext;
  readonly coverage: Coverage;
  readonly clock: TicketClock;
  readonly created: Mark;
  /** Creation is known, so times from creation are. */
  readonly complete: boolean;
  /** Messages or a reported reply are known, so an unanswered question is one. */
  readonly knowsResponses: boolean;
  /** Statuses or a reported solve are known, so an unsolved ticket is one. */
  readonly knowsResolution: boolean;
  scheduleId: string;
  readonly responses: ResponseState;
  readonly statuses: StatusState;
  readonly assigned: AssignmentState;
  /** Null when there are no policies. */
  readonly slas: readonly SlaRun[] | null;
  /** Positions of the reopenings that only brought thanks. */
  readonly courtesyReopens: ReadonlySet<number> | null;
}
