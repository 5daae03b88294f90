import { explain } from '../../engine/findings/explain.ts';
import { changeState } from '../../engine/findings/finding-states.ts';
import type { Handlers } from './handler.ts';

/** What changed, why, and what to do. */
export const findingHandlers: Pick<Handlers, 'home' | 'explain' | 'changeFinding'> = {
  home: ({ findings }, input) => findings.home(input),
  explain: async ({ findings }, input) => explain(await findings.source(), input),
  changeFinding: async ({ workspace }, input) => changeState(await workspace.meta(), input, workspace.clock()),
};
