import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { formatCount } from '../../../catalog/charts/format-number.ts';
import { formatEstimate, formatInterval } from '../../../catalog/charts/format-value.ts';
import { nameMetric } from '../../../catalog/locales/names.ts';
import type { Metric } from '../../../core/model/metric.ts';
import { noEstimate } from '../../../core/model/no-estimate.ts';
import type { ResolvedMetric } from '../../../core/model/result.ts';
import { useReader } from './language.ts';
import { metricWays } from './metric-ways.ts';
import { sayFault } from './say-fault.ts';
import { useResult } from './use-result.ts';

/** What a metric says now, counted in each of its ways. */
export function MetricWays({ metric }: { readonly metric: Metric }) {
  const reader = useReader();
  const { say, locale } = reader;
  const { data, error } = useResult({ metrics: [...metricWays(metric)], period: 'last 28 days' });
  return (
    <section className="panel" aria-labelledby="ways" data-state={data === undefined && error === null ? 'loading' : 'ready'}>
      <h2 id="ways">{say('metric.today')}</h2>
      <p className="quiet">{say('metric.todayHint')}</p>
      {data?.metrics[0] !== undefined && <HouseNote metric={data.metrics[0]} />}
      {error !== null && <p role="alert">{sayFault(error, say)}</p>}
      {data === undefined && error === null && <Skeleton height={80} />}
      {data !== undefined && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard
        <div className="scroll" tabIndex={0}>
          <table className="grid-table stacking metric-ways">
            <thead>
              <tr>
                <th scope="col">{say('metric.way')}</th>
                <th scope="col" data-numeric="true">
                  {say('metric.value')}
                </th>
                <th scope="col" data-numeric="true">
                  {say('table.interval')}
                </th>
                <th scope="col" data-numeric="true">
                  n
                </th>
                <th scope="col" aria-label={say('metric.house')} />
              </tr>
            </thead>
            <tbody>
              {data.metrics.map((way) => {
                const estimate = data.totals.values[way.key] ?? noEstimate;
                return (
                  <tr key={way.key}>
                    <td>
                      <Link to="/explore" search={{ metrics: [way.key] }} className="link">
                        {nameMetric(way, reader)}
                      </Link>
                    </td>
                    <td data-numeric="true" data-label={say('metric.value')}>
                      {formatEstimate(estimate, way.unit, locale, true)}
                    </td>
                    <td data-numeric="true" data-label={say('table.interval')}>
                      {formatInterval(estimate, way.unit, locale) ?? '–'}
                    </td>
                    <td data-numeric="true" data-label="n">
                      {formatCount(estimate.n, locale)}
                    </td>
                    <td>{way.house && <span className="badge">{say('metric.house')}</span>}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** Whether the house counts by the usual definition, and if not, how. */
function HouseNote({ metric }: { readonly metric: ResolvedMetric }) {
  const reader = useReader();
  const { options = {}, parameters = {} } = reader.names.metrics[metric.name] ?? {};
  const usual =
    metric.variant === 'industry' &&
    Object.entries(metric.options).every(([name, value]) => (options[name]?.[0] ?? value) === value) &&
    Object.entries(metric.parameters).every(([name, value]) => (parameters[name]?.default ?? value) === value);
  return <p>{usual ? reader.say('metric.isHouse') : reader.say('metric.departs', { call: nameMetric(metric, reader) })}</p>;
}
