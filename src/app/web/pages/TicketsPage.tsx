import '../styles/tickets.css';
import { Select } from '@mantine/core';
import { createLazyRoute } from '@tanstack/react-router';
import { FilterBar } from '../parts/FilterBar.tsx';
import { Frame } from '../parts/Frame.tsx';
import { useReader } from '../parts/language.ts';
import { PeriodPicker } from '../parts/PeriodPicker.tsx';
import { SavedViews } from '../parts/SavedViews.tsx';
import { TicketColumns } from '../parts/TicketColumns.tsx';
import { TicketList } from '../parts/TicketList.tsx';
import { TicketPane } from '../parts/TicketPane.tsx';
import { TicketSearchBox } from '../parts/TicketSearchBox.tsx';
import { type TicketTime, ticketTimes } from '../parts/ticket-search.ts';
import { useTicketSearch } from '../parts/use-ticket-search.ts';

/** Tickets one by one: chosen, sorted, searched, kept as views, and read at the side. */
function TicketsPage() {
  const { say } = useReader();
  const [search, change] = useTicketSearch();
  const controls = (
    <>
      <SavedViews page="tickets" />
      <PeriodPicker />
      <FilterBar />
    </>
  );
  return (
    <Frame title={say('tickets.title')} controls={controls}>
      <div className="split ticket-split" data-open={search.ticket !== undefined}>
        <section className="panel stack" aria-label={say('tickets.title')} style={{ gap: 8 }}>
          <div className="row screen-only">
            <Select
              aria-label={say('tickets.time')}
              w={210}
              data={ticketTimes.map((value) => ({ value, label: say(`tickets.time.${value}`) }))}
              value={search.time ?? 'created'}
              allowDeselect={false}
              onChange={(value) => change({ time: value === 'created' || value === null ? undefined : (value as TicketTime) })}
            />
            <TicketSearchBox />
            <div className="spacer" />
            <TicketColumns />
          </div>
          <TicketList />
        </section>
        {search.ticket !== undefined && (
          <div className="panel ticket-side">
            <TicketPane id={search.ticket} />
          </div>
        )}
      </div>
    </Frame>
  );
}

export const ticketsPage = createLazyRoute('/tickets')({ component: TicketsPage });
