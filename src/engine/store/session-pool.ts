import type { Session } from 'chdb';

/** One session, lent to one statement. A session whose statement failed is never used again: chDB hands the rest of a failed answer to the next statement. */
export interface Lease {
  readonly session: Session;
  release(failed: boolean): void;
}

/** Sessions on one data directory. Each runs one statement at a time; who finds none free waits in line. */
export class SessionPool {
  readonly #open: () => Promise<Session>;
  readonly #idle: Session[] = [];
  readonly #waiting: (() => void)[] = [];
  #free: number;
  #lent = 0;
  #closing: { done: () => void } | undefined;
  #closed = false;

  constructor(size: number, open: () => Promise<Session>) {
    this.#free = size;
    this.#open = open;
  }

  /** Runs the work on a session of its own. */
  async use<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const lease = await this.borrow();
    let failed = true;
    try {
      const result = await work(lease.session);
      failed = false;
      return result;
    } finally {
      lease.release(failed);
    }
  }

  /** A session until it is released. */
  async borrow(): Promise<Lease> {
    if (this.#closed) throw new Error('the store is closed');
    this.#lent++;
    try {
      await this.#turn();
      const session = this.#idle.pop() ?? (await this.#open());
      return { session, release: (failed) => this.#release(session, failed) };
    } catch (error) {
      this.#pass();
      throw error;
    }
  }

  /** Takes no more work, waits for what runs, closes every session. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#lent > 0) {
      await new Promise<void>((done) => {
        this.#closing = { done };
      });
    }
    for (const session of this.#idle.splice(0)) session.close();
  }

  async #turn(): Promise<void> {
    if (this.#free > 0) {
      this.#free--;
      return;
    }
    await new Promise<void>((go) => this.#waiting.push(go));
  }

  #release(session: Session, failed: boolean): void {
    if (failed) session.close();
    else this.#idle.push(session);
    this.#pass();
  }

  #pass(): void {
    this.#lent--;
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free++;
    if (this.#lent === 0) this.#closing?.done();
  }
}
