import { teams } from '../../core/entities/people.ts';
import { workingTime } from '../../core/entities/working-time.ts';
import { sql } from '../../core/sql/sql.ts';
import type { FoldContext } from '../../core/tickets/fold-context.ts';
import { type FoldRules, usualRules } from '../../core/tickets/fold-rules.ts';
import { workingTimeRows } from '../../core/time/working-time.ts';
import { table, type Workspace } from '../store/workspace.ts';
import { type CompiledSchedules, compileSchedules } from './compile-schedules.ts';
import { type PolicyRow, policiesInUse, readPolicies } from './policy-store.ts';
import type { Revisions } from './revision.ts';
import { readStoredSchedules, type StoredSchedules } from './schedule-store.ts';

/** Gives what tickets are folded against, compiled anew only when a schedule, team or policy has changed. */
export interface FoldContexts {
  read(nowMs: number): Promise<FoldContext>;
}

/** What the context of a fold is made of, as it stands in the store. */
export interface ContextRows {
  readonly schedules: StoredSchedules;
  readonly policies: readonly PolicyRow[];
  readonly tiers: ReadonlyMap<string, number>;
}

/**
 * Working time is known from 2000 to two years ahead; its breakpoints are written for SQL whenever they change.
 * @param rules what the house has decided about messages and tickets; the usual when absent
 */
export function foldContexts(
  workspace: Workspace,
  revisions: Revisions,
  rules: () => Promise<FoldRules> = async () => usualRules,
): FoldContexts {
  let known: { readonly key: string; readonly context: FoldContext } | null = null;
  return {
    read: async (nowMs) => {
      const rows = await readContextRows(workspace);
      const key = JSON.stringify([rows, [...rows.schedules.reported], [...rows.tiers], new Date(nowMs).getUTCFullYear()]);
      if (known?.key !== key) {
        known = { key, context: await contextOf(rows, nowMs) };
        await writeWorkingTime(workspace, known.context, revisions.next());
      }
      return { ...known.context, now: nowMs, rules: await rules() };
    },
  };
}

export async function readContextRows(workspace: Workspace): Promise<ContextRows> {
  const [schedules, policies, tiers] = await Promise.all([readStoredSchedules(workspace), readPolicies(workspace), readTiers(workspace)]);
  return { schedules, policies, tiers };
}

/** What tickets are folded against by these rows. */
export async function contextOf({ schedules, policies, tiers }: ContextRows, nowMs: number): Promise<FoldContext> {
  const compiled: CompiledSchedules = await compileSchedules(schedules, nowMs);
  return { ...compiled, teamTiers: tiers, policies: policiesInUse(policies), now: nowMs };
}

async function readTiers({ store, database }: Workspace): Promise<ReadonlyMap<string, number>> {
  const { rows } = await store.query<{ id: string; tier: number }>(sql`SELECT id, tier
FROM ${table(database, teams)}
WHERE tier > 0
ORDER BY id`);
  return new Map(rows.map((team) => [team.id, Number(team.tier)]));
}

async function writeWorkingTime(workspace: Workspace, context: FoldContext, revision: number): Promise<void> {
  const rows = [...context.clocks].flatMap(([scheduleId, clock]) =>
    workingTimeRows(scheduleId, clock).map((row) => ({ ...row, revision })),
  );
  await workspace.store.command(sql`TRUNCATE TABLE ${table(workspace.database, workingTime)}`);
  if (rows.length > 0) await workspace.store.insert(workspace.database, workingTime, rows);
}
