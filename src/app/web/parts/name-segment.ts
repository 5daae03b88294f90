import { joinValues } from '../../../catalog/locales/join-values.ts';
import { namePair } from '../../../catalog/locales/name-pair.ts';
import { type NamingReader, nameDimension, nameValue } from '../../../catalog/locales/names.ts';
import type { Segment } from '../../../core/model/finding.ts';

/** A segment in words: `Region: Scotland, North`. */
export function nameSegment({ dimension, values }: Segment, reader: NamingReader, ids: Readonly<Record<string, string>>): string {
  const named = values.map((value) => nameValue(dimension, value, reader, ids));
  return namePair(nameDimension(dimension, reader), joinValues(named, reader.locale), reader.locale);
}
