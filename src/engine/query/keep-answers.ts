import { LRUCache } from 'lru-cache';
import { render } from '../../core/sql/sql.ts';
import type { Ask } from './ask.ts';

type Rows = Awaited<ReturnType<Ask>>;

/** In values of rows; some 40 MB. */
const mostValues = 1_000_000;
const mostValuesOfAnswer = 100_000;

export interface KeepOptions {
  /** How often what is asked may have changed. */
  readonly revision: () => number;
  /** How long an answer is taken for true without a change that `revision` knows of, where others write too; for ever when null. */
  readonly maxAgeMs: number | null;
}

/**
 * Asks each statement once as long as nothing is written: who asks the same again, or at the same time, gets the same rows.
 * What was being asked when something was written is not kept.
 */
export function keepAnswers(ask: Ask, { revision, maxAgeMs }: KeepOptions): Ask {
  const kept = new LRUCache<string, Rows>({
    maxSize: mostValues,
    maxEntrySize: mostValuesOfAnswer,
    sizeCalculation: valuesIn,
    ...(maxAgeMs === null ? {} : { ttl: maxAgeMs }),
  });
  const running = new Map<string, Promise<Rows>>();
  let known = revision();

  function askAnew(statement: Parameters<Ask>[0], identity: string): Promise<Rows> {
    const from = revision();
    const asked = ask(statement).finally(() => {
      if (running.get(identity) === asked) running.delete(identity);
    });
    running.set(identity, asked);
    return asked.then((rows) => {
      if (revision() === from) kept.set(identity, rows);
      return rows;
    });
  }

  return (statement) => {
    if (revision() !== known) {
      kept.clear();
      running.clear();
      known = revision();
    }
    const { text, parameters } = render(statement);
    const identity = `${text}\n${JSON.stringify(parameters, bigintsAsText)}`;
    const rows = kept.get(identity);
    return rows === undefined ? (running.get(identity) ?? askAnew(statement, identity)) : Promise.resolve(rows);
  };
}

function valuesIn(rows: Rows): number {
  return 1 + rows.length * Object.keys(rows[0] ?? {}).length;
}

function bigintsAsText(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value;
}
