import type { Output, ParsedInput } from '../../core/model/endpoints/index.ts';
import type { Finding } from '../../core/model/finding.ts';
import { UserError } from '../../core/model/user-error.ts';
import { dateOf, epochDayOf, epochDayOfLocal } from '../../core/time/calendar-day.ts';
import { localMsAt, startOfDayMs } from '../../core/time/zone.ts';
import type { WorkspaceCalendar } from '../query/resolve-query.ts';
import type { OpenWorkspace } from '../workspace/open-workspace.ts';
import { type ComputedHome, computeHome } from './compute-home.ts';
import type { FindingSource } from './finding-source.ts';
import { readStates } from './finding-states.ts';

/** Keeps the morning page ready. */
export interface HomeKeeper {
  /** The page of a day, the last full one by default. Answers with what is known and works it out anew behind that. */
  home(input: ParsedInput<'home'>): Promise<Output<'home'>>;
  /** What findings of a day are read from; the last full day by default. */
  source(day?: string): Promise<FindingSource>;
  /** Waits for what is being worked out. */
  close(): Promise<void>;
}

interface Kept {
  readonly revision: number;
  readonly computedAtMs: number;
  readonly home: ComputedHome;
}

/** Steady writing makes the page anew at most this often. */
const anewEveryMs = 15 * 60_000;
const mostDays = 8;
const mostFindings = 5;

export function homeKeeper(workspace: OpenWorkspace): HomeKeeper {
  const kept = new Map<string, Kept>();
  const running = new Map<string, Promise<Kept>>();
  let revision = 0;
  const stop = workspace.written.listen(() => {
    revision += 1;
  });

  const compute = (date: string): Promise<Kept> => {
    const known = running.get(date);
    if (known) return known;
    const work = makeAnew(date).finally(() => running.delete(date));
    running.set(date, work);
    return work;
  };

  const makeAnew = async (date: string): Promise<Kept> => {
    const from = revision;
    const source = await sourceOf(workspace, date);
    const goals = (await workspace.settings.all()).goals.value.goals;
    const made = { revision: from, computedAtMs: workspace.clock(), home: await computeHome(source, goals) };
    kept.delete(date);
    kept.set(date, made);
    for (const [oldest] of kept) if (kept.size > mostDays) kept.delete(oldest);
    return made;
  };

  return {
    source: async (day) => sourceOf(workspace, day ?? (await lastFullDay(workspace))),
    home: async ({ day }) => {
      const date = day ?? (await lastFullDay(workspace));
      const known = kept.get(date) ?? (await compute(date));
      const stale = known.revision !== revision;
      if (stale && workspace.clock() - known.computedAtMs >= anewEveryMs) compute(date).catch(() => undefined);
      return shown(workspace, known, stale);
    },
    close: async () => {
      stop();
      await Promise.allSettled(running.values());
    },
  };
}

async function lastFullDay(workspace: OpenWorkspace): Promise<string> {
  const { zone, nowMs } = await workspace.calendar();
  return dateOf(epochDayOfLocal(localMsAt(zone, nowMs)) - 1);
}

/** @throws UserError for a day that is not over yet */
async function sourceOf(workspace: OpenWorkspace, date: string): Promise<FindingSource> {
  const calendar: WorkspaceCalendar = await workspace.calendar();
  const day = epochDayOf(date);
  const endMs = startOfDayMs(calendar.zone, day + 1);
  if (endMs > calendar.nowMs) {
    const last = await lastFullDay(workspace);
    throw new UserError('bad_period', `The day ${date} is not over yet; the last full day is ${last}.`);
  }
  const firstDay = calendar.dataFromMs === null ? day : epochDayOfLocal(localMsAt(calendar.zone, calendar.dataFromMs)) + 1;
  return {
    ask: workspace.ask,
    database: workspace.database,
    calendar: { ...calendar, nowMs: endMs },
    day,
    firstDay: Math.min(firstDay, day),
  };
}

async function shown(workspace: OpenWorkspace, { home, computedAtMs }: Kept, stale: boolean): Promise<Output<'home'>> {
  const { findings, ...rest } = home;
  const states =
    findings.length === 0
      ? new Map()
      : await readStates(
          await workspace.meta(),
          findings.map(({ id }) => id),
        );
  const told = findings.map((finding) => ({ ...finding, state: states.get(finding.id) ?? finding.state }));
  const visible = told.filter((finding) => !isHidden(finding, home.day));
  const section = (name: Finding['section']): Finding[] => visible.filter((finding) => finding.section === name);
  return {
    ...rest,
    findings: section('new').slice(0, mostFindings),
    better: section('better').slice(0, mostFindings),
    open: section('open').slice(0, mostFindings),
    hidden: told.filter((finding) => isHidden(finding, home.day)),
    computedAt: new Date(computedAtMs).toISOString(),
    stale,
  };
}

/** Acknowledged, or put off to a later morning: the page of a day is read on the morning after it. */
function isHidden({ state }: Finding, day: string): boolean {
  if (state.kind === 'acknowledged') return true;
  return state.kind === 'snoozed' && state.until !== null && epochDayOf(day) + 1 < epochDayOf(state.until);
}
