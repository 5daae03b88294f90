import { teams } from '../../core/entities/people.ts';
import { schedules, slaPolicies, workingTime } from '../../core/entities/working-time.ts';
import type { Row } from '../../core/model/entity.ts';
import { sql } from '../../core/sql/sql.ts';
import type { FoldContext, SlaPolicy } from '../../core/tickets/fold-context.ts';
import { compileSchedule, type ScheduleVersion } from '../../core/time/schedule.ts';
import { type WorkingClock, workingTimeRows } from '../../core/time/working-time.ts';
import { table, type Workspace } from '../store/workspace.ts';
import type { Revisions } from './revision.ts';

const yearMs = 366 * 86_400_000;
const firstMs = Date.UTC(2000, 0, 1);

type Stored<E> = { [K in keyof Row<E>]: unknown };

/** Gives what tickets are folded against, compiled anew only when a schedule, team or policy has changed. */
export interface FoldContexts {
  read(nowMs: number): Promise<FoldContext>;
}

/** Working time is known from 2000 to two years ahead; its breakpoints are written for SQL whenever they change. */
export function foldContexts(workspace: Workspace, revisions: Revisions): FoldContexts {
  let known: { readonly key: string; readonly context: FoldContext } | null = null;
  return {
    read: async (nowMs) => {
      const rows = await readRows(workspace);
      const key = JSON.stringify([rows, new Date(nowMs).getUTCFullYear()]);
      if (known?.key !== key) {
        known = { key, context: compile(rows, nowMs) };
        await writeWorkingTime(workspace, known.context, revisions.next());
      }
      return { ...known.context, now: nowMs };
    },
  };
}

interface ContextRows {
  readonly schedules: readonly Stored<typeof schedules>[];
  readonly teams: readonly { readonly id: string; readonly schedule_id: string; readonly tier: number | string }[];
  readonly policies: readonly Stored<typeof slaPolicies>[];
}

async function readRows({ store, database }: Workspace): Promise<ContextRows> {
  const [scheduleRows, teamRows, policyRows] = await Promise.all([
    store.query<Stored<typeof schedules>>(sql`SELECT * FROM ${table(database, schedules)} ORDER BY id, valid_from`),
    store.query<{ id: string; schedule_id: string; tier: number | string }>(
      sql`SELECT id, schedule_id, tier FROM ${table(database, teams)} WHERE schedule_id != '' OR tier > 0 ORDER BY id`,
    ),
    store.query<Stored<typeof slaPolicies>>(sql`SELECT * FROM ${table(database, slaPolicies)} ORDER BY position, id`),
  ]);
  return { schedules: scheduleRows.rows, teams: teamRows.rows, policies: policyRows.rows };
}

function compile(rows: ContextRows, nowMs: number): FoldContext {
  const versions = rows.schedules.map(readSchedule);
  return {
    clocks: compileAll(versions, nowMs),
    defaultScheduleId: versions.filter((version) => version.is_default).at(-1)?.id ?? null,
    teamSchedules: new Map(rows.teams.filter((team) => team.schedule_id !== '').map((team) => [team.id, team.schedule_id])),
    teamTiers: new Map(rows.teams.map((team) => [team.id, Number(team.tier)])),
    policies: rows.policies.map(readPolicy),
    now: nowMs,
  };
}

async function writeWorkingTime(workspace: Workspace, context: FoldContext, revision: number): Promise<void> {
  const rows = [...context.clocks].flatMap(([scheduleId, clock]) =>
    workingTimeRows(scheduleId, clock).map((row) => ({ ...row, revision })),
  );
  await workspace.store.command(sql`TRUNCATE TABLE ${table(workspace.database, workingTime)}`);
  if (rows.length > 0) await workspace.store.insert(workspace.database, workingTime, rows);
}

type StoredSchedule = ScheduleVersion & { readonly id: string; readonly is_default: boolean };

function compileAll(versions: readonly StoredSchedule[], nowMs: number): ReadonlyMap<string, WorkingClock> {
  const clocks = new Map<string, WorkingClock>();
  for (const id of new Set(versions.map((version) => version.id))) {
    const clock = compileSchedule(
      versions.filter((version) => version.id === id),
      firstMs,
      nowMs + 2 * yearMs,
    );
    if (clock) clocks.set(id, clock);
  }
  return clocks;
}

function readSchedule(row: Stored<typeof schedules>): StoredSchedule {
  return {
    id: String(row.id),
    is_default: Boolean(row.is_default),
    zone: String(row.zone),
    version: Number(row.version),
    valid_from: instantOf(row.valid_from) ?? 0,
    hours: row.hours as ScheduleVersion['hours'],
    holidays: row.holidays as ScheduleVersion['holidays'],
  };
}

function readPolicy(row: Stored<typeof slaPolicies>): SlaPolicy {
  return {
    ...(row as unknown as SlaPolicy),
    valid_from: instantOf(row.valid_from) ?? 0,
    valid_until: instantOf(row.valid_until),
  };
}

/** An instant as the store writes it, `2026-10-31 09:00:00.000` in UTC, as epoch milliseconds. */
export function instantOf(text: unknown): number | null {
  return text === null || text === undefined ? null : Date.parse(`${String(text).replace(' ', 'T')}Z`);
}
