import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { fittingChart } from '../../../catalog/charts/fitting-charts.ts';
import { nameMetric } from '../../../catalog/locales/names.ts';
import type { Tile } from '../../../core/model/dashboard.ts';
import type { QueryInput } from '../../../core/model/query.ts';
import { callForFile } from './call.ts';
import { ExploreDrawing } from './ExploreDrawing.tsx';
import { localDays } from './explain-question.ts';
import { exploreShape } from './explore-shape.ts';
import { HouseMark } from './HouseMark.tsx';
import { useReader } from './language.ts';
import { saveFile } from './save-file.ts';
import { TileHint, TileSkeleton } from './TileHint.tsx';
import { TileTools } from './TileTools.tsx';
import { useExploreSearch } from './use-explore-search.ts';
import { useResult } from './use-result.ts';
import { useTileState } from './use-tile-state.ts';

export interface ExploreResultProps {
  readonly tile: Tile;
  readonly query: QueryInput;
}

/** The answer to the question: drawn, as a table, as files, with its definition and the rows behind it. */
export function ExploreResult({ tile, query }: ExploreResultProps) {
  const reader = useReader();
  const [search] = useExploreSearch();
  const { data, error, isPlaceholderData, refetch } = useResult(query);
  const state = useTileState({ data, error });
  const chart = fittingChart(search.chart, exploreShape(search, reader.names));
  const title = data?.metrics.map((metric) => nameMetric(metric, reader)).join(' · ') ?? '';
  return (
    <section
      className="tile"
      aria-label={reader.say('explore.title')}
      aria-busy={state.kind === 'loading'}
      data-tile={tile.name}
      data-state={state.kind}
      data-stale={isPlaceholderData}
    >
      <div className="tile-head">
        <h2>{title}</h2>
        <TileTools
          tile={tile}
          query={query}
          metric={data?.metrics[0]?.key ?? ''}
          day={data === undefined ? null : localDays(data.period, data.zone).until}
        />
      </div>
      {data !== undefined && <HouseMark result={data} />}
      {state.kind === 'loading' && <TileSkeleton chart={chart} />}
      {(state.kind === 'ready' || state.kind === 'stale') && <ExploreDrawing chart={chart} result={state.result} />}
      {state.kind !== 'loading' && state.kind !== 'ready' && <TileHint state={state} onRetry={() => void refetch()} />}
      <ExportButtons query={query} disabled={state.kind !== 'ready'} />
    </section>
  );
}

const formats = ['csv', 'json'] as const;

function ExportButtons({ query, disabled }: { readonly query: QueryInput; readonly disabled: boolean }) {
  const { say } = useReader();
  return (
    <div className="row" style={{ justifyContent: 'flex-end', marginTop: 8 }}>
      {formats.map((format) => (
        <Button
          key={format}
          variant="default"
          leftSection={<IconDownload size={16} />}
          disabled={disabled}
          onClick={async () => saveFile(`earshot.${format}`, await callForFile('export', { query, format }))}
        >
          {say('explore.export', { format: format.toUpperCase() })}
        </Button>
      ))}
    </div>
  );
}
