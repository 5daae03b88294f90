import '../styles/events.css';
import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { call } from '../parts/call.ts';
import { EventStrip } from '../parts/EventStrip.tsx';
import { EventTable } from '../parts/EventTable.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useReader } from '../parts/language.ts';
import { sayFault } from '../parts/say-fault.ts';
import { useWorkspace } from '../parts/use-workspace.ts';

const EventDialog = lazy(async () => ({ default: (await import('../parts/EventDialog.tsx')).EventDialog }));

/** What is marked on the charts and known to findings: a year of events, one by one. */
function EventsPage() {
  const { say } = useReader();
  const { day } = eventsRoute.useSearch();
  const navigate = useNavigate();
  const workspace = useWorkspace();
  const lastYear = Number((workspace?.now ?? '2026').slice(0, 4));
  const firstYear = Number((workspace?.dataFrom ?? String(lastYear)).slice(0, 4));
  const [chosen, setChosen] = useState<number | null>(day === undefined ? null : Number(day.slice(0, 4)));
  const [adding, setAdding] = useState(false);
  const year = chosen ?? lastYear;
  const period = { from: `${year}-01-01`, until: `${year}-12-31` };
  const { data, error } = useQuery({
    queryKey: ['calendarEvents', period],
    queryFn: ({ signal }) => call('calendarEvents', period, signal),
    enabled: workspace !== undefined,
  });
  const years = Array.from({ length: lastYear - firstYear + 2 }, (_, index) => String(firstYear + index)).toReversed();
  const close = () => {
    setAdding(false);
    if (day !== undefined) void navigate({ to: '/events', search: {}, replace: true });
  };
  return (
    <Frame
      title={say('events.title')}
      controls={
        <>
          <Select
            className="bar-select"
            w={96}
            aria-label={say('events.year')}
            allowDeselect={false}
            data={years}
            value={String(year)}
            onChange={(next) => setChosen(Number(next))}
          />
          <Button onClick={() => setAdding(true)}>{say('events.add')}</Button>
        </>
      }
    >
      <section className="panel stack" aria-busy={data === undefined && error === null}>
        <p className="quiet">{say('events.intro')}</p>
        {error !== null && <p role="alert">{sayFault(error, say)}</p>}
        {data?.length === 0 && <p>{say('events.none')}</p>}
        {data !== undefined && data.length > 0 && (
          <>
            <EventStrip events={data} year={year} />
            <EventTable events={data} />
          </>
        )}
      </section>
      <Suspense>{(adding || day !== undefined) && <EventDialog event={null} day={day} onClose={close} />}</Suspense>
    </Frame>
  );
}

export const eventsRoute = createLazyRoute('/events')({ component: EventsPage });
