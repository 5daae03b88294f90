import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatCount } from '../../../catalog/charts/format-number.ts';
import { nameColumn } from '../../../catalog/locales/columns.ts';
import type { Output } from '../../../core/model/endpoints/index.ts';
import { call } from './call.ts';
import { csv } from './csv.ts';
import { ImportOffer } from './ImportOffer.tsx';
import { useReader } from './language.ts';
import { type CellContext, nameCell } from './name-cell.ts';
import { saveFile } from './save-file.ts';
import { sayFault } from './say-fault.ts';
import { TicketTable } from './TicketTable.tsx';
import { type TicketSearch, ticketRows, ticketsAPage, usualColumns } from './ticket-search.ts';
import { useNames } from './use-names.ts';
import { useTicketKeys } from './use-ticket-keys.ts';
import { useTicketSearch } from './use-ticket-search.ts';
import { useWorkspace } from './use-workspace.ts';

/** A page of tickets with the way to the others, and all of them as a file. */
export function TicketList() {
  const reader = useReader();
  const { say } = reader;
  const [search, change] = useTicketSearch();
  const workspace = useWorkspace();
  const isEmpty = workspace?.tickets === 0;
  const context: CellContext = { reader, zone: workspace?.zone ?? 'UTC', names: useNames() };
  const { data, error, isPlaceholderData } = useTicketRows(search);
  useTicketKeys(data, search, change);
  if (error !== null) return <p role="alert">{sayFault(error, say)}</p>;
  if (data === undefined) return <Skeleton height={480} role="status" aria-label={say('tile.loading')} />;
  const shown = search.columns ?? usualColumns;
  return (
    <div className="stack" style={{ gap: 8, opacity: isPlaceholderData ? 0.55 : 1 }} aria-busy={isPlaceholderData}>
      <TicketListHead data={data} search={search} context={context} columns={shown} onPage={(page) => change({ page })} />
      {data.count === 0 ? (
        <div className="hint">
          {say(isEmpty ? 'tickets.empty' : 'tickets.none')}
          {isEmpty && <ImportOffer />}
        </div>
      ) : (
        <TicketTable
          rows={data.rows}
          columns={shown}
          context={{ ...context, names: { ...context.names, ...data.names } }}
          order={search.order}
          chosen={search.ticket}
          onSort={(order) => change({ order })}
          onChoose={(ticket) => change({ ticket })}
        />
      )}
      <p className="quiet screen-only">{say('tickets.keys')}</p>
    </div>
  );
}

function useTicketRows(search: TicketSearch) {
  const question = ticketRows(search);
  return useQuery({
    queryKey: ['rows', JSON.stringify(question)],
    queryFn: ({ signal }) => call('rows', question, signal),
    placeholderData: keepPreviousData,
  });
}

interface TicketListHeadProps {
  readonly data: Output<'rows'>;
  readonly search: TicketSearch;
  readonly context: CellContext;
  readonly columns: readonly string[];
  readonly onPage: (page: number) => void;
}

function TicketListHead({ data, search, context, columns, onPage }: TicketListHeadProps) {
  const { say, locale } = context.reader;
  const [exporting, setExporting] = useState(false);
  const page = search.page ?? 1;
  const from = (page - 1) * ticketsAPage;
  const range = { from: formatCount(from + 1, locale), until: formatCount(from + data.rows.length, locale) };
  const save = async () => {
    setExporting(true);
    await exportTickets(search, context, columns).finally(() => setExporting(false));
  };
  return (
    <div className="row">
      <strong data-count={data.count}>{say('drill.tickets', { count: data.count })}</strong>
      {data.rows.length > 0 && <span className="quiet">{say('tickets.range', { ...range, total: formatCount(data.count, locale) })}</span>}
      <ActionIcon aria-label={say('tickets.previousPage')} disabled={page === 1} onClick={() => onPage(page - 1)}>
        <IconChevronLeft size={16} />
      </ActionIcon>
      <ActionIcon aria-label={say('tickets.nextPage')} disabled={from + data.rows.length >= data.count} onClick={() => onPage(page + 1)}>
        <IconChevronRight size={16} />
      </ActionIcon>
      <div className="spacer" />
      <Button
        variant="default"
        leftSection={<IconDownload size={16} />}
        disabled={data.count === 0}
        loading={exporting}
        loaderProps={{ 'aria-label': say('tickets.exporting') }}
        onClick={() => void save()}
      >
        {say('drill.export')}
      </Button>
    </div>
  );
}

/** All tickets of the list, in its order and its columns, written as on the screen. */
async function exportTickets(search: TicketSearch, context: CellContext, columns: readonly string[]): Promise<void> {
  const all = await call('rows', { ...ticketRows(search), limit: 1_000_000, offset: 0 });
  const named = { ...context, names: { ...context.names, ...all.names } };
  const rows = all.rows.map((row) => columns.map((column) => nameCell(column, row[column], named)));
  const heads = columns.map((column) => nameColumn(column, context.reader.locale));
  saveFile('tickets.csv', new Blob([csv(heads, rows)], { type: 'text/csv' }));
}
