import { Modal } from '@mantine/core';
import type { Tile } from '../../../core/model/dashboard.ts';
import { Definition } from './Definition.tsx';
import { useReader } from './language.ts';
import { nameTile } from './name-tile.ts';
import { parseMetricName } from './parse-metric-name.ts';
import { tileQuery } from './tile-query.ts';
import { useBoardSearch } from './use-board-search.ts';
import { useFocusReturn } from './use-focus-return.ts';
import { useResult } from './use-result.ts';

export interface DefinitionDialogProps {
  readonly tiles: readonly Tile[];
}

/** How the metrics of the tile that the address names are counted. */
export function DefinitionDialog({ tiles }: DefinitionDialogProps) {
  useFocusReturn();
  const reader = useReader();
  const { say } = reader;
  const [search, change] = useBoardSearch();
  const tile = tiles.find(({ name }) => name === search.explain);
  return (
    <Modal
      opened={tile !== undefined}
      onClose={() => change({ explain: undefined })}
      title={tile === undefined ? '' : say('definition.title', { name: nameTile(tile, reader) })}
      size="lg"
      closeButtonProps={{ 'aria-label': say('action.close') }}
    >
      {tile !== undefined && <TileDefinitions tile={tile} />}
    </Modal>
  );
}

function TileDefinitions({ tile }: { readonly tile: Tile }) {
  const { names: known } = useReader();
  const [search] = useBoardSearch();
  const { data } = useResult(tileQuery(tile, search));
  const names = [...new Set(tile.query.metrics.map((metric) => parseMetricName(metric, known)))];
  return names.map((name) => {
    const metric = data?.metrics.find((each) => each.name === name);
    return <Definition key={name} name={name} estimate={metric === undefined ? undefined : data?.totals.values[metric.key]} />;
  });
}
