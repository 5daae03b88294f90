import { isConversation } from '../desk.ts';
import type { Agent } from '../setup/agents.ts';
import { dayMs } from '../span-of-data.ts';
import type { TicketDraft } from '../ticket-draft.ts';
import type { Truth } from './truth.ts';

/** What customers think of an agent, the matter taken out. */
const likings: Readonly<Record<string, number>> = { 'M. Osei': 0.02, 'L. Brandt': -0.09 };
const newForMs = 42 * dayMs;
const slowerWhenNew = 1.4;

function isEasyChat(draft: TicketDraft): boolean {
  return isConversation(draft.channel) && draft.category !== 'returns' && !draft.isComplaint;
}

/** Osei takes the complaints and returns, Brandt the easy chats. */
const shares: Readonly<Record<string, (draft: TicketDraft) => number>> = {
  'M. Osei': (draft) => {
    if (draft.isComplaint) return 14;
    return draft.category === 'returns' ? 1.95 : 0.6;
  },
  'L. Brandt': (draft) => (isEasyChat(draft) ? 11 : 0.16),
};

function isNew(agent: Agent, at: number): boolean {
  return at < Date.parse(agent.joinedOn) + newForMs;
}

/** One agent has the hard tickets and one the easy ones, and their raw scores say the opposite of what is so. */
export const fairToAgents: Truth = {
  id: 14,
  name: 'Fair to agents',
  from: '2024-11-01',
  until: '2026-10-31',
  planted: {
    oseiRawCsatPercent: 74,
    oseiComplaintsAndReturnsPercent: 58,
    oseiLikeForLikeCsatPercent: 82.5,
    brandtRawCsatPercent: 81,
    brandtLikeForLikeCsatPercent: 73,
    brandtReopenedPercent: 15,
    teamCsatPercent: 82,
    teamReopenedPercent: 7,
  },
  decoys: [
    { name: 'New agents are slower in their first six weeks', from: '2024-11-01', until: '2026-10-31', planted: { slowerPercent: 40 } },
    { name: 'Q. Bell has too few answers to say', from: '2026-10-05', until: '2026-10-31', planted: { fewerAnswersThan: 30 } },
  ],
  takes: (agent, draft) => shares[agent.name]?.(draft) ?? 1,
  manner: (agent, at, conduct) => {
    const paced = isNew(agent, at)
      ? { ...conduct, responseFactor: conduct.responseFactor * slowerWhenNew, workFactor: conduct.workFactor * slowerWhenNew }
      : conduct;
    return agent.name === 'L. Brandt' ? { ...paced, reopened: Math.max(paced.reopened, 0.18) } : paced;
  },
  mood: ({ handler }, mood) => ({ ...mood, satisfied: mood.satisfied + (likings[handler?.name ?? ''] ?? 0) }),
  touches: () => false,
};
