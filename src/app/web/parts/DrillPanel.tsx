import { Drawer } from '@mantine/core';
import type { Tile } from '../../../core/model/dashboard.ts';
import { DrillList } from './DrillList.tsx';
import { useReader } from './language.ts';
import { nameTile } from './name-tile.ts';
import { TicketPane } from './TicketPane.tsx';
import { useBoardSearch } from './use-board-search.ts';
import { useFocusReturn } from './use-focus-return.ts';

export interface DrillPanelProps {
  readonly tiles: readonly Tile[];
}

/** The rows behind the number that the address points at, and the ticket that is read. */
export function DrillPanel({ tiles }: DrillPanelProps) {
  useFocusReturn();
  const reader = useReader();
  const { say } = reader;
  const [search, change] = useBoardSearch();
  const { drill, ticket } = search;
  const tile = tiles.find(({ name }) => name === drill?.tile);
  const close = () => change({ drill: undefined, ticket: undefined });
  return (
    <Drawer
      opened={(tile !== undefined && drill !== undefined) || (drill === undefined && ticket !== undefined)}
      onClose={close}
      position="right"
      size="min(1280px, 100%)"
      title={tile === undefined ? '' : nameTile(tile, reader)}
      closeButtonProps={{ 'aria-label': say('drill.close') }}
    >
      {drill === undefined && ticket !== undefined && <TicketPane id={ticket} />}
      {tile !== undefined && drill !== undefined && (
        <div className="split" data-open={ticket !== undefined}>
          <DrillList tile={tile} drill={drill} />
          {ticket !== undefined && <TicketPane id={ticket} />}
        </div>
      )}
    </Drawer>
  );
}
