import { createLazyRoute, Link } from '@tanstack/react-router';
import { dashboards } from '../../../catalog/dashboards/index.ts';
import { Frame } from '../parts/Frame.tsx';
import { useReader } from '../parts/language.ts';
import { nameTile } from '../parts/name-tile.ts';

/** Every board with what stands on it. */
function BoardsPage() {
  const reader = useReader();
  return (
    <Frame title={reader.say('board.all')}>
      <ul className="cards">
        {dashboards.map((board) => (
          <li key={board.name} className="panel">
            <Link to="/boards/$board" params={{ board: board.name }} className="board-link">
              <h2>{board.title[reader.locale]}</h2>
            </Link>
            <div className="quiet">{[...new Set(board.tiles.map((tile) => nameTile(tile, reader)))].join(' · ')}</div>
          </li>
        ))}
      </ul>
    </Frame>
  );
}

export const boardsPage = createLazyRoute('/boards')({ component: BoardsPage });
