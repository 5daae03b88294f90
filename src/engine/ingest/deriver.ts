import { messages } from '../../core/entities/messages.ts';
import { ticketEvents } from '../../core/entities/ticket-events.ts';
import { ticketRecords } from '../../core/entities/ticket-records.ts';
import { bind, type Sql, sql } from '../../core/sql/sql.ts';
import { table, type Workspace } from '../store/workspace.ts';
import type { Checkpoint } from './checkpoint.ts';
import { deriveTickets } from './derive.ts';
import { type FoldContexts, foldContexts } from './fold-contexts.ts';
import { openRevisions, type Revisions } from './revision.ts';

const gatherMs = 200;
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
  /** The process before ended with nothing left to derive, so that nothing needs to be looked for. */
  readonly settled?: boolean;
  /** Called after every derivation. */
  readonly onDerived: () => void;
  readonly onError: (error: unknown) => void;
}

/** Opens the deriver, and derives first what came in after the last checkpoint and was not derived when the process ended. */
export async function openDeriver(options: DeriverOptions): Promise<Deriver> {
  const deriver = new QueuedDeriver(options, await openRevisions(options.workspace));
  if (!options.settled) await deriver.derive('recovery', receivedSince(options.workspace.database, options.checkpoint.read()));
  return deriver;
}

class QueuedDeriver implements Deriver {
  readonly #options: DeriverOptions;
  readonly #revisions: Revisions;
  readonly #contexts: FoldContexts;
  readonly #touched = new Set<string>();
  #running: Promise<void> = Promise.resolve();
  #gathering: Promise<void> | null = null;

  constructor(options: DeriverOptions, revisions: Revisions) {
    this.#options = options;
    this.#revisions = revisions;
    this.#contexts = foldContexts(options.workspace, revisions);
  }

  derive(importId: string, touched: Sql): Promise<void> {
    const work = this.#running.then(() => this.#run(importId, touched));
    this.#running = work.catch(() => undefined);
    return work;
  }

  touch(ticketIds: readonly string[]): void {
    for (const id of ticketIds) this.#touched.add(id);
    this.#gathering ??= this.#gather();
  }

  async idle(): Promise<void> {
    while (this.#gathering) await this.#gathering;
    await this.#running;
  }

  async #gather(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, gatherMs));
    await this.#running;
    this.#gathering = null;
    const ids = [...this.#touched];
    this.#touched.clear();
    const select = sql`SELECT arrayJoin(${bind('Array(String)', ids)}) AS ticket_id`;
    await this.derive('ingest', select).catch(this.#options.onError);
  }

  async #run(importId: string, touched: Sql): Promise<void> {
    const startedMs = Date.now();
    const context = await this.#contexts.read(startedMs);
    await deriveTickets(this.#options.workspace, { context, revisions: this.#revisions, importId, touched });
    if (this.#touched.size === 0) this.#options.checkpoint.write(startedMs - marginMs);
    this.#options.onDerived();
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
