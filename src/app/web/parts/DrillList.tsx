import { Button, Skeleton } from '@mantine/core';
import { IconCalendarPlus, IconDownload } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatCount } from '../../../catalog/charts/format-number.ts';
import { formatDay } from '../../../catalog/charts/format-time.ts';
import { nameColumn } from '../../../catalog/locales/columns.ts';
import { namePair } from '../../../catalog/locales/name-pair.ts';
import { nameDimension, nameValue } from '../../../catalog/locales/names.ts';
import type { Tile } from '../../../core/model/dashboard.ts';
import type { Input, Output } from '../../../core/model/endpoints/index.ts';
import { call } from './call.ts';
import { csv } from './csv.ts';
import { useReader } from './language.ts';
import { type CellContext, nameCell } from './name-cell.ts';
import type { Drill } from './page-search.ts';
import { RowsTable } from './RowsTable.tsx';
import { saveFile } from './save-file.ts';
import { sayFault } from './say-fault.ts';
import { tileQuery } from './tile-query.ts';
import { useBoardSearch } from './use-board-search.ts';
import { useNames } from './use-names.ts';
import { useWorkspace } from './use-workspace.ts';

const pageSize = 100;

/** The rows behind a number: as many as the number says, in pages, and all of them as a file. */
export function DrillList({ tile, drill }: { readonly tile: Tile; readonly drill: Drill }) {
  const reader = useReader();
  const { say, locale } = reader;
  const [search, change] = useBoardSearch();
  const [limit, setLimit] = useState(pageSize);
  const context: CellContext = { reader, zone: useWorkspace()?.zone ?? 'UTC', names: useNames() };
  const question: Input<'rows'> = { query: tileQuery(tile, search), ...pointed(drill), limit };
  const { data, error, isFetching } = useQuery({
    queryKey: ['rows', JSON.stringify(question)],
    queryFn: ({ signal }) => call('rows', question, signal),
    placeholderData: keepPreviousData,
  });
  if (error !== null) return <p role="alert">{sayFault(error, say)}</p>;
  if (data === undefined) return <Skeleton height={240} />;
  const day = dayOfBucket(drill);
  const places = Object.entries(drill.group).map(([dimension, value]) =>
    namePair(nameDimension(dimension, reader), nameValue(dimension, value, reader, context.names), reader.locale),
  );
  return (
    <div className="stack" style={{ gap: 8 }}>
      <div className="row">
        <strong data-count={data.count}>{say(countWord(data.dataset), { count: data.count })}</strong>
        <span className="quiet">
          {[...places, ...(drill.bucket === undefined ? [] : [day === null ? drill.bucket : formatDay(day, locale)])].join(' · ')}
        </span>
        <div className="spacer" />
        {day !== null && (
          <Button component={Link} to={`/events?day=${day}`} variant="default" leftSection={<IconCalendarPlus size={16} />}>
            {say('tile.markEvent')}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          disabled={data.count === 0}
          onClick={() => void exportRows(question, context)}
        >
          {say('drill.export')}
        </Button>
      </div>
      {data.count === 0 ? (
        <p className="quiet">{say('drill.none')}</p>
      ) : (
        <RowsTable rows={data} context={context} chosen={search.ticket} onChoose={(ticket) => change({ ticket })} />
      )}
      {data.count > data.rows.length && (
        <div className="row">
          <Button variant="default" loading={isFetching} onClick={() => setLimit(limit + 4 * pageSize)}>
            {say('drill.more')}
          </Button>
          <span className="quiet">{say('drill.shown', { shown: formatCount(data.rows.length, locale) })}</span>
        </div>
      )}
    </div>
  );
}

/** The local day that a bucket is or begins with; null without one. */
function dayOfBucket({ bucket }: Drill): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(bucket ?? '')?.[0] ?? null;
}

function pointed({ metric, group, bucket }: Drill) {
  return { metric, group: { ...group }, ...(bucket === undefined ? {} : { bucket }) };
}

function countWord(dataset: string): 'drill.tickets' | 'drill.answers' | 'drill.surveys' | 'drill.rows' {
  if (dataset === 'tickets' || dataset === 'unsolved_tickets') return 'drill.tickets';
  if (dataset === 'invitations') return 'drill.surveys';
  return dataset === 'answers' ? 'drill.answers' : 'drill.rows';
}

async function exportRows(question: Input<'rows'>, context: CellContext): Promise<void> {
  const all: Output<'rows'> = await call('rows', { ...question, limit: 1_000_000 });
  const names = all.columns.map((column) => nameColumn(column, context.reader.locale));
  const rows = all.rows.map((row) => all.columns.map((column) => nameCell(column, row[column], context)));
  saveFile(`${all.dataset}.csv`, new Blob([csv(names, rows)], { type: 'text/csv' }));
}
