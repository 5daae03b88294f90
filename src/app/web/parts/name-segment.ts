import { namePair } from '../../../catalog/locales/name-pair.ts';
import { type NamingReader, nameDimension, nameValue } from '../../../catalog/locales/names.ts';
import type { Segment } from '../../../core/model/finding.ts';

/** A segment in words: `Region: Scotland, North`. */
export function nameSegment({ dimension, values }: Segment, reader: NamingReader, ids: Readonly<Record<string, string>>): string {
  const separator = reader.locale.startsWith('zh') ? '、' : ', ';
  const named = values.map((value) => nameValue(dimension, value, reader, ids)).join(separator);
  return namePair(nameDimension(dimension, reader), named, reader.locale);
}
