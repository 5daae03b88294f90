import type { Tile } from '../../../core/model/dashboard.ts';
import { ExplainDrawer } from './ExplainPanel.tsx';
import { questionOfResult } from './explain-question.ts';
import { useReader } from './language.ts';
import { nameTile } from './name-tile.ts';
import { tileQuery } from './tile-query.ts';
import { useBoardSearch } from './use-board-search.ts';
import { useResult } from './use-result.ts';

/** Why the figure of the tile that the address names changed. */
export function TileExplainPanel({ tiles }: { readonly tiles: readonly Tile[] }) {
  const [search] = useBoardSearch();
  const tile = tiles.find(({ name }) => name === search.why);
  return tile === undefined ? null : <TileExplanation tile={tile} />;
}

function TileExplanation({ tile }: { readonly tile: Tile }) {
  const reader = useReader();
  const [search] = useBoardSearch();
  const query = tileQuery(tile, search);
  const { data } = useResult(query);
  return <ExplainDrawer question={data === undefined ? null : questionOfResult(data, nameTile(tile, reader), query.filters ?? [])} />;
}
