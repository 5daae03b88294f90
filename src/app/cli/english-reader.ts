import { en as home } from '../../catalog/locales/home/en.ts';
import { nameEvent } from '../../catalog/locales/name-event.ts';
import type { NamingReader } from '../../catalog/locales/names.ts';
import { en as page } from '../../catalog/locales/page/en.ts';
import type { Connection } from './connection.ts';

/** The reader of the command line, who reads English. */
export async function englishReader(connection: Connection): Promise<NamingReader> {
  const words: Readonly<Record<string, string>> = { ...page, ...home };
  return { locale: 'en', say: (key) => words[key] ?? key, names: await connection.call('names', { locale: 'en' }) };
}

/** What events that an answer names as they are kept are called in English. */
export async function englishEventNames(connection: Connection): Promise<(name: string) => string> {
  const known = await connection.call('calendarEvents', {});
  const byName = new Map(known.map((event) => [event.name, nameEvent(event, 'en')]));
  return (name) => byName.get(name) ?? name;
}
