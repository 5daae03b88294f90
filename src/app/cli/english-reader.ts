import type { NamingReader } from '../../catalog/locales/names.ts';
import { en } from '../../catalog/locales/page/en.ts';
import type { Connection } from './connection.ts';

/** The reader of the command line, who reads English. */
export async function englishReader(connection: Connection): Promise<NamingReader> {
  const words: Readonly<Record<string, string>> = en;
  return { locale: 'en', say: (key) => words[key] ?? key, names: await connection.call('names', { locale: 'en' }) };
}
