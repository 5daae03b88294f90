import '../styles/explore.css';
import { createLazyRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { Tile } from '../../../core/model/dashboard.ts';
import type { QueryInput } from '../../../core/model/query.ts';
import { ExploreQuestion } from '../parts/ExploreQuestion.tsx';
import { ExploreResult } from '../parts/ExploreResult.tsx';
import { ExploreSame } from '../parts/ExploreSame.tsx';
import { exploreQuery } from '../parts/explore-search.ts';
import { FilterBar } from '../parts/FilterBar.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useReader } from '../parts/language.ts';
import { ComparisonPicker, PeriodPicker } from '../parts/PeriodPicker.tsx';
import { SavedViews } from '../parts/SavedViews.tsx';
import { useExploreSearch } from '../parts/use-explore-search.ts';

const DefinitionDialog = lazy(async () => ({ default: (await import('../parts/DefinitionDialog.tsx')).DefinitionDialog }));
const DrillPanel = lazy(async () => ({ default: (await import('../parts/DrillPanel.tsx')).DrillPanel }));

/** Any figure by anything: a question that the address holds, and its answer. */
function ExplorePage() {
  const { say } = useReader();
  const [search] = useExploreSearch();
  const query = exploreQuery(search);
  const tile = query === null ? null : exploreTile(query, say('explore.title'));
  const controls = (
    <>
      <SavedViews page="explore" />
      <PeriodPicker />
      <ComparisonPicker />
      <FilterBar />
    </>
  );
  return (
    <Frame title={say('explore.title')} controls={controls}>
      <div className="explore">
        <ExploreQuestion />
        <div className="stack">
          {tile === null || query === null ? (
            <p className="panel quiet">{say('explore.choose')}</p>
          ) : (
            <>
              <ExploreResult tile={tile} query={query} />
              <ExploreSame query={query} />
            </>
          )}
        </div>
      </div>
      <Suspense>
        {tile !== null && search.explain !== undefined && <DefinitionDialog tiles={[tile]} />}
        {tile !== null && search.drill !== undefined && <DrillPanel tiles={[tile]} />}
      </Suspense>
    </Frame>
  );
}

/** The question as a tile, for what works on tiles. Period and filters are those of the address. */
function exploreTile({ period: _, filters: _filters, ...query }: QueryInput, title: string): Tile {
  return {
    name: 'explore',
    title: { en: title, 'zh-Hans': title, 'zh-Hant': title, ru: title },
    query,
    chart: 'table',
    width: 12,
    keepsGrain: true,
  };
}

export const explorePage = createLazyRoute('/explore')({ component: ExplorePage });
