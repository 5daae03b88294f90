import { ActionIcon, Menu } from '@mantine/core';
import {
  IconCalendarPlus,
  IconChartLine,
  IconDots,
  IconDownload,
  IconInfoCircle,
  IconListDetails,
  IconTable,
  IconZoomQuestion,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { Tile } from '../../../core/model/dashboard.ts';
import type { QueryInput } from '../../../core/model/query.ts';
import { callForFile } from './call.ts';
import { countedThings } from './counted-things.ts';
import { useReader } from './language.ts';
import { nameTile } from './name-tile.ts';
import { parseMetricName } from './parse-metric-name.ts';
import { saveFile } from './save-file.ts';
import { useBoardSearch } from './use-board-search.ts';
import { useTableView } from './use-table-view.ts';

export interface TileToolsProps {
  readonly tile: Tile;
  readonly query: QueryInput;
  /** Key of the metric that the tile shows first. */
  readonly metric: string;
  /** Local day that an event is marked on: the last of what the tile shows; null while nothing is shown. */
  readonly day: string | null;
}

/** What can be done with a tile: its definition, the rows behind it, a file of it, a table of it. */
export function TileTools({ tile, query, metric, day }: TileToolsProps) {
  const reader = useReader();
  const { say, names } = reader;
  const [, change] = useBoardSearch();
  const navigate = useNavigate();
  const name = nameTile(tile, reader);
  const [asTable, toggleTable] = useTableView(tile);
  return (
    <div className="tools">
      <ActionIcon aria-label={say('definition.title', { name })} onClick={() => change({ explain: tile.name })}>
        <IconInfoCircle size={16} />
      </ActionIcon>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={say('tile.menu', { name })}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconListDetails size={16} />}
            onClick={() => change({ drill: { tile: tile.name, metric, group: {} }, ticket: undefined })}
          >
            {say(`tile.drill${countedThings(parseMetricName(metric, names), names)}`)}
          </Menu.Item>
          <Menu.Item leftSection={<IconInfoCircle size={16} />} onClick={() => change({ explain: tile.name })}>
            {say('tile.explain')}
          </Menu.Item>
          <Menu.Item leftSection={<IconZoomQuestion size={16} />} onClick={() => change({ why: tile.name })}>
            {say('tile.why')}
          </Menu.Item>
          <Menu.Item leftSection={asTable ? <IconChartLine size={16} /> : <IconTable size={16} />} onClick={toggleTable}>
            {say(asTable ? 'tile.asChart' : 'tile.asTable')}
          </Menu.Item>
          {day !== null && (
            <Menu.Item leftSection={<IconCalendarPlus size={16} />} onClick={() => void navigate({ to: '/events', search: { day } })}>
              {say('tile.markEvent')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => void exportTile(tile.name, query)}>
            {say('tile.export')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

async function exportTile(name: string, query: QueryInput): Promise<void> {
  saveFile(`${name}.csv`, await callForFile('export', { query, format: 'csv' }));
}
