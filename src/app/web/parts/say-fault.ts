import type { Say } from '../../../catalog/charts/chart-context.ts';
import { listNames } from '../../../catalog/locales/list-names.ts';
import { type NamingReader, nameDimension, nameValue } from '../../../catalog/locales/names.ts';
import type { WordKey } from '../../../catalog/locales/words.ts';
import { CallFault } from './call.ts';
import { labelOf, readFigure } from './metric-figure.ts';

/** What went wrong in the reader's language: by the sentence that the server names, or by the code of its refusal; else in the server's own words. */
export function sayFault(error: Error, say: Say): string {
  if (!(error instanceof CallFault)) return error instanceof TypeError ? say('refusal.unreachable') : error.message;
  const { code, sentence } = error;
  const keys = [...(sentence === null ? [] : [sentence.key]), `refusal.${code}`] as WordKey[];
  const known = keys.map((key) => [key, say(key, sentence?.values)] as const).find(([key, said]) => said !== key);
  return known?.[1] ?? error.message;
}

/** The same of a question that was refused, with what is near to an unknown word by its names. */
export function sayRefusedQuestion(error: Error, reader: NamingReader): string {
  if (!(error instanceof CallFault)) return sayFault(error, reader.say);
  return sayFault(error, (key, values = {}) =>
    reader.say(key, typeof values.near === 'string' ? { ...values, near: namesOf(values.near.split(', '), error.code, reader) } : values),
  );
}

/** Whether the question itself was refused, so that asking it again helps nothing. */
export function isRefusedQuestion(error: Error): boolean {
  return error instanceof CallFault && /^(unknown|bad)_|_not_carried$|^several_metrics$/.test(error.code);
}

function namesOf(keys: readonly string[], code: string, reader: NamingReader): string {
  return listNames([...new Set(keys.map((key) => nameOf(key, code, reader)))], reader.locale);
}

function nameOf(key: string, code: string, reader: NamingReader): string {
  if (code === 'unknown_metric') return labelOf(readFigure(key, reader.names).name, reader);
  if (code === 'unknown_dimension') return nameDimension(key, reader);
  const [, dimension] = /^unknown_value_of_(\w+)$/.exec(code) ?? [];
  return dimension === undefined ? key : nameValue(dimension, key, reader);
}
