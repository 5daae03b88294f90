import { formatCount } from '../../../catalog/charts/format-number.ts';
import { formatEstimate, formatInterval } from '../../../catalog/charts/format-value.ts';
import { sampleSize } from '../../../catalog/charts/sample-size.ts';
import { nameMetric } from '../../../catalog/locales/names.ts';
import type { Estimate } from '../../../core/model/estimate.ts';
import { noEstimate } from '../../../core/model/no-estimate.ts';
import type { ResolvedMetric, Result } from '../../../core/model/result.ts';
import { ChangeLine } from './ChangeLine.tsx';
import { Counterweight } from './Counterweight.tsx';
import { countedThings } from './counted-things.ts';
import { useReader } from './language.ts';

export interface FigureProps {
  readonly result: Result;
  readonly onDrill: (metric: string) => void;
}

/** The figures of a result: the first large, the others beside it, with what they rest on and how they changed. */
export function Figure({ result, onDrill }: FigureProps) {
  const reader = useReader();
  const [first, ...others] = result.metrics;
  if (first === undefined) return null;
  const estimate = result.totals.values[first.key] ?? noEstimate;
  return (
    <>
      <div className="figure">
        <Value metric={first} estimate={estimate} onDrill={onDrill} />
        {first.statistic !== null && <span className="quiet">{reader.say(`statistic.${first.statistic}`)}</span>}
        {others.map((metric) => (
          <span key={metric.key}>
            <Value metric={metric} estimate={result.totals.values[metric.key] ?? noEstimate} onDrill={onDrill} second />{' '}
            <span className="quiet">
              {metric.statistic === null ? nameMetric(metric, reader) : reader.say(`statistic.${metric.statistic}`)}
            </span>
          </span>
        ))}
        <Basis metric={first} estimate={estimate} />
      </div>
      <ChangeLine metric={first} result={result} />
      <Counterweight metric={first.name} />
    </>
  );
}

interface ValueProps {
  readonly metric: ResolvedMetric;
  readonly estimate: Estimate;
  readonly second?: boolean;
  readonly onDrill: (metric: string) => void;
}

function Value({ metric, estimate, second, onDrill }: ValueProps) {
  const reader = useReader();
  const text = formatEstimate(estimate, metric.unit, reader.locale);
  return (
    <button
      type="button"
      className={second ? 'figure-value figure-second' : 'figure-value'}
      data-few={sampleSize(metric, estimate, reader.names.metrics[metric.name]?.smallN ?? undefined) === 'few'}
      title={formatEstimate(estimate, metric.unit, reader.locale, true)}
      aria-label={`${nameMetric(metric, reader)}: ${text}. ${reader.say(`tile.drill${countedThings(metric.name, reader.names)}`)}`}
      onClick={() => onDrill(metric.key)}
    >
      {text}
    </button>
  );
}

function Basis({ metric, estimate }: { readonly metric: ResolvedMetric; readonly estimate: Estimate }) {
  const { say, locale, names } = useReader();
  if (metric.unit === 'count') return null;
  const interval = formatInterval(estimate, metric.unit, locale);
  const few = sampleSize(metric, estimate, names.metrics[metric.name]?.smallN ?? undefined) === 'few';
  const parts = [
    ...(interval === null ? [] : [say('tile.interval', { interval })]),
    few
      ? say(`tile.few${countedThings(metric.name, names)}`, { count: estimate.n })
      : say('tile.n', { n: formatCount(estimate.n, locale) }),
    ...(estimate.pending ? [say('tile.pending', { count: estimate.pending })] : []),
    ...(estimate.provenance?.reported ? [say('tile.reported', { count: estimate.provenance.reported })] : []),
  ];
  return <span className="quiet">{parts.join(' · ')}</span>;
}
