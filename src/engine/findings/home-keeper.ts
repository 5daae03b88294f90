import type { Output, ParsedInput } from '../../core/model/endpoints/index.ts';
import type { Finding } from '../../core/model/finding.ts';
import { UserError } from '../../core/model/user-error.ts';
import { dateOf, epochDayOf } from '../../core/time/calendar-day.ts';
import { epochDayAt, startOfDayMs } from '../../core/time/zone.ts';
import type { WorkspaceCalendar } from '../query/resolve-query.ts';
import type { OpenWorkspace } from '../workspace/open-workspace.ts';
import { computeHome, quickHome } from './compute-home.ts';
import type { FindingSource } from './finding-source.ts';
import { readStates } from './finding-states.ts';
import { type KeptHome, type KeptHomes, keptHomes } from './kept-homes.ts';

/** Keeps the morning page ready. */
export interface HomeKeeper {
  /**
   * The page of a day, the last full one by default. Answers at once with what is known and works it out anew behind that; at the very first with figures and
   * comments alone, unless it is asked to wait.
   */
  home(input: ParsedInput<'home'>): Promise<Output<'home'>>;
  /** What findings of a day are read from; the last full day by default. */
  source(day?: string): Promise<FindingSource>;
  /** Works the page out now and after each writing, so that nobody waits for it. */
  keepReady(): void;
  /** Gives up what is being worked out. */
  close(): Promise<void>;
}

/** Steady writing makes the page anew at most this often. */
const anewEveryMs = 15 * 60_000;
/** What is written at one go is one change. */
const settleMs = 5_000;
const mostFindings = 5;
/** A source that is silent for longer has ended, and its last day is the one to tell of. */
const mostSilentDays = 7;
/** What people change themselves is looked at anew at once, however young the page is. */
const changedByPeople = ['settings', 'calendar_events'];

export function homeKeeper(workspace: OpenWorkspace): HomeKeeper {
  const kept = keptHomes(workspace.directories.path);
  const works = homeWorks(workspace, kept);
  let isReady = false;
  const refresh = oneTimer(async () => {
    const { dataFromMs } = await workspace.calendar();
    if (dataFromMs !== null) await works.compute(await dayOfHome(workspace));
  });
  const stop = workspace.written.listen(({ entities }) => {
    const byPeople = entities.some((name) => changedByPeople.includes(name));
    works.written(byPeople);
    if (isReady) refresh.in(byPeople ? settleMs : Math.max(settleMs, kept.latestMs() + anewEveryMs - workspace.clock()));
  });
  return {
    source: async (day) => sourceOf(workspace, day ?? (await lastFullDay(workspace))),
    keepReady: () => {
      isReady = true;
      refresh.in(settleMs);
    },
    home: async ({ day, wait = 'no' }) => {
      const date = await dayOfHome(workspace, day);
      const source = await works.source(date);
      const before = await kept.get(date);
      const known = wait === 'yes' && before?.revision !== works.revision() ? await works.compute(date) : before;
      const stale = known?.revision !== works.revision();
      const old = known === null || works.isOutdated(known) || workspace.clock() - known.computedAtMs >= anewEveryMs;
      if (stale && old) works.compute(date).catch(() => undefined);
      if (known) return shown(workspace, known, { stale, partial: false });
      const home = await quickHome(source, await goalsOf(workspace));
      return shown(workspace, { revision: null, computedAtMs: workspace.clock(), home }, { stale: true, partial: true });
    },
    close: async () => {
      stop();
      refresh.stop();
      await works.close();
    },
  };
}

interface HomeWorks {
  /** How often something was written since the start. */
  revision(): number;
  written(byPeople: boolean): void;
  /** Whether people have changed what the page counts by since it was made. */
  isOutdated(page: KeptHome): boolean;
  source(date: string): Promise<FindingSource>;
  /** Works a page out; who asks for the same one meanwhile gets the same. */
  compute(date: string): Promise<KeptHome>;
  close(): Promise<void>;
}

function homeWorks(workspace: OpenWorkspace, kept: KeptHomes): HomeWorks {
  const running = new Map<string, Promise<KeptHome>>();
  let [revision, peoplesRevision, isClosing] = [0, 0, false];

  const source = async (date: string): Promise<FindingSource> => {
    const open = await sourceOf(workspace, date);
    const ask: FindingSource['ask'] = (statement) =>
      isClosing ? Promise.reject(new Error('The workspace is being closed.')) : open.ask(statement);
    return { ...open, ask };
  };

  const makeAnew = async (date: string): Promise<KeptHome> => {
    const from = revision;
    const home = await computeHome(await source(date), await goalsOf(workspace));
    return kept.keep(date, { revision: from, computedAtMs: workspace.clock(), home });
  };

  return {
    revision: () => revision,
    written: (byPeople) => {
      revision += 1;
      if (byPeople) peoplesRevision = revision;
    },
    isOutdated: (page) => (page.revision ?? 0) < peoplesRevision,
    source,
    compute: (date) => {
      const known = running.get(date);
      if (known) return known;
      const work = makeAnew(date).finally(() => running.delete(date));
      running.set(date, work);
      return work;
    },
    close: async () => {
      isClosing = true;
      await Promise.allSettled(running.values());
    },
  };
}

/** Runs a work after a while, once however often it is asked for meanwhile: at the soonest of the times asked for. */
function oneTimer(work: () => Promise<void>): { in(waitMs: number): void; stop(): void } {
  let waiting: { readonly timer: ReturnType<typeof setTimeout>; readonly dueMs: number } | null = null;
  let isStopped = false;
  return {
    in: (waitMs) => {
      const dueMs = performance.now() + waitMs;
      if (isStopped || (waiting !== null && waiting.dueMs <= dueMs)) return;
      if (waiting !== null) clearTimeout(waiting.timer);
      const timer = setTimeout(() => {
        waiting = null;
        work().catch(() => undefined);
      }, waitMs);
      timer.unref();
      waiting = { timer, dueMs };
    },
    stop: () => {
      isStopped = true;
      if (waiting !== null) clearTimeout(waiting.timer);
    },
  };
}

async function goalsOf(workspace: OpenWorkspace): Promise<Readonly<Record<string, number>>> {
  return (await workspace.settings.all()).goals.value.goals;
}

/**
 * The day that Home tells of: the one asked for, else the last full one, or where the data have ended more than a week ago their last one.
 * @throws UserError for a day before or after all data
 */
async function dayOfHome(workspace: OpenWorkspace, asked?: string): Promise<string> {
  const { zone, dataFromMs, dataUntilMs } = await workspace.calendar();
  const last = await lastFullDay(workspace);
  if (dataFromMs === null || dataUntilMs === null) return asked ?? last;
  const dayAt = (instantMs: number): string => dateOf(epochDayAt(zone, instantMs));
  const [from, until] = [dayAt(dataFromMs), dayAt(dataUntilMs)];
  const hasEnded = epochDayOf(last) - epochDayOf(until) > mostSilentDays;
  if (asked === undefined) return hasEnded ? until : last;
  if (asked >= from && (asked <= until || !hasEnded)) return asked;
  throw new UserError('no_data', `There are no data of ${asked}: they go from ${from} until ${until}.`, 400, {
    key: 'refusal.dayWithoutData',
    values: { day: asked, from, until },
  });
}

async function lastFullDay(workspace: OpenWorkspace): Promise<string> {
  const { zone, nowMs } = await workspace.calendar();
  return dateOf(epochDayAt(zone, nowMs) - 1);
}

/** @throws UserError for a day that is not over yet */
async function sourceOf(workspace: OpenWorkspace, date: string): Promise<FindingSource> {
  const calendar: WorkspaceCalendar = await workspace.calendar();
  const day = epochDayOf(date);
  const endMs = startOfDayMs(calendar.zone, day + 1);
  if (endMs > calendar.nowMs) {
    const last = await lastFullDay(workspace);
    throw new UserError('bad_period', `The day ${date} is not over yet; the last full day is ${last}.`, 400, {
      key: 'refusal.dayNotOver',
      values: { day: date, last },
    });
  }
  const firstDay = calendar.dataFromMs === null ? day : epochDayAt(calendar.zone, calendar.dataFromMs) + 1;
  return {
    ask: workspace.ask,
    database: workspace.database,
    calendar: { ...calendar, nowMs: endMs },
    day,
    firstDay: Math.min(firstDay, day),
  };
}

async function shown(
  workspace: OpenWorkspace,
  { home, computedAtMs }: KeptHome,
  marks: Pick<Output<'home'>, 'stale' | 'partial'>,
): Promise<Output<'home'>> {
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
    ...marks,
  };
}

/** Acknowledged, or put off to a later morning: the page of a day is read on the morning after it. */
function isHidden({ state }: Finding, day: string): boolean {
  if (state.kind === 'acknowledged') return true;
  return state.kind === 'snoozed' && state.until !== null && epochDayOf(day) + 1 < epochDayOf(state.until);
}
