import type { Output } from '../../core/model/endpoints/index.ts';
import type { FindingSource } from './finding-source.ts';
import { readMarks } from './known-events.ts';
import { readGaps } from './read-gaps.ts';

type SourceGap = Output<'sources'>[number]['gaps'][number];

const days = 28;

/** The silences of each source in the last 28 full days, in order of time. */
export async function gapsBySource(source: FindingSource): Promise<ReadonlyMap<string, readonly SourceGap[]>> {
  const gaps = await readGaps(source, await readMarks(source), { first: source.day - days + 1, last: source.day });
  const feeds = gaps.filter(({ kind }) => kind === 'feed');
  const bySource = new Map<string, SourceGap[]>();
  for (const { source: name, from, until, missingPercent } of feeds) {
    bySource.set(name, [...(bySource.get(name) ?? []), { from, until, missingPercent }]);
  }
  return bySource;
}
