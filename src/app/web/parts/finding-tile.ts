import type { Tile } from '../../../core/model/dashboard.ts';
import type { Finding } from '../../../core/model/finding.ts';
import { type Locale, locales } from '../../../core/model/locale.ts';

/** The rows that a finding is about, as a tile that can be drilled into. */
export function findingTile({ id, metric, label, since, until, filters }: Finding): Tile {
  const title = Object.fromEntries(locales.map((locale) => [locale, label[locale] ?? metric])) as Record<Locale, string>;
  return {
    name: id,
    title,
    query: { metrics: [metric], period: { from: since, until }, compare: 'none', filters: [...filters] },
    chart: 'line',
    width: 12,
    alone: true,
  };
}
