import { countedThings } from './counted-things.ts';
import { useReader } from './language.ts';
import { type Answer, neverBrought, type TileState, tileState } from './tile-state.ts';
import { useWorkspace } from './use-workspace.ts';

/** The one state that a tile is in. What counts tickets in a workspace without any has no figure: 0 would say that there were none. */
export function useTileState(answer: Answer): TileState {
  const { names } = useReader();
  const workspace = useWorkspace();
  const state = tileState(answer);
  const { data } = answer;
  if (workspace?.tickets !== 0 || data === undefined) return state;
  const isOfTickets = data.metrics.every(({ name }) => countedThings(name, names) === 'Tickets');
  const isNothing = data.metrics.every(({ key }) => !data.totals.values[key]?.n);
  return isOfTickets && isNothing ? neverBrought : state;
}
