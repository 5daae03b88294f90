import { compareAgents } from '../../engine/findings/compare-agents.ts';
import { explain } from '../../engine/findings/explain.ts';
import { changeState } from '../../engine/findings/finding-states.ts';
import { risingWords } from '../../engine/findings/rising-words.ts';
import { teamLoads } from '../../engine/findings/team-loads.ts';
import type { Handlers } from './handler.ts';

/** What changed, why, and what to do. */
export const findingHandlers: Pick<Handlers, 'home' | 'explain' | 'risingWords' | 'changeFinding' | 'agentsComparison' | 'teamLoads'> = {
  home: ({ findings }, input) => findings.home(input),
  explain: async ({ findings }, input) => explain(await findings.source(), input),
  risingWords: async ({ workspace }, input) =>
    risingWords({ ask: workspace.ask, database: workspace.database, calendar: await workspace.calendar() }, input),
  changeFinding: async ({ workspace }, input) => changeState(await workspace.meta(), input, workspace.clock()),
  agentsComparison: async ({ findings }, input) => compareAgents(await findings.source(), input),
  teamLoads: async ({ findings }, { metric, day }) => teamLoads(await findings.source(day), metric),
};
