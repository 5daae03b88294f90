import { formatNumber } from '../../../catalog/charts/format-number.ts';
import { grainOf } from '../../../catalog/charts/format-time.ts';
import { scatterFit } from '../../../catalog/charts/scatter-fit.ts';
import { fitReading } from '../../../catalog/locales/fit-reading.ts';
import { nameMetric } from '../../../catalog/locales/names.ts';
import { isDuration } from '../../../core/model/duration-unit.ts';
import type { Result } from '../../../core/model/result.ts';
import { useReader } from './language.ts';

/** What the line through two figures shows, and what it does not prove. Durations are told in hours. */
export function ExploreFit({ result }: { readonly result: Result }) {
  const reader = useReader();
  const { say, locale } = reader;
  const fit = scatterFit(result);
  const [across, up] = result.metrics;
  if (fit === null || across === undefined || up === undefined) return null;
  const paired = result.buckets.length === 0 ? 'group' : grainOf(result.buckets);
  const [acrossUnit, upUnit] = [across, up].map(({ unit }) => (isDuration(unit) ? 3_600_000 : 1)) as [number, number];
  return (
    <p data-fit={fit.n}>
      {say('explore.fit', {
        reading: fitReading(fit, paired, locale),
        up: unitName(nameMetric(up, reader), up.unit),
        across: unitName(nameMetric(across, reader), across.unit),
        intercept: formatNumber(fit.intercept / upUnit, locale),
        slope: formatNumber((fit.slope * acrossUnit) / upUnit, locale),
        r: formatNumber(fit.r, locale),
      })}
    </p>
  );
}

function unitName(name: string, unit: Result['metrics'][number]['unit']): string {
  return isDuration(unit) ? `${name} (h)` : name;
}
