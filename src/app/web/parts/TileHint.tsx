import { Button, Skeleton } from '@mantine/core';
import { formatInstant } from '../../../catalog/charts/format-time.ts';
import { listNames } from '../../../catalog/locales/list-names.ts';
import { namePair } from '../../../catalog/locales/name-pair.ts';
import { nameDimension } from '../../../catalog/locales/names.ts';
import type { Tile } from '../../../core/model/dashboard.ts';
import { countedThings } from './counted-things.ts';
import { ImportOffer } from './ImportOffer.tsx';
import { useReader } from './language.ts';
import { isRefusedQuestion, sayRefusedQuestion } from './say-fault.ts';
import type { EmptyWhy, TileState } from './tile-state.ts';
import { useBoardSearch } from './use-board-search.ts';
import { useWorkspace } from './use-workspace.ts';

export interface TileHintProps {
  readonly state: Exclude<TileState, { kind: 'ready' | 'loading' }>;
  readonly onRetry: () => void;
}

/** Why a tile shows no figure, or an old one, and what to do next. */
export function TileHint({ state, onRetry }: TileHintProps) {
  const reader = useReader();
  const { say, names, locale } = reader;
  const retry = (
    <Button variant="default" onClick={onRetry}>
      {say('action.retry')}
    </Button>
  );
  switch (state.kind) {
    case 'empty':
      return <EmptyHint why={state.why} />;
    case 'too few':
      return (
        <div className="hint">
          {say(`tile.tooFew${countedThings(state.metric.name, names)}`, { count: state.n })}
          <ShowAll />
        </div>
      );
    case 'error':
      return (
        <div className="hint" role="alert">
          <span>{namePair(say('tile.error'), sayRefusedQuestion(state.fault, reader), locale)}</span>
          {!isRefusedQuestion(state.fault) && retry}
        </div>
      );
    case 'stale':
      return (
        <div className="row quiet" role="status">
          {namePair(say('tile.stale'), sayRefusedQuestion(state.fault, reader), locale)}
          {retry}
        </div>
      );
  }
}

const emptyWords = { never: 'tile.noDataYet', none: 'tile.none', variant: 'tile.emptyVariant', nothing: 'tile.empty' } as const;

function EmptyHint({ why }: { readonly why: EmptyWhy }) {
  const { say, locale } = useReader();
  const [search, change] = useBoardSearch();
  const workspace = useWorkspace();
  const filtered = (search.filters?.length ?? 0) > 0;
  if (workspace?.dataUntil === null || why.reason === 'never')
    return (
      <div className="hint">
        {say('tile.noDataYet')}
        <ImportOffer />
      </div>
    );
  return (
    <div className="hint">
      {'instant' in why
        ? say(why.reason === 'ended' ? 'tile.dataEnded' : 'tile.dataBefore', { time: formatInstant(why.instant, locale, why.zone) })
        : say(filtered ? 'tile.emptyFiltered' : emptyWords[why.reason])}
      <div className="row">
        {filtered && (
          <Button variant="default" onClick={() => change({ filters: undefined })}>
            {say('tile.clearFilters')}
          </Button>
        )}
        <ShowAll />
      </div>
    </div>
  );
}

function ShowAll() {
  const { say } = useReader();
  const [search, change] = useBoardSearch();
  if (search.period === 'all') return null;
  return (
    <Button variant="default" onClick={() => change({ period: 'all' })}>
      {say('tile.showAll')}
    </Button>
  );
}

/** The shape of what comes. */
export function TileSkeleton({ chart }: { readonly chart: Tile['chart'] }) {
  const { say } = useReader();
  const tall = chart === 'number' ? 40 : 150;
  return (
    <div className="tile-body" role="status" aria-label={say('tile.loading')}>
      {chart === 'number' || chart === 'line' ? (
        <>
          <Skeleton height={28} width="40%" mt={4} />
          <Skeleton height={12} width="70%" mt={8} />
          <Skeleton height={tall} mt={8} />
        </>
      ) : (
        [90, 70, 50, 40, 20].map((width) => <Skeleton key={width} height={20} width={`${width}%`} mt={12} />)
      )}
    </div>
  );
}

interface UnknownHintProps {
  readonly tile: string;
  readonly dimensions: readonly string[];
}

/** Says that a figure cannot be divided by what the page is filtered by, and offers it undivided. */
export function UnknownHint({ tile, dimensions }: UnknownHintProps) {
  const reader = useReader();
  const [search, change] = useBoardSearch();
  const named = listNames(
    dimensions.map((dimension) => nameDimension(dimension, reader)),
    reader.locale,
  );
  return (
    <div className="hint">
      {reader.say('tile.knowsNo', { dimension: named })}
      <Button
        variant="default"
        onClick={() => change({ without: { ...search.without, [tile]: [...(search.without?.[tile] ?? []), ...dimensions] } })}
      >
        {reader.say('tile.dropFilter')}
      </Button>
    </div>
  );
}

/** Says that filters of the page were left out of a tile. Nothing when none was. */
export function DroppedFilters({ tile }: { readonly tile: string }) {
  const reader = useReader();
  const [search, change] = useBoardSearch();
  const dropped = (search.without?.[tile] ?? []).filter((dimension) => search.filters?.some((filter) => filter.dimension === dimension));
  if (dropped.length === 0) return null;
  const left = dropped.map((dimension) => nameDimension(dimension, reader));
  const { [tile]: _, ...others } = search.without ?? {};
  return (
    <p className="quiet note">
      {reader.say('tile.unfiltered', { dimension: listNames(left, reader.locale) })}{' '}
      <button type="button" className="link" onClick={() => change({ without: Object.keys(others).length > 0 ? others : undefined })}>
        {reader.say('tile.filterAgain')}
      </button>
    </p>
  );
}
