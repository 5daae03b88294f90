import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { UserError } from '../../core/model/user-error.ts';
import type { Weekday } from '../../core/time/calendar-day.ts';
import { checkZone } from '../../core/time/zone.ts';
import { writeDurably } from '../meta/durable-file.ts';
import type { Meta } from '../meta/open-meta.ts';

const documentName = 'calendar';

const settingsSchema = z.object({
  zone: z.string(),
  weekStart: z
    .number()
    .int()
    .min(1)
    .max(7)
    .transform((day) => day as Weekday),
});

/** How a workspace counts days and weeks. */
export type CalendarSettings = z.output<typeof settingsSchema>;

/** Reads and changes the calendar of a workspace. */
export interface CalendarSettingsKeeper {
  read(): Promise<CalendarSettings>;
  /** @throws UserError for a zone that is none. Durable when it resolves. */
  change(change: Partial<CalendarSettings>): Promise<CalendarSettings>;
  /** Makes document and copy agree: what `meta` says wins, and where it says nothing it takes what has been counted by so far. */
  adopt(meta: Meta): Promise<void>;
}

/** Where the settings are kept. */
export interface CalendarSettingsPlace {
  /** The data directory; null when the settings are on a server that others change too, so that no copy is kept. */
  readonly directory: string | null;
  /** Whether there are settings already: without them the defaults stand and nothing is opened. */
  readonly hasMeta: () => boolean;
  readonly openMeta: () => Promise<Meta>;
}

/**
 * The calendar's settings. The document in `meta` has their history; a copy beside it answers commands that only read, so that they need not start
 * PostgreSQL (0.3 to 1 s).
 */
export function calendarSettings(place: CalendarSettingsPlace): CalendarSettingsKeeper {
  const copy = place.directory === null ? null : join(place.directory, 'calendar.json');
  const keep = async (settings: CalendarSettings) => {
    if (copy) await writeDurably(copy, JSON.stringify(settings));
    return settings;
  };
  const read = async () => {
    const copied = copy && (await readCopy(copy));
    if (copied) return copied;
    const stored = place.hasMeta() ? await readDocument(await place.openMeta()) : null;
    return keep(stored ?? defaultCalendarSettings());
  };
  return {
    read,
    change: async (change) => {
      const next = checked({ ...(await read()), ...change });
      await (await place.openMeta()).settings.set(documentName, next);
      return keep(next);
    },
    adopt: async (meta) => {
      const stored = await readDocument(meta);
      if (stored) await keep(stored);
      else await meta.settings.set(documentName, await read());
    },
  };
}

/** The zone of this machine where it has an IANA name, else UTC; weeks start on Monday. */
export function defaultCalendarSettings(): CalendarSettings {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  try {
    return { zone: checkZone(timeZone), weekStart: 1 };
  } catch {
    return { zone: 'UTC', weekStart: 1 };
  }
}

function checked(settings: CalendarSettings): CalendarSettings {
  try {
    return { ...settings, zone: checkZone(settings.zone) };
  } catch (error) {
    if (error instanceof RangeError) throw new UserError('unknown_zone', error.message);
    throw error;
  }
}

async function readCopy(path: string): Promise<CalendarSettings | null> {
  if (!existsSync(path)) return null;
  const parsed = settingsSchema.safeParse(parseJson(await readFile(path, 'utf8')));
  return parsed.success ? parsed.data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function readDocument(meta: Meta): Promise<CalendarSettings | null> {
  const document = await meta.settings.get(documentName);
  return document && settingsSchema.parse(document.value);
}
