import { SegmentedControl, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { joinParts } from '../../../catalog/locales/join-parts.ts';
import { nameValue } from '../../../catalog/locales/names.ts';
import type { Tile } from '../../../core/model/dashboard.ts';
import { call } from './call.ts';
import { useReader } from './language.ts';
import { type CellContext, nameCell } from './name-cell.ts';
import { nameRowCell } from './name-score.ts';
import { sayFault } from './say-fault.ts';
import { tileQuery } from './tile-query.ts';
import { useBoardSearch } from './use-board-search.ts';
import { useNames } from './use-names.ts';
import { useWorkspace } from './use-workspace.ts';

type Row = Readonly<Record<string, unknown>>;

const most = 500;
const shown = 40;

/** What customers wrote with their scores, each with its topic and the way to its ticket. */
export function Comments({ tile }: { readonly tile: Tile }) {
  const { say } = useReader();
  const [search] = useBoardSearch();
  const [order, setOrder] = useState<'low' | 'newest'>('low');
  const question = { query: tileQuery(tile, search), metric: tile.query.metrics[0] ?? '', limit: most };
  const { data, error } = useQuery({
    queryKey: ['rows', JSON.stringify(question)],
    queryFn: ({ signal }) => call('rows', question, signal),
  });
  if (error !== null) return <p role="alert">{sayFault(error, say)}</p>;
  if (data === undefined) return <Skeleton height={240} />;
  const rows = data.rows.filter(({ comment }) => typeof comment === 'string' && comment !== '');
  if (rows.length === 0) return <p className="quiet">{say('comments.none')}</p>;
  const ordered = order === 'newest' ? rows : [...rows].sort((a, b) => shareOf(a) - shareOf(b));
  return (
    <>
      <SegmentedControl
        size="xs"
        style={{ alignSelf: 'flex-start' }}
        aria-label={say('comments.order')}
        value={order}
        onChange={(value) => setOrder(value as 'low' | 'newest')}
        data={(['low', 'newest'] as const).map((value) => ({ value, label: say(`comments.${value}`) }))}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard */}
      <div className="scroll comments" tabIndex={0}>
        {ordered.slice(0, shown).map((row) => (
          <Comment key={String(row.id)} row={row} />
        ))}
      </div>
    </>
  );
}

function Comment({ row }: { readonly row: Row }) {
  const reader = useReader();
  const [, change] = useBoardSearch();
  const context: CellContext = { reader, zone: useWorkspace()?.zone ?? 'UTC', names: useNames() };
  const facts = [
    nameRowCell('score', row, context),
    row.category === '' ? '' : nameValue('category', String(row.category ?? ''), reader),
    nameCell('team_id', row.team_id, context),
    nameCell('answered_at', row.answered_at, context),
  ].filter((fact) => fact !== '');
  const ticket = String(row.ticket_id ?? '');
  return (
    <blockquote className="comment" data-low={shareOf(row) < 0.5}>
      <p>{String(row.comment)}</p>
      <footer className="quiet">
        {joinParts(facts)}
        {ticket !== '' && (
          <>
            {' · '}
            <button type="button" className="link" onClick={() => change({ ticket })}>
              {reader.say('comments.read')}
            </button>
          </>
        )}
      </footer>
    </blockquote>
  );
}

/** Where a score stands on its scale, from 0 to 1, the better end. */
function shareOf(row: Row): number {
  const [score, low, high] = [Number(row.score), Number(row.scale_min), Number(row.scale_max)];
  if (high <= low) return 0;
  return (row.direction === 'down' ? high - score : score - low) / (high - low);
}
