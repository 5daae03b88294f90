import { createLazyRoute, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { formatInstant } from '../../../catalog/charts/format-time.ts';
import { dashboards } from '../../../catalog/dashboards/index.ts';
import { FilterBar } from '../parts/FilterBar.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useReader } from '../parts/language.ts';
import { ComparisonPicker, PeriodPicker } from '../parts/PeriodPicker.tsx';
import { Tile } from '../parts/Tile.tsx';
import { useBoardSearch } from '../parts/use-board-search.ts';
import { useWorkspace } from '../parts/use-workspace.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const DefinitionDialog = lazy(async () => ({ default: (await import('../parts/DefinitionDialog.tsx')).DefinitionDialog }));
const DrillPanel = lazy(async () => ({ default: (await import('../parts/DrillPanel.tsx')).DrillPanel }));

/** A board: its tiles, with one period, one comparison and one set of filters for all. */
function BoardPage() {
  const { locale } = useReader();
  const [search] = useBoardSearch();
  const { board: name } = useParams({ from: '/boards/$board' });
  const board = dashboards.find((each) => each.name === name);
  if (board === undefined) return <NotFoundPage />;
  const controls = (
    <>
      <PeriodPicker />
      <ComparisonPicker />
      <FilterBar />
    </>
  );
  return (
    <Frame title={board.title[locale]} controls={controls}>
      <div className="board">
        {board.tiles.map((tile) => (
          <Tile key={tile.name} tile={tile} />
        ))}
      </div>
      <Freshness />
      <Suspense>
        {search.explain !== undefined && <DefinitionDialog tiles={board.tiles} />}
        {search.drill !== undefined && <DrillPanel tiles={board.tiles} />}
      </Suspense>
    </Frame>
  );
}

/** How fresh the data are and which zone the times are in: once for the board. */
function Freshness() {
  const { say, locale } = useReader();
  const workspace = useWorkspace();
  if (workspace === undefined) return null;
  const until =
    workspace.dataUntil === null ? [] : [say('frame.updated', { time: formatInstant(workspace.dataUntil, locale, workspace.zone) })];
  return <p className="quiet">{[...until, say('frame.zone', { zone: workspace.zone })].join(' · ')}</p>;
}

export const boardPage = createLazyRoute('/boards/$board')({ component: BoardPage });
