import type { NamingReader } from '../../../catalog/locales/names.ts';
import type { Tile } from '../../../core/model/dashboard.ts';
import { parseMetricName } from './parse-metric-name.ts';

/** What a tile is called: by its title, else like its first metric. */
export function nameTile({ title, query }: Pick<Tile, 'title' | 'query'>, { locale, names }: NamingReader): string {
  if (title !== undefined) return title[locale];
  const [metric = ''] = query.metrics;
  const name = parseMetricName(metric, names);
  return names.metrics[name]?.label ?? name;
}
