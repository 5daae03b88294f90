import { useHotkeys } from '@mantine/hooks';
import { CatchBoundary } from '@tanstack/react-router';
import { type CSSProperties, lazy, Suspense } from 'react';
import type { PointTarget } from '../../../catalog/charts/point-target.ts';
import { noNames } from '../../../catalog/locales/names.ts';
import type { Tile as TileDeclaration } from '../../../core/model/dashboard.ts';
import type { Result } from '../../../core/model/result.ts';
import { Comments } from './Comments.tsx';
import { ComparisonFigures } from './ComparisonFigures.tsx';
import { localDays } from './explain-question.ts';
import { Figure } from './Figure.tsx';
import { HouseMark } from './HouseMark.tsx';
import { useReader } from './language.ts';
import { nameTile } from './name-tile.ts';
import { ResultTable } from './ResultTable.tsx';
import { RisingWords } from './RisingWords.tsx';
import { DroppedFilters, TileHint, TileSkeleton, UnknownHint } from './TileHint.tsx';
import { TileTools } from './TileTools.tsx';
import { filtersOfPage, tileQuery } from './tile-query.ts';
import { isComparable, isDrawable, neverBrought, type TileState } from './tile-state.ts';
import { unknownDimensions } from './unknown-dimensions.ts';
import { useBoardSearch } from './use-board-search.ts';
import { useChartContext } from './use-chart-context.ts';
import { useFrequentValues } from './use-frequent-values.ts';
import { useResult } from './use-result.ts';
import { useTableKey } from './use-table-view.ts';
import { useTileState } from './use-tile-state.ts';

/** Drawn as lists that ask for themselves. */
const lists: readonly string[] = ['comments', 'rising-words'];

const Chart = lazy(async () => ({ default: (await import('./Chart.tsx')).Chart }));

export interface TileProps {
  readonly tile: TileDeclaration;
}

/** A question and its answer: number, comparison, chart, and what to do when there is none. With filters it waits until it is known what they touch. */
export function Tile({ tile }: TileProps) {
  const reader = useReader();
  const [search] = useBoardSearch();
  const filters = filtersOfPage(tile, search);
  const unknown = unknownDimensions(tile.query.metrics, filters, reader.names);
  if (filters.length > 0 && reader.names === noNames) {
    return (
      <TileFrame tile={tile} state="loading">
        <TileSkeleton chart={tile.chart} />
      </TileFrame>
    );
  }
  if (unknown.length === 0) return <AskedTile tile={tile} />;
  return (
    <TileFrame tile={tile} state="unknown">
      <div className="tile-head">
        <h2>{nameTile(tile, reader)}</h2>
      </div>
      <UnknownHint tile={tile.name} dimensions={unknown} />
    </TileFrame>
  );
}

function AskedTile({ tile }: TileProps) {
  const reader = useReader();
  const [search] = useBoardSearch();
  const query = tileQuery(tile, search);
  const { data, state, isPlaceholderData, refetch } = useAnswer(tile, query);
  useHotkeys([useTableKey(tile)]);
  return (
    <TileFrame tile={tile} state={state.kind} stale={isPlaceholderData}>
      <div className="tile-head">
        <h2>{nameTile(tile, reader)}</h2>
        <TileTools
          tile={tile}
          query={query}
          metric={data?.metrics[0]?.key ?? query.metrics[0] ?? ''}
          day={data === undefined ? null : localDays(data.period, data.zone).until}
        />
      </div>
      {data !== undefined && <HouseMark result={data} />}
      {tile.note !== undefined && <p className="quiet note">{tile.note[reader.locale]}</p>}
      {state.kind === 'loading' && <TileSkeleton chart={tile.chart} />}
      {(state.kind === 'ready' || state.kind === 'stale') && <TileBody tile={tile} result={state.result} />}
      {state.kind !== 'loading' && state.kind !== 'ready' && <TileHint state={state} onRetry={() => void refetch()} />}
      <DroppedFilters tile={tile.name} />
    </TileFrame>
  );
}

/** The answer to the question of a tile, which waits until the colours of its values are known. */
function useAnswer(tile: TileDeclaration, query: ReturnType<typeof tileQuery>) {
  const { data, error, isPlaceholderData, refetch } = useResult(query);
  const hasColors = useFrequentValues(tile.chart, query.by ?? []) !== null;
  const known = useTileState({ data: hasColors ? data : undefined, error });
  const asksItself = lists.includes(tile.chart) && data !== undefined && known !== neverBrought;
  const state: TileState = asksItself ? { kind: 'ready', result: data } : known;
  return { data, state, isPlaceholderData, refetch };
}

interface TileFrameProps extends TileProps {
  readonly state: string;
  readonly stale?: boolean;
  readonly children: React.ReactNode;
}

function TileFrame({ tile, state, stale = false, children }: TileFrameProps) {
  const reader = useReader();
  return (
    <section
      className={tile.width > 6 ? 'tile wide' : 'tile'}
      style={{ '--columns': tile.width } as CSSProperties}
      aria-label={nameTile(tile, reader)}
      aria-busy={state === 'loading'}
      data-tile={tile.name}
      data-state={state}
      data-stale={stale}
    >
      {children}
    </section>
  );
}

function TileBody({ tile, result }: TileProps & { readonly result: Result }) {
  const [, change] = useBoardSearch();
  const drill = ({ metric, group, bucket }: PointTarget) =>
    change({ drill: { tile: tile.name, metric, group, ...(bucket === null ? {} : { bucket }) }, ticket: undefined });
  return (
    <div className="tile-body">
      {result.dimensions.length === 0 && tile.chart !== 'comparison-table' && !lists.includes(tile.chart) && (
        <Figure result={result} onDrill={(metric) => drill({ metric, group: {}, bucket: null })} />
      )}
      <TileDrawing tile={tile} result={result} onPick={drill} />
    </div>
  );
}

interface TileDrawingProps extends TileProps {
  readonly result: Result;
  readonly onPick: (target: PointTarget) => void;
}

function TileDrawing({ tile, result, onPick }: TileDrawingProps) {
  const reader = useReader();
  const [search] = useBoardSearch();
  const context = useChartContext(tile.chart, result, tile.marksEvents === true);
  const { chart } = tile;
  if (chart === 'table' || search.tables?.includes(tile.name))
    return <ResultTable result={result} context={{ ...context, widthPx: 0 }} onPick={onPick} />;
  if (chart === 'comments') return <Comments tile={tile} />;
  if (chart === 'rising-words') return <RisingWords tile={tile} />;
  if (chart === 'comparison-table') return <ComparisonFigures result={result} context={{ ...context, widthPx: 0 }} onPick={onPick} />;
  if (!isDrawable(result) || (chart === 'slope' && !isComparable(result))) return <Undrawn result={result} />;
  return (
    <CatchBoundary getResetKey={() => tile.name} errorComponent={() => <p role="alert">{reader.say('chart.failed')}</p>}>
      <Suspense fallback={<div style={{ minHeight: chart === 'number' ? 40 : 150 }} aria-busy />}>
        <Chart
          chart={chart}
          result={result}
          context={context}
          label={reader.say('tile.chartKeys', { name: nameTile(tile, reader) })}
          onPick={onPick}
        />
      </Suspense>
    </CatchBoundary>
  );
}

/** Why there is no chart of a result that has a figure: no point rests on enough, or a slope has no period before. */
function Undrawn({ result }: { readonly result: Result }) {
  const { say } = useReader();
  const [search] = useBoardSearch();
  if (isDrawable(result))
    return <p className="quiet">{say(search.compare === 'year' ? 'change.missing.year' : 'change.missing.previous')}</p>;
  return result.metrics[0]?.unit === 'count' ? null : <p className="quiet">{say('tile.sparse')}</p>;
}
