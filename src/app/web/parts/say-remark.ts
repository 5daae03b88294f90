import type { Say } from '../../../catalog/charts/chart-context.ts';
import type { WordKey } from '../../../catalog/locales/words.ts';

/** What an import says of a file: by its key in the reader's language, else as the server words it. */
export function sayRemark(
  remark: { readonly key: string; readonly values: Readonly<Record<string, string | number>>; readonly text: string },
  say: Say,
): string {
  return sayOr(`importNote.${remark.key}`, remark.text, say, { ...remark.values, ...reasonOf(remark.values, say) });
}

/** The reason that a remark holds, by the code of a refusal or the key of another remark. */
function reasonOf(values: Readonly<Record<string, string | number>>, say: Say): { readonly reason?: string } {
  const { code, note, reason = '' } = values;
  if (code !== undefined) return { reason: sayOr(`refusal.${code}`, String(reason), say) };
  return note === undefined ? {} : { reason: sayOr(`importNote.${note}`, String(reason), say, values) };
}

/** Why a row cannot be used. */
export function sayReason(reason: string, say: Say): string {
  return sayOr(`rejectReason.${reason}`, reason.replaceAll('_', ' '), say);
}

function sayOr(key: string, fallback: string, say: Say, values: Readonly<Record<string, string | number>> = {}): string {
  const said = say(key as WordKey, values);
  return said === key ? fallback : said;
}
