import { z } from 'zod';
import { endOfData } from '../../catalog/demo/demo-company.ts';
import { imports } from '../../core/entities/imports.ts';
import { sql } from '../../core/sql/sql.ts';
import { type LiveGenerator, liveGenerator } from '../demo/live-generator.ts';
import { readImportState } from '../import/import-state.ts';
import { table } from '../store/workspace.ts';
import type { LiveNote } from './live-clock.ts';
import type { OpenWorkspace } from './open-workspace.ts';

const everyMs = 15_000;
const sizeSchema = z.object({ tickets: z.number(), seed: z.number() });

/** A sample that goes on. */
export interface LiveSample {
  /** Brings in what falls due until now, and what the time without a process has left out; resolves to the number of rows. */
  catchUp(): Promise<number>;
  /** Waits for what runs; nothing is brought in afterwards. */
  stop(): Promise<void>;
}

/** Lets the sample company of a workspace go on by the minute; null when there is none. Its first live minute follows the end of its data. */
export async function openLiveSample(workspace: OpenWorkspace): Promise<LiveSample | null> {
  const sample = await readSample(workspace);
  if (!sample) return null;
  const note = noteOf(workspace, sample.importId);
  const generator = liveGenerator({
    store: workspace.store,
    ingest: workspace.ingest,
    derive: (id, touched) => workspace.deriver.derive(id, touched),
    ...sample,
    fromMs: note.doneUntilMs,
  });
  workspace.live.run(note.shiftMs);
  let stopped = false;
  let running: Promise<number> = Promise.resolve(0);
  const catchUp = () => {
    running = running.catch(() => 0).then(() => (stopped ? 0 : bringDue(workspace, generator, note)));
    return running;
  };
  return {
    catchUp,
    stop: async () => {
      stopped = true;
      workspace.live.stop();
      await running.catch(() => 0);
    },
  };
}

/** Catches up every quarter of a minute until it is stopped. */
export function keepLive(sample: LiveSample, onError: (error: unknown) => void): { stop(): Promise<void> } {
  const turn = () => sample.catchUp().catch(onError);
  const timer = setInterval(turn, everyMs).unref();
  void turn();
  return {
    stop: () => {
      clearInterval(timer);
      return sample.stop();
    },
  };
}

async function readSample(workspace: OpenWorkspace) {
  const { rows } = await workspace.store.query<{ id: string; mapping: string }>(sql`SELECT id, mapping
FROM ${table(workspace.database, imports)}
WHERE sample AND state = 'finished' AND target = 'demo'`);
  const [row] = rows;
  const size = row ? sizeSchema.safeParse(JSON.parse(row.mapping)).data : undefined;
  return row && size ? { importId: row.id, ...size } : null;
}

function noteOf(workspace: OpenWorkspace, importId: string): LiveNote {
  const known = workspace.live.readNote();
  if (known?.importId === importId) return known;
  return { importId, shiftMs: workspace.clock() - endOfData, doneUntilMs: endOfData };
}

async function bringDue(workspace: OpenWorkspace, generator: LiveGenerator, note: LiveNote): Promise<number> {
  const state = await readImportState(workspace, note.importId);
  if (state?.state !== 'finished') {
    workspace.live.stop();
    return 0;
  }
  const doneUntilMs = workspace.clock() - note.shiftMs;
  const rows = await generator.run(doneUntilMs);
  await workspace.live.writeNote({ ...note, doneUntilMs });
  if (rows > 0) workspace.written.send({ entities: ['survey_invitations', 'survey_responses'] });
  return rows;
}
