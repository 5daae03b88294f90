import { builtInNames } from '../../../catalog/locales/name-built-in.ts';
import type { NamingReader } from '../../../catalog/locales/names.ts';
import { goalNames } from './goal-names.ts';
import { sayFault } from './say-fault.ts';

/** What is wrong with a setting, in the reader's language: metrics and what Earshot named by their names there. */
export function saySettingFault(error: Error, reader: NamingReader): string {
  const metrics = goalNames(reader);
  const builtIn = new Map(Object.values(builtInNames).map((texts) => [texts.en, texts[reader.locale]]));
  const named = (value: string | number) =>
    typeof value === 'string' ? (metrics.get(value) ?? reader.names.metrics[value]?.label ?? builtIn.get(value) ?? value) : value;
  return sayFault(error, (key, values = {}) =>
    reader.say(key, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, named(value)]))),
  );
}
