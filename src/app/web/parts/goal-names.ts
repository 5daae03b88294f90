import type { NamingReader } from '../../../catalog/locales/names.ts';

/** What each metric that a goal can be set for is called, by the name that the goal has: with its statistic where it has several. */
export function goalNames({ say, names }: NamingReader): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(names.metrics).flatMap(([name, { label, statistics }]): (readonly [string, string])[] =>
      statistics.length === 0
        ? [[name, label]]
        : statistics.map((statistic) => [`${name}_${statistic}`, `${label} · ${say(`statistic.${statistic as 'median'}`)}`]),
    ),
  );
}
