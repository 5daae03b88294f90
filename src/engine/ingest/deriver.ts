import { messages } from '../../core/entities/messages.ts';
import { ticketEvents } from '../../core/entities/ticket-events.ts';
import { ticketRecords } from '../../core/entities/ticket-records.ts';
import { bind, type Sql, sql } from '../../core/sql/sql.ts';
import type { FoldRules } from '../../core/tickets/fold-rules.ts';
import { table, type Workspace } from '../store/workspace.ts';
import type { Checkpoint } from './checkpoint.ts';
import { deriveTickets } from './derive.ts';
import { type FoldContexts, foldContexts } from './fold-contexts.ts';
import { openRevisions, type Revisions } from './revision.ts';

/** A stream of rows is derived in turns with rests as long as the turns, within these bounds, so that it leaves the machine to answers. */
const shortestRestMs = 200;
const longestRestMs = 800;
const retryMs = 10_000;
const marginMs = 60_000;

/** Keeps the facts of tickets in step with what came in. Derivations run one after another. */
export interface Deriver {
  /** Derives the tickets that a SELECT of `ticket_id` names; resolves when their facts are stored. */
  derive(importId: string, touched: Sql): Promise<void>;
  /** Notes tickets whose rows have changed; they are derived together, within a second when nothing else runs. */
  touch(ticketIds: readonly string[]): void;
  /** Resolves when nothing is left to derive. */
  idle(): Promise<void>;
}

export interface DeriverOptions {
  readonly workspace: Workspace;
  readonly checkpoint: Checkpoint;
  /** What the house has decided about messages and tickets; the usual when absent. */
  readonly rules?: () => Promise<FoldRules>;
  /** The process before ended with nothing left to derive, so that nothing needs to be looked for. */
  readonly settled?: boolean;
  /** What the process before left is derived beside everything else, instead of before it. */
  readonly recoversBeside?: boolean;
  /** Called after every derivation. */
  readonly onDerived: () => void;
  readonly onError: (error: unknown) => void;
}

/** Opens the deriver, and derives what came in after the last checkpoint and was not derived when the process ended. */
export async function openDeriver(options: DeriverOptions): Promise<Deriver> {
  const deriver = new QueuedDeriver(options, await openRevisions(options.workspace));
  if (options.settled) return deriver;
  const recovered = deriver.recover();
  if (options.recoversBeside) recovered.catch(options.onError);
  else await recovered;
  return deriver;
}

/** Tickets that were touched and are not derived yet. */
interface Batch {
  readonly ticketIds: Set<string>;
  /** When the first of them was touched, in epoch milliseconds. */
  sinceMs: number;
}

class QueuedDeriver implements Deriver {
  readonly #options: DeriverOptions;
  readonly #revisions: Revisions;
  readonly #contexts: FoldContexts;
  readonly #waiting: Batch = { ticketIds: new Set(), sinceMs: Number.POSITIVE_INFINITY };
  readonly #underway = new Set<Batch>();
  #running: Promise<void> = Promise.resolve();
  #gathering: Promise<void> | null = null;
  #lastRunMs = 0;

  constructor(options: DeriverOptions, revisions: Revisions) {
    this.#options = options;
    this.#revisions = revisions;
    this.#contexts = foldContexts(options.workspace, revisions, options.rules);
  }

  derive(importId: string, touched: Sql): Promise<void> {
    const work = this.#running.then(() => this.#run(importId, touched));
    this.#running = work.catch(() => undefined);
    return work;
  }

  /** Until it has succeeded the checkpoint stays where it was. */
  async recover(): Promise<void> {
    const sinceMs = this.#options.checkpoint.read();
    const left = { ticketIds: new Set<string>(), sinceMs: sinceMs + marginMs };
    this.#underway.add(left);
    await this.derive('recovery', receivedSince(this.#options.workspace.database, sinceMs));
    this.#underway.delete(left);
  }

  touch(ticketIds: readonly string[]): void {
    if (ticketIds.length === 0) return;
    this.#wait({ ticketIds: new Set(ticketIds), sinceMs: Date.now() });
    this.#gathering ??= this.#gather();
  }

  async idle(): Promise<void> {
    while (this.#gathering) await this.#gathering;
    await this.#running;
  }

  #wait(batch: Batch): void {
    for (const id of batch.ticketIds) this.#waiting.ticketIds.add(id);
    this.#waiting.sinceMs = Math.min(this.#waiting.sinceMs, batch.sinceMs);
  }

  async #gather(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, Math.min(longestRestMs, Math.max(shortestRestMs, this.#lastRunMs))));
    await this.#running;
    this.#gathering = null;
    const batch = { ticketIds: new Set(this.#waiting.ticketIds), sinceMs: this.#waiting.sinceMs };
    this.#waiting.ticketIds.clear();
    this.#waiting.sinceMs = Number.POSITIVE_INFINITY;
    this.#underway.add(batch);
    const select = sql`SELECT arrayJoin(${bind('Array(String)', [...batch.ticketIds])}) AS ticket_id`;
    await this.derive('ingest', select).catch((error: unknown) => this.#putBack(batch, error));
    this.#underway.delete(batch);
  }

  /** What could not be derived waits for the next rows, or for a later try. */
  #putBack(batch: Batch, error: unknown): void {
    this.#wait(batch);
    this.#options.onError(error);
    setTimeout(() => {
      this.#gathering ??= this.#gather();
    }, retryMs).unref();
  }

  async #run(importId: string, touched: Sql): Promise<void> {
    const startedMs = Date.now();
    const context = await this.#contexts.read(startedMs);
    await deriveTickets(this.#options.workspace, { context, revisions: this.#revisions, importId, touched });
    this.#lastRunMs = Date.now() - startedMs;
    this.#options.checkpoint.write(Math.min(startedMs, this.#oldestMs()) - marginMs);
    this.#options.onDerived();
  }

  /** When the oldest ticket that is not derived yet was touched. */
  #oldestMs(): number {
    return Math.min(this.#waiting.sinceMs, ...[...this.#underway].map((batch) => batch.sinceMs));
  }
}

function receivedSince(database: string, sinceMs: number): Sql {
  const since = sql`fromUnixTimestamp64Milli(${bind('Int64', sinceMs)}, 'UTC')`;
  return sql`SELECT ticket_id FROM ${table(database, ticketEvents)} WHERE received_at >= ${since}
UNION DISTINCT
SELECT ticket_id FROM ${table(database, messages)} WHERE received_at >= ${since}
UNION DISTINCT
SELECT id AS ticket_id FROM ${table(database, ticketRecords)} WHERE received_at >= ${since}`;
}
