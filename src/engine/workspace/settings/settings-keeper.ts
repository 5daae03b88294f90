import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultSettings } from '../../../core/model/settings/default-settings.ts';
import { type Setting, type SettingName, settingNames, settings } from '../../../core/model/settings/index.ts';
import { checkZone } from '../../../core/time/zone.ts';
import { writeDurably } from '../../meta/durable-file.ts';
import type { Meta } from '../../meta/open-meta.ts';
import type { DocumentVersion } from '../../meta/versioned-documents.ts';

/** A setting as it stands. Version 0 is the default that nobody has changed; `changedAt` is in epoch milliseconds. */
export interface SettingVersion<N extends SettingName = SettingName> {
  readonly version: number;
  readonly changedAt: number | null;
  readonly value: Setting<N>;
}

export type SettingVersions = { readonly [N in SettingName]: SettingVersion<N> };

/** Keeps the documents of a workspace. What they mean, and whether they make sense, is checked by who changes them. */
export interface SettingsKeeper {
  read<N extends SettingName>(name: N): Promise<Setting<N>>;
  all(): Promise<SettingVersions>;
  /** Durable when it resolves. A value equal to the one before makes no new version. */
  change<N extends SettingName>(name: N, value: Setting<N>): Promise<SettingVersion<N>>;
  /** Newest first; empty when nobody has changed it. */
  history<N extends SettingName>(name: N): Promise<readonly SettingVersion<N>[]>;
  /** Makes documents and copy agree: what `meta` says wins, and where it says nothing of the calendar it takes what has been counted by so far. */
  adopt(meta: Meta): Promise<void>;
}

/** Where the settings are kept. */
export interface SettingsPlace {
  /** The data directory; null when the settings are on a server that others change too, so that no copy is kept. */
  readonly directory: string | null;
  /** Whether there are settings already: without them the defaults stand and nothing is opened. */
  readonly hasMeta: () => boolean;
  readonly openMeta: () => Promise<Meta>;
}

/**
 * The settings of a workspace. The documents in `meta` have their history; a copy beside them answers commands that only read, so that they need not
 * start PostgreSQL (0.3 to 1 s).
 */
export function settingsKeeper(place: SettingsPlace): SettingsKeeper {
  let known: Promise<SettingVersions> | null = null;
  const keep = async (versions: SettingVersions): Promise<SettingVersions> => {
    if (place.directory === null) return versions;
    await writeDurably(copyIn(place.directory), JSON.stringify(versions));
    known = Promise.resolve(versions);
    return versions;
  };
  const find = async () => {
    const copied = place.directory === null ? null : await readCopy(place.directory);
    if (copied) return copied;
    const stored = place.hasMeta() ? await (await place.openMeta()).settings.list() : [];
    return keep(withDocuments(await firstVersions(place.directory), stored));
  };
  const all = async () => {
    if (place.directory === null) return find();
    known ??= find().catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
  return {
    all,
    read: async (name) => (await all())[name].value,
    change: async (name, value) => {
      const changed = await (await place.openMeta()).settings.set(name, value);
      const version = { version: changed.version, changedAt: changed.changedAt, value };
      await keep({ ...(await all()), [name]: version });
      return version;
    },
    history: async (name) => {
      if (!place.hasMeta()) return [];
      const versions = await (await place.openMeta()).settings.history(name);
      return versions.flatMap((document) => versionOf(name, document) ?? []);
    },
    adopt: async (meta) => {
      const stored = await meta.settings.list();
      if (!stored.some(({ name }) => name === 'calendar')) await meta.settings.set('calendar', (await all()).calendar.value);
      await keep(withDocuments(versionsOf(defaultCalendar()), await meta.settings.list()));
    },
  };
}

/** The zone of this machine where it has an IANA name, else UTC; weeks start on Monday. */
export function defaultCalendar(): { readonly zone: string; readonly weekStart: 1 } {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  try {
    return { zone: checkZone(timeZone), weekStart: 1 };
  } catch {
    return { zone: 'UTC', weekStart: 1 };
  }
}

function copyIn(directory: string): string {
  return join(directory, 'settings.json');
}

async function readCopy(directory: string): Promise<SettingVersions | null> {
  const copied = await readJson(copyIn(directory));
  const found = settingNames.map((name) => [name, copyOf(name, copied)] as const);
  return found.every(([, version]) => version !== null) ? (Object.fromEntries(found) as SettingVersions) : null;
}

function copyOf(name: SettingName, copied: unknown): SettingVersion | null {
  const entry = (copied as Readonly<Record<string, Partial<SettingVersion>>> | null)?.[name];
  const parsed = settings[name].safeParse(entry?.value);
  if (!parsed.success || typeof entry?.version !== 'number') return null;
  return { version: entry.version, changedAt: entry.changedAt ?? null, value: parsed.data };
}

/** Nothing decided yet. An older layout kept what it counts by in a file of its own. */
async function firstVersions(directory: string | null): Promise<SettingVersions> {
  const counted = settings.calendar.safeParse(directory === null ? null : await readJson(join(directory, 'calendar.json')));
  return versionsOf(counted.success ? counted.data : defaultCalendar());
}

function versionsOf(calendar: Setting<'calendar'>): SettingVersions {
  const values = Object.entries(defaultSettings(calendar)).map(([name, value]) => [name, { version: 0, changedAt: null, value }]);
  return Object.fromEntries(values) as SettingVersions;
}

function withDocuments(versions: SettingVersions, documents: readonly DocumentVersion[]): SettingVersions {
  const stored = documents
    .filter(({ name }) => name in settings)
    .map((document) => [document.name, versionOf(document.name as SettingName, document)]);
  return { ...versions, ...Object.fromEntries(stored.filter(([, version]) => version !== null)) };
}

/** Null for a document that this version of Earshot cannot read, or that was removed. */
function versionOf<N extends SettingName>(name: N, document: DocumentVersion): SettingVersion<N> | null {
  const parsed = settings[name].safeParse(document.value);
  return parsed.success ? { version: document.version, changedAt: document.changedAt, value: parsed.data as Setting<N> } : null;
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
}
