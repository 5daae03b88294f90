import { createHash } from 'node:crypto';
import type { Mapping } from '../../core/import/mapping.ts';
import type { InspectedFile } from './inspect-tables.ts';
import { hashOf } from './source-file.ts';

/**
 * The id of an import: a hash of content, shape and mappings, so that the same file brought twice is one import. A detected mapping gives rows without
 * a date the day of the import; that day does not make it another one.
 */
export async function importIdOf({ file, tables }: InspectedFile, detected: boolean): Promise<string> {
  const lasting = tables.map(({ source, mapping }) => [source.member, detected ? withoutDay(mapping) : mapping] as const);
  const [only] = lasting;
  const hash = createHash('sha256');
  hash.update(await hashOf(file));
  hash.update(canonical(only && lasting.length === 1 && only[0] === null ? only[1] : lasting));
  return hash.digest('hex').slice(0, 32);
}

function withoutDay(mapping: Mapping): Mapping {
  const { created_at: _day, ...constants } = mapping.constants;
  return { ...mapping, constants };
}

/** JSON in which the order of properties does not matter. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${entries
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, item]) => `${JSON.stringify(name)}:${canonical(item)}`)
    .join(',')}}`;
}
