import type { ticketRecords } from '../entities/ticket-records.ts';
import type { slaPolicies } from '../entities/working-time.ts';
import type { Row } from '../model/entity.ts';
import type { WorkingClock } from '../time/working-time.ts';
import type { FoldRules } from './fold-rules.ts';

/** A row of `sla_policies`, as far as the fold needs it. */
export type SlaPolicy = Omit<Row<typeof slaPolicies>, 'import_id' | 'received_at' | 'source' | 'name'>;

/** A row of `ticket_records`, as far as the fold needs it. */
export type TicketRecord = Omit<Row<typeof ticketRecords>, 'import_id' | 'received_at'>;

/**
 * Which schedule a span of several events is counted by: each stretch by the schedule in force in it, or the whole span by the one in force at its end
 * (Zendesk's reports do the latter).
 */
export type BusinessTime = 'per segment' | 'last schedule';

/** What a ticket is folded against. Keep `policies` one array for many tickets: it is compiled once. */
export interface FoldContext {
  /** Working time by schedule id; a schedule that never opens has none. */
  readonly clocks: ReadonlyMap<string, WorkingClock>;
  readonly defaultScheduleId: string | null;
  /** Schedule id by team id; a team without one works by the default schedule. */
  readonly teamSchedules: ReadonlyMap<string, string>;
  /** Support tier by team id; a ticket that goes to a higher one is escalated. */
  readonly teamTiers?: ReadonlyMap<string, number>;
  readonly policies: readonly SlaPolicy[];
  /** Epoch milliseconds: decides only which running targets are breached. */
  readonly now: number;
  /** The ticket as its source reports it. */
  readonly record?: TicketRecord | null;
  readonly businessTime?: BusinessTime;
  /** What the house has decided; the usual when absent. */
  readonly rules?: FoldRules;
}
