import type { Entity } from '../../core/model/entity.ts';
import type { Workspace } from '../store/workspace.ts';

type Row = Readonly<Record<string, unknown>>;

interface Batch {
  readonly rows: Row[];
  readonly done: Promise<void>;
  readonly settle: (error?: unknown) => void;
}

const gatherMs = 5;
const mostRows = 50_000;

/** Takes rows and resolves when they are on disk. Requests of a few milliseconds share one fsynced insert; while one runs the next gathers. */
export interface IngestQueue {
  readonly workspace: Workspace;
  add(entity: Entity, rows: readonly Row[]): Promise<void>;
  /** Resolves when nothing waits. */
  idle(): Promise<void>;
}

export function openIngestQueue(workspace: Workspace): IngestQueue {
  const lanes = new Map<string, Lane>();
  return {
    workspace,
    add: (entity, rows) => {
      const shape = `${entity.name} ${Object.keys(entity.columns).join(' ')}`;
      const lane = lanes.get(shape) ?? new Lane(workspace, entity);
      lanes.set(shape, lane);
      return lane.add(rows);
    },
    idle: async () => {
      await Promise.all([...lanes.values()].map((lane) => lane.idle()));
    },
  };
}

class Lane {
  readonly #workspace: Workspace;
  readonly #entity: Entity;
  #gathering: Batch | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(workspace: Workspace, entity: Entity) {
    this.#workspace = workspace;
    this.#entity = entity;
  }

  add(rows: readonly Row[]): Promise<void> {
    if (this.#gathering && this.#gathering.rows.length + rows.length > mostRows) this.#gathering = null;
    const batch = this.#gathering ?? this.#begin();
    for (const row of rows) batch.rows.push(row);
    return batch.done;
  }

  idle(): Promise<void> {
    return this.#running;
  }

  #begin(): Batch {
    const batch = newBatch();
    this.#gathering = batch;
    this.#running = this.#running.then(() => this.#write(batch));
    return batch;
  }

  async #write(batch: Batch): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, gatherMs));
    if (this.#gathering === batch) this.#gathering = null;
    try {
      await this.#workspace.store.insert(this.#workspace.database, this.#entity, batch.rows);
      batch.settle();
    } catch (error) {
      batch.settle(error);
    }
  }
}

function newBatch(): Batch {
  let settle: Batch['settle'] = () => undefined;
  const done = new Promise<void>((resolve, reject) => {
    settle = (error) => (error === undefined ? resolve() : reject(error));
  });
  done.catch(() => undefined);
  return { rows: [], done, settle };
}
