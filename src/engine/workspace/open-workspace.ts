import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from '../../core/sql/sql.ts';
import type { Configuration } from '../configuration/read-configuration.ts';
import type { Deriver } from '../ingest/deriver.ts';
import type { IngestQueue } from '../ingest/ingest-queue.ts';
import type { Meta } from '../meta/open-meta.ts';
import { takeTurns } from '../meta/take-turns.ts';
import { type Ask, askStore } from '../query/ask.ts';
import { keepAnswers } from '../query/keep-answers.ts';
import type { WorkspaceCalendar } from '../query/resolve-query.ts';
import { writeChdbConfig } from '../store/chdb-config.ts';
import { type DataDirectory, openDataDirectory } from '../store/data-directory.ts';
import { createTables } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { type WatchedStore, watchWrites } from '../store/watch-writes.ts';
import { createDatabase, table } from '../store/workspace.ts';
import { customDimensions } from './custom-dimensions.ts';
import { type DataRange, dataRangeCache } from './data-range.ts';
import { schedulePreparation } from './default-schedule.ts';
import { type IntakeOptions, openIntake } from './intake.ts';
import { type LiveClock, liveClock } from './live-clock.ts';
import { foldRules } from './settings/fold-rules-of-house.ts';
import { type OwedDerivations, owedDerivations } from './settings/owed-derivations.ts';
import { type SettingsKeeper, settingsKeeper } from './settings/settings-keeper.ts';
import { workspaceCalendar } from './workspace-calendar.ts';
import { type WrittenSignal, writtenSignal } from './written-signal.ts';

const databaseName = 'earshot';
/** How long what was read may stand where other processes write to the same server. */
const staleMs = 10_000;

/** A workspace with everything that answers, takes in and remembers. */
export interface OpenWorkspace {
  readonly store: Store;
  readonly database: string;
  readonly directories: DataDirectory;
  /** The store is the one inside this process. */
  readonly embedded: boolean;
  /** What the house has decided, as documents; `readSettings` and `changeSetting` also see to what they mean. */
  readonly settings: SettingsKeeper;
  readonly written: WrittenSignal;
  /** Keeps the facts of tickets in step with what comes in. */
  readonly deriver: Deriver;
  readonly ingest: IngestQueue;
  /** The machine's clock in epoch milliseconds. */
  readonly clock: () => number;
  /** How the time of a sample that goes on follows the machine's. */
  readonly live: LiveClock;
  /** Asks the store within the memory that one question may take, and the same question once as long as nothing is written. */
  readonly ask: Ask;
  range(): Promise<DataRange>;
  /** How the workspace counts now. */
  calendar(): Promise<WorkspaceCalendar>;
  /** Opened at the first call: PostgreSQL inside the process takes 0.3 to 1 s, 2 to 6 s the very first time. */
  meta(): Promise<Meta>;
  /** Whether anything was ever decided: without it nothing need be opened to know that there is nothing. */
  hasMeta(): boolean;
  /** Runs one change of the settings after the other. */
  changeInTurn<T>(work: () => Promise<T>): Promise<T>;
  /** What a changed setting still has to derive. */
  readonly owed: OwedDerivations;
  /** To be called before facts are brought in: gives the workspace a working schedule when it has none. */
  prepare(): Promise<void>;
  /** Runs a real aggregate; rejects when the store cannot. */
  probe(): Promise<void>;
  /** Waits for what runs, then closes in the reverse order of opening. */
  close(): Promise<void>;
}

export interface OpenOptions extends IntakeOptions {
  readonly clock?: () => number;
}

/**
 * Opens the store first, because its lock guards the data directory; then tables. Settings are opened when they are first needed.
 * @throws UserError when the directory cannot be used
 */
export async function openWorkspace(configuration: Configuration, options: OpenOptions = {}): Promise<OpenWorkspace> {
  const directories = await openDataDirectory(configuration.dataDirectory);
  const watched = watchWrites(await openStore(configuration, directories));
  const { store } = watched;
  try {
    await createDatabase(store, databaseName, clusterOf(configuration));
    await createTables(store, databaseName, schemaOptions(configuration));
    return await assemble(configuration, directories, watched, options);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function assemble(
  configuration: Configuration,
  directories: DataDirectory,
  { store, revision }: WatchedStore,
  options: OpenOptions,
): Promise<OpenWorkspace> {
  const clock = options.clock ?? Date.now;
  const workspace = { store, database: databaseName };
  const written = writtenSignal();
  const live = liveClock(directories.path);
  const fields = customDimensions(workspace, written);
  const maxAgeMs = configuration.clickhouse === null ? null : staleMs;
  const range = dataRangeCache(workspace, written, clock, maxAgeMs);
  const hasMeta = () => configuration.databaseUrl !== null || readdirSync(directories.meta).length > 0;
  const meta = lazyMeta(configuration, directories, options, (opened) => settings.adopt(opened));
  const settings: SettingsKeeper = settingsKeeper({
    directory: configuration.databaseUrl === null ? directories.path : null,
    hasMeta,
    openMeta: meta.open,
  });
  const intake = await openIntake(workspace, directories.path, written, { ...options, rules: () => foldRules(settings) });
  const { deriver, report } = intake;
  const owed = owedDerivations({ workspace, deriver, path: join(directories.path, 'owed-derivation'), onError: report });
  return {
    ...workspace,
    directories,
    embedded: configuration.clickhouse === null,
    settings,
    written,
    deriver,
    ingest: intake.ingest,
    clock,
    live,
    ask: keepAnswers(askStore(store, { maxMemoryBytes: configuration.queryMemoryBytes }), {
      revision,
      maxAgeMs,
    }),
    range,
    calendar: async () => ({ ...workspaceCalendar(await settings.all(), await range(), clock(), live.shiftMs), fields: await fields() }),
    meta: meta.get,
    hasMeta,
    prepare: schedulePreparation(workspace, settings, written, clock),
    changeInTurn: takeTurns(),
    owed,
    probe: async () => {
      await store.query(sql`SELECT count(), max(created_at) FROM ${table(databaseName, { name: 'tickets' })}`);
    },
    close: async () => {
      await owed.stop();
      await intake.settle();
      await meta.close();
      await store.close();
    },
  };
}

async function openStore(configuration: Configuration, directories: DataDirectory): Promise<Store> {
  if (configuration.clickhouse === null) {
    const { openEmbeddedStore } = await import('../store/embedded-store.ts');
    return openEmbeddedStore({ directory: directories.chdb, configFile: await writeChdbConfig(directories) });
  }
  const { openServerStore } = await import('../store/server-store.ts');
  const { url, user, password, cluster } = configuration.clickhouse;
  return openServerStore({ url, user, password, ...(cluster === null ? {} : { cluster }) });
}

interface LazyMeta {
  /** The settings as they lie there. */
  open(): Promise<Meta>;
  /** The settings after the workspace has taken them over. */
  get(): Promise<Meta>;
  close(): Promise<void>;
}

function lazyMeta(
  configuration: Configuration,
  directories: DataDirectory,
  options: OpenOptions,
  adopt: (meta: Meta) => Promise<void>,
): LazyMeta {
  let opened: Promise<Meta> | null = null;
  let adopted: Promise<Meta> | null = null;
  const open = () => {
    opened ??= importMeta(configuration, directories, options);
    return opened;
  };
  return {
    open,
    get: () => {
      adopted ??= open().then(async (meta) => {
        await adopt(meta);
        return meta;
      });
      return adopted;
    },
    close: async () => {
      const meta = await opened?.catch(() => null);
      await meta?.close();
    },
  };
}

async function importMeta(configuration: Configuration, directories: DataDirectory, options: OpenOptions): Promise<Meta> {
  const { openMeta } = await import('../meta/open-meta.ts');
  const place = configuration.databaseUrl === null ? { directory: directories.meta } : { url: configuration.databaseUrl };
  return openMeta(place, {
    ...(options.clock ? { now: options.clock } : {}),
    ...(options.onNotice ? { onNotice: options.onNotice } : {}),
  });
}

function clusterOf(configuration: Configuration): string | undefined {
  return configuration.clickhouse?.cluster ?? undefined;
}

function schemaOptions(configuration: Configuration): { cluster?: string } {
  const cluster = clusterOf(configuration);
  return cluster === undefined ? {} : { cluster };
}
