import { formatValue } from '../../../catalog/charts/format-value.ts';
import { nameMetric } from '../../../catalog/locales/names.ts';
import { noEstimate } from '../../../core/model/no-estimate.ts';
import { useReader } from './language.ts';
import { figureQuery } from './tile-query.ts';
import { useBoardSearch } from './use-board-search.ts';
import { useResult } from './use-result.ts';

/** The figure to read beside a metric, so that faster is not taken for better. Nothing for a metric without one. */
export function Counterweight({ metric }: { readonly metric: string }) {
  const counterweight = useReader().names.metrics[metric]?.counterweight ?? null;
  return counterweight === null ? null : <CounterweightFigure metric={counterweight} />;
}

function CounterweightFigure({ metric }: { readonly metric: string }) {
  const reader = useReader();
  const [search] = useBoardSearch();
  const { data } = useResult(figureQuery(metric, search, reader.names));
  const resolved = data?.metrics[0];
  if (data === undefined || resolved === undefined) return <div className="quiet">&nbsp;</div>;
  const estimate = data.totals.values[resolved.key] ?? noEstimate;
  return (
    <div className="quiet">
      {reader.say('tile.beside', { name: nameMetric(resolved, reader) })}{' '}
      <strong>{formatValue(estimate.value, resolved.unit, reader.locale)}</strong>
    </div>
  );
}
