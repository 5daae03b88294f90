import { open } from './opening.ts';
import { replyAt } from './overtime.ts';
import { quantileAt } from './quantile-table.ts';
import { pickAgent, type Solve, type Story, takenBy } from './story.ts';
import { assign, replyAndWork } from './work.ts';
import { afterWorkingHours } from './working-hours.ts';

function responseHours({ draft, conduct }: Story, level: number): number {
  if (draft.channel === 'social') return (quantileAt(conduct.socialResponseMinutes, level) / 60) * conduct.responseFactor;
  return quantileAt(conduct.writtenResponseHours, level) * conduct.responseFactor;
}

/** An e-mail, a form or a social post: routed to a team, taken by an agent, answered in the hours of the desk. */
export function writtenStory(story: Story): Solve {
  const { draft, random } = story;
  open(story, draft.team);
  const level = random.next();
  const takenAt = afterWorkingHours(draft.desk, draft.createdAt, responseHours(story, level) * random.between(0.15, 0.85));
  const agent = pickAgent(draft, takenAt, random);
  const taken = takenBy(story, agent, takenAt);
  const dueAt = afterWorkingHours(draft.desk, draft.createdAt, responseHours(taken, level));
  const repliedAt = replyAt(taken, dueAt);
  assign(story, agent, takenAt);
  return replyAndWork(taken, agent, repliedAt);
}
