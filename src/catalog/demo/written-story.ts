import { open } from './opening.ts';
import { quantileAt } from './quantile-table.ts';
import { pickAgent, type Solve, type Story } from './story.ts';
import { assign, replyAndWork } from './work.ts';
import { afterWorkingHours } from './working-hours.ts';

function responseHours({ draft, conduct, random }: Story): number {
  if (draft.channel === 'social') return (quantileAt(conduct.socialResponseMinutes, random.next()) / 60) * conduct.responseFactor;
  return quantileAt(conduct.writtenResponseHours, random.next()) * conduct.responseFactor;
}

/** An e-mail, a form or a social post: routed to a team, taken by an agent, answered in the hours of the desk. */
export function writtenStory(story: Story): Solve {
  const { draft, random } = story;
  open(story, draft.team);
  const hours = responseHours(story);
  const takenAt = afterWorkingHours(draft.desk, draft.createdAt, hours * random.between(0.15, 0.85));
  const agent = pickAgent(draft.team, takenAt, random);
  assign(story, agent, takenAt);
  return replyAndWork(story, agent, afterWorkingHours(draft.desk, draft.createdAt, hours));
}
