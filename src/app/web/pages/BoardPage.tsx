import { Button } from '@mantine/core';
import { createLazyRoute, Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { formatInstant } from '../../../catalog/charts/format-time.ts';
import { dashboards } from '../../../catalog/dashboards/index.ts';
import type { Dashboard, WaitingMetric } from '../../../core/model/dashboard.ts';
import { FilterBar } from '../parts/FilterBar.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useReader } from '../parts/language.ts';
import { MyTeam } from '../parts/MyTeam.tsx';
import { ComparisonPicker, PeriodPicker } from '../parts/PeriodPicker.tsx';
import { Tile } from '../parts/Tile.tsx';
import { loadWords } from '../parts/translator.ts';
import { useBoardSearch } from '../parts/use-board-search.ts';
import { useWorkspace } from '../parts/use-workspace.ts';
import { NotFoundPage } from './NotFoundPage.tsx';

const DefinitionDialog = lazy(async () => ({ default: (await import('../parts/DefinitionDialog.tsx')).DefinitionDialog }));
const TileExplainPanel = lazy(async () => {
  await loadWords('home');
  return { default: (await import('../parts/TileExplainPanel.tsx')).TileExplainPanel };
});
const DrillPanel = lazy(async () => ({ default: (await import('../parts/DrillPanel.tsx')).DrillPanel }));

/** A board: its tiles, with one period, one comparison and one set of filters for all. */
function BoardPage() {
  const { locale } = useReader();
  const [search] = useBoardSearch();
  const { board: name } = useParams({ from: '/boards/$board' });
  const board = dashboards.find((each) => each.name === name);
  const isEmpty = useWorkspace()?.dataUntil === null;
  if (board === undefined) return <NotFoundPage />;
  const controls = (
    <>
      <PeriodPicker />
      <ComparisonPicker />
      <MyTeam />
      <FilterBar />
    </>
  );
  return (
    <Frame title={board.title[locale]} controls={controls}>
      <BoardTabs board={board} />
      {isEmpty ? (
        <NothingYet />
      ) : (
        <div className="board">
          {board.tiles.map((tile) => (
            <Tile key={`${board.name} ${tile.name}`} tile={tile} />
          ))}
        </div>
      )}
      {board.waiting !== undefined && <Waiting metrics={board.waiting} />}
      <Freshness />
      <Suspense>
        {search.explain !== undefined && <DefinitionDialog tiles={board.tiles} />}
        {search.why !== undefined && <TileExplainPanel tiles={board.tiles} />}
        {(search.drill !== undefined || search.ticket !== undefined) && <DrillPanel tiles={board.tiles} />}
      </Suspense>
    </Frame>
  );
}

/** In place of the tiles while there is nothing to count. */
function NothingYet() {
  const { say } = useReader();
  return (
    <div className="hint panel">
      {say('board.nothingYet')}
      <Button component={Link} to="/import">
        {say('tile.importData')}
      </Button>
    </div>
  );
}

/** The boards that stand beside this one. */
function BoardTabs({ board }: { readonly board: Dashboard }) {
  const { locale } = useReader();
  const { tab } = board;
  if (tab === undefined) return null;
  const family = dashboards.flatMap((each) => (each.tab?.family === tab.family ? [{ name: each.name, text: each.tab.text }] : []));
  return (
    <nav className="tabs" aria-label={board.title[locale]}>
      {family.map(({ name, text }) => (
        <Link key={name} to="/boards/$board" params={{ board: name }} search={(before) => before} className="tab">
          {text[locale]}
        </Link>
      ))}
    </nav>
  );
}

/** Metrics that belong to the board and need rows of another kind. */
function Waiting({ metrics }: { readonly metrics: readonly WaitingMetric[] }) {
  const { say, locale } = useReader();
  return (
    <section className="panel waiting" aria-label={say('board.waiting')}>
      <h2>{say('board.waiting')}</h2>
      {metrics.map(({ metric, needs }) => (
        <div key={metric.en}>
          {metric[locale]} <span className="quiet">{say('board.needs', { needs: needs[locale] })}</span>
        </div>
      ))}
    </section>
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
