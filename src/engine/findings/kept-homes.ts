import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { homeSchema } from '../../core/model/endpoints/finding-endpoints.ts';
import { writeDurably } from '../meta/durable-file.ts';
import type { ComputedHome } from './compute-home.ts';

/** A page that was worked out. */
export interface KeptHome {
  /** What was written until then, counted since the start; null when it is from an earlier run. */
  readonly revision: number | null;
  readonly computedAtMs: number;
  readonly home: ComputedHome;
}

/** Pages by day, the newest of them also over a restart. */
export interface KeptHomes {
  get(date: string): Promise<KeptHome | null>;
  keep(date: string, made: KeptHome): Promise<KeptHome>;
  /** When the last page was worked out, epoch milliseconds; 0 when none was in this run. */
  latestMs(): number;
}

const mostDays = 8;
const storedSchema = z.object({
  computedAtMs: z.number(),
  home: homeSchema.pick({ day: true, figures: true, comments: true, gaps: true, findings: true, looked: true, names: true }),
});

/** Pages in memory, the last of them in a file of the data directory. A file that cannot be read is as none: it is only made anew. */
export function keptHomes(directory: string): KeptHomes {
  const path = join(directory, 'home.json');
  const pages = new Map<string, KeptHome>();
  let latestMs = 0;
  let stored: Promise<KeptHome | null> | null = null;
  return {
    get: async (date) => {
      const known = pages.get(date);
      if (known) return known;
      stored ??= readStored(path);
      const earlier = await stored;
      return earlier?.home.day === date ? earlier : null;
    },
    keep: async (date, made) => {
      pages.delete(date);
      pages.set(date, made);
      for (const [oldest] of pages) if (pages.size > mostDays) pages.delete(oldest);
      latestMs = made.computedAtMs;
      const newest = [...pages.keys()].toSorted().at(-1);
      if (newest === date) await writeDurably(path, JSON.stringify({ computedAtMs: made.computedAtMs, home: made.home }));
      return made;
    },
    latestMs: () => latestMs,
  };
}

async function readStored(path: string): Promise<KeptHome | null> {
  try {
    const { success, data } = storedSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return success ? { revision: null, computedAtMs: data.computedAtMs, home: data.home } : null;
  } catch {
    return null;
  }
}
