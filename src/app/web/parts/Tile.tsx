import { type CSSProperties, lazy, Suspense } from 'react';
import type { PointTarget } from '../../../catalog/charts/point-target.ts';
import type { Tile as TileDeclaration } from '../../../core/model/dashboard.ts';
import type { Result } from '../../../core/model/result.ts';
import { Figure } from './Figure.tsx';
import { useReader } from './language.ts';
import { ResultTable } from './ResultTable.tsx';
import { TileHint, TileSkeleton } from './TileHint.tsx';
import { TileTools } from './TileTools.tsx';
import { tileQuery } from './tile-query.ts';
import { tileState } from './tile-state.ts';
import { useBoardSearch } from './use-board-search.ts';
import { useChartContext } from './use-chart-context.ts';
import { useResult } from './use-result.ts';

const Chart = lazy(async () => ({ default: (await import('./Chart.tsx')).Chart }));

export interface TileProps {
  readonly tile: TileDeclaration;
}

/** A question and its answer: number, comparison, chart, and what to do when there is none. */
export function Tile({ tile }: TileProps) {
  const { locale } = useReader();
  const [search] = useBoardSearch();
  const query = tileQuery(tile, search);
  const { data, error, isPlaceholderData, refetch } = useResult(query);
  const state = tileState({ data, error });
  return (
    <section
      className={tile.width > 6 ? 'tile wide' : 'tile'}
      style={{ '--columns': tile.width } as CSSProperties}
      aria-label={tile.title[locale]}
      aria-busy={state.kind === 'loading'}
      data-tile={tile.name}
      data-state={state.kind}
      data-stale={isPlaceholderData}
    >
      <div className="tile-head">
        <h2>{tile.title[locale]}</h2>
        <TileTools tile={tile} query={query} metric={data?.metrics[0]?.key ?? query.metrics[0] ?? ''} />
      </div>
      {state.kind === 'loading' && <TileSkeleton chart={tile.chart} />}
      {(state.kind === 'ready' || state.kind === 'stale') && <TileBody tile={tile} result={state.result} />}
      {state.kind !== 'loading' && state.kind !== 'ready' && <TileHint state={state} onRetry={() => void refetch()} />}
    </section>
  );
}

const heights: Readonly<Record<TileDeclaration['chart'], number>> = {
  number: 40,
  line: 150,
  bar: 220,
  dot: 220,
  'heat-table': 230,
  table: 0,
};

function TileBody({ tile, result }: TileProps & { readonly result: Result }) {
  const { say, locale } = useReader();
  const [search, change] = useBoardSearch();
  const context = useChartContext(result, tile.marksEvents === true);
  const drill = ({ metric, group, bucket }: PointTarget) =>
    change({ drill: { tile: tile.name, metric, group, ...(bucket === null ? {} : { bucket }) }, ticket: undefined });
  const { chart } = tile;
  const grouped = result.dimensions.length > 0;
  return (
    <div className="tile-body">
      {!grouped && <Figure result={result} onDrill={(metric) => drill({ metric, group: {}, bucket: null })} />}
      {chart === 'table' || search.tables?.includes(tile.name) ? (
        <ResultTable result={result} context={{ ...context, widthPx: 0 }} onPick={drill} />
      ) : (
        <Suspense fallback={<div style={{ minHeight: heights[chart] }} />}>
          <Chart
            chart={chart}
            result={result}
            context={context}
            heightPx={chart === 'line' && grouped ? 280 : heights[chart]}
            label={say('tile.chartKeys', { name: tile.title[locale] })}
            onPick={drill}
          />
        </Suspense>
      )}
    </div>
  );
}
