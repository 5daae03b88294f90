import type { Say } from '../../../catalog/charts/chart-context.ts';
import type { WordKey } from '../../../catalog/locales/words.ts';
import { CallFault } from './call.ts';

/** What went wrong in the reader's language: by the sentence that the server names, or by the code of its refusal; else in the server's own words. */
export function sayFault(error: Error, say: Say): string {
  if (!(error instanceof CallFault)) return error instanceof TypeError ? say('refusal.unreachable') : error.message;
  const { code, sentence } = error;
  const keys = [...(sentence === null ? [] : [sentence.key]), `refusal.${code}`] as WordKey[];
  const known = keys.map((key) => [key, say(key, sentence?.values)] as const).find(([key, said]) => said !== key);
  return known?.[1] ?? error.message;
}
