/** What a write changed. */
export interface Written {
  /** Names of the entities whose rows changed. */
  readonly entities: readonly string[];
  readonly importId?: string;
}

/** Tells everyone who listens what was written, in the order in which they began to listen. */
export interface WrittenSignal {
  /** Returns what ends the listening. */
  listen(listener: (written: Written) => void): () => void;
  send(written: Written): void;
}

export function writtenSignal(): WrittenSignal {
  const listeners = new Set<(written: Written) => void>();
  return {
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: (written) => {
      for (const listener of [...listeners]) listener(written);
    },
  };
}
