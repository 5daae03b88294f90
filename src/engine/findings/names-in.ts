import type { Segment } from '../../core/model/finding.ts';
import { readNames } from '../query/names.ts';
import { dimensionNamed } from '../query/resolve-query.ts';
import type { FindingSource } from './finding-source.ts';

/** The names of the agents and teams among the values of some segments, by id. */
export function namesIn(source: FindingSource, segments: readonly Segment[]): Promise<Record<string, string>> {
  const ids = segments
    .filter(({ dimension }) => dimensionNamed(dimension, source.calendar).via !== undefined)
    .flatMap(({ values }) => values);
  return readNames(source.ask, source.database, new Set(ids));
}
