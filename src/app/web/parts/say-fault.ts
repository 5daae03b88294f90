import type { Say } from '../../../catalog/charts/chart-context.ts';
import type { WordKey } from '../../../catalog/locales/words.ts';
import { CallFault } from './call.ts';

/** What went wrong, in the reader's language where the server says it by a key that the page knows, else in the server's own words. */
export function sayFault(error: Error, say: Say): string {
  if (!(error instanceof CallFault) || error.sentence === null) return error.message;
  const { key, values } = error.sentence;
  const said = say(key as WordKey, values);
  return said === key ? error.message : said;
}
