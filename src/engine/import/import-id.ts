import { createHash } from 'node:crypto';
import type { Mapping } from '../../core/import/mapping.ts';
import { hashOf, type SourceOnDisk } from './source-file.ts';

/**
 * The id of an import: a hash of content, shape and mapping, so that the same file brought twice is one import. A detected mapping gives rows without
 * a date the day of the import; that day does not make it another one.
 */
export async function importIdOf(source: SourceOnDisk, mapping: Mapping, detected: boolean): Promise<string> {
  const { created_at: _day, ...otherConstants } = mapping.constants;
  const lasting = detected ? { ...mapping, constants: otherConstants } : mapping;
  const hash = createHash('sha256');
  hash.update(await hashOf(source));
  hash.update(canonical(lasting));
  return hash.digest('hex').slice(0, 32);
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
