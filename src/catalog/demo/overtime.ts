import { minuteMs } from './span-of-data.ts';
import type { Story } from './story.ts';
import { closingAfter, isOpen } from './working-hours.ts';

/** When a reply is written that is due at an instant: then, or in the evening of that day. */
export function replyAt({ draft, conduct, random }: Story, dueAt: number): number {
  if (!random.chance(conduct.overtime)) return dueAt;
  const evening = closingAfter(draft.desk, dueAt) + random.between(10, 200) * minuteMs;
  return isOpen(draft.desk, evening) ? dueAt : evening;
}
