import { Button, Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { formatWeekdayAndDay } from '../../../catalog/charts/format-time.ts';
import type { Output } from '../../../core/model/endpoints/index.ts';
import { call } from '../parts/call.ts';
import { DayPicker } from '../parts/DayPicker.tsx';
import { Frame } from '../parts/Frame.tsx';
import { findingTile } from '../parts/finding-tile.ts';
import { HomeFigures } from '../parts/HomeFigures.tsx';
import { HomeFindings } from '../parts/HomeFindings.tsx';
import { HomeFooter, HomeGaps } from '../parts/HomeFooter.tsx';
import { ImportOffer } from '../parts/ImportOffer.tsx';
import { useReader } from '../parts/language.ts';
import { sayFault } from '../parts/say-fault.ts';
import { useBoardSearch } from '../parts/use-board-search.ts';
import { useWorkspace } from '../parts/use-workspace.ts';
import { WorstComments } from '../parts/WorstComments.tsx';

const DrillPanel = lazy(async () => ({ default: (await import('../parts/DrillPanel.tsx')).DrillPanel }));
const ExplainPanel = lazy(async () => ({ default: (await import('../parts/ExplainPanel.tsx')).ExplainPanel }));

/** How often the page asks again while newer data are being gone through. */
const askAgainMs = 5000;

/** The morning page: what the last full day was like, what changed, why, and what to do. */
function HomePage() {
  const { say } = useReader();
  const [{ day }, change] = useBoardSearch();
  const { data, error, refetch } = useQuery({
    queryKey: ['home', day ?? null],
    queryFn: ({ signal }) => call('home', day === undefined ? {} : { day }, signal),
    refetchInterval: ({ state }) => (state.data?.stale ? askAgainMs : false),
    placeholderData: keepPreviousData,
  });
  return (
    <Frame title={say('home.title')} controls={data !== undefined && <DayPicker day={data.day} />}>
      {error !== null && data === undefined && (
        <div className="hint panel" role="alert">
          {sayFault(error, say)}
          <div className="row">
            <Button variant="default" onClick={() => void refetch()}>
              {say('action.retry')}
            </Button>
            {day !== undefined && <Button onClick={() => change({ day: undefined })}>{say('home.latest')}</Button>}
          </div>
        </div>
      )}
      {error === null && data === undefined && <Waiting />}
      {data !== undefined && <Morning home={data} />}
    </Frame>
  );
}

function Morning({ home }: { readonly home: Output<'home'> }) {
  const { say, locale } = useReader();
  const [search] = useBoardSearch();
  const workspace = useWorkspace();
  const all = [...home.findings, ...home.better, ...home.open, ...home.hidden];
  if (workspace?.dataUntil === null) return <Empty />;
  return (
    <div className="stack home">
      <section aria-label={formatWeekdayAndDay(home.day, locale, workspace?.now)}>
        <h2>{dayTitle(home.day, workspace?.now, workspace?.zone, say, locale)}</h2>
        <HomeFigures figures={home.figures} />
      </section>
      <div className="home-columns">
        <HomeFindings home={home} />
        <section aria-label={say('home.comments')} className="home-aside">
          <h2>{say('home.comments')}</h2>
          <WorstComments comments={home.comments} />
          <HomeGaps gaps={home.gaps} />
        </section>
      </div>
      <HomeFooter home={home} />
      <Suspense>
        {(search.drill !== undefined || search.ticket !== undefined) && <DrillPanel tiles={all.map(findingTile)} />}
        {search.why !== undefined && <ExplainPanel findings={all} />}
      </Suspense>
    </div>
  );
}

function dayTitle(
  day: string,
  now: string | undefined,
  zone: string | undefined,
  say: ReturnType<typeof useReader>['say'],
  locale: ReturnType<typeof useReader>['locale'],
): string {
  const name = formatWeekdayAndDay(day, locale, now);
  return now !== undefined && dayOf(Date.parse(now) - 86_400_000, zone) === day ? say('home.yesterday', { day: name }) : name;
}

/** The local day of an instant. */
function dayOf(instantMs: number, zone = 'UTC'): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(new Date(instantMs));
}

function Empty() {
  const { say } = useReader();
  return (
    <div className="hint panel">
      {say('home.empty')}
      <ImportOffer />
    </div>
  );
}

function Waiting() {
  const { say } = useReader();
  return (
    <div className="stack" role="status">
      <Skeleton height={72} />
      <span className="quiet">{say('home.working')}</span>
      {[160, 160, 160].map((height, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: skeletons are alike
        <Skeleton key={index} height={height} />
      ))}
    </div>
  );
}

export const homePage = createLazyRoute('/')({ component: HomePage });
