import { CatchBoundary } from '@tanstack/react-router';
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
import { isDrawable, tileState } from './tile-state.ts';
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
  const [, change] = useBoardSearch();
  const drill = ({ metric, group, bucket }: PointTarget) =>
    change({ drill: { tile: tile.name, metric, group, ...(bucket === null ? {} : { bucket }) }, ticket: undefined });
  return (
    <div className="tile-body">
      {result.dimensions.length === 0 && <Figure result={result} onDrill={(metric) => drill({ metric, group: {}, bucket: null })} />}
      <TileDrawing tile={tile} result={result} onPick={drill} />
    </div>
  );
}

interface TileDrawingProps extends TileProps {
  readonly result: Result;
  readonly onPick: (target: PointTarget) => void;
}

function TileDrawing({ tile, result, onPick }: TileDrawingProps) {
  const { say, locale } = useReader();
  const [search] = useBoardSearch();
  const context = useChartContext(result, tile.marksEvents === true);
  const { chart } = tile;
  if (chart === 'table' || search.tables?.includes(tile.name))
    return <ResultTable result={result} context={{ ...context, widthPx: 0 }} onPick={onPick} />;
  if (!isDrawable(result)) return <p className="quiet">{say('tile.sparse')}</p>;
  const heightPx = chart === 'line' && result.dimensions.length > 0 ? 280 : heights[chart];
  return (
    <CatchBoundary getResetKey={() => tile.name} errorComponent={() => <p role="alert">{say('chart.failed')}</p>}>
      <Suspense fallback={<div style={{ minHeight: heightPx }} />}>
        <Chart
          chart={chart}
          result={result}
          context={context}
          heightPx={heightPx}
          label={say('tile.chartKeys', { name: tile.title[locale] })}
          onPick={onPick}
        />
      </Suspense>
    </CatchBoundary>
  );
}
