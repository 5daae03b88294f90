import { open } from './opening.ts';
import { agentActor, pickAgent, type Story } from './story.ts';
import { automation } from './ticket-log.ts';
import { afterWorkingHours } from './working-hours.ts';

/** Spam: taken out by an agent within the first working hour. */
export function spamStory(story: Story): void {
  const { log, draft, random } = story;
  open(story, draft.team);
  const at = afterWorkingHours(draft.desk, draft.createdAt, random.between(0.05, 1));
  log.event('spam', at, agentActor(pickAgent(draft, at, random)), {});
}

/** A test of the contact form: closed by itself. */
export function testStory(story: Story): void {
  open(story, story.draft.team);
  story.log.event('update', story.draft.createdAt + 1000, automation, { status: 'closed' });
}

/** A second ticket about a matter that is worked on: merged into the first one. */
export function mergedStory(story: Story, into: string): void {
  const { log, draft, random } = story;
  open(story, draft.team);
  const at = afterWorkingHours(draft.desk, draft.createdAt, random.between(0.2, 3));
  log.event('merge', at, agentActor(pickAgent(draft, at, random)), { merged_into: into, status: 'closed' });
}
