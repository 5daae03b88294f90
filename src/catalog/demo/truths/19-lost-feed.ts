import { instantOfLocal } from '../../../core/time/zone.ts';
import { londonDesk } from '../desk.ts';
import { dayMs, hourMs } from '../span-of-data.ts';
import type { TicketDraft } from '../ticket-draft.ts';
import { daySpan } from './day-span.ts';
import type { Truth } from './truth.ts';

const [first, last] = daySpan('2025-12-09', '2025-12-10');
const lostFrom = instantOfLocal(londonDesk.zone, first * dayMs + 14 * hourMs);
const lostUntil = instantOfLocal(londonDesk.zone, last * dayMs + 8 * hourMs);
const lostShare = 0.7;

function isConcerned({ channel, createdAt }: TicketDraft): boolean {
  return channel === 'form' && createdAt >= lostFrom && createdAt < lostUntil;
}

/** For eighteen hours most of what is written in the web form is lost. */
export const lostFeed: Truth = {
  id: 19,
  name: 'The feed of the web form loses tickets',
  from: '2025-12-09',
  until: '2025-12-10',
  planted: { lostPercent: 100 * lostShare, fromMs: lostFrom, untilMs: lostUntil },
  decoys: [{ name: 'No calls on Christmas Day: closed, no hole', from: '2025-12-25', until: '2025-12-25', planted: {} }],
  loses: (draft) => (isConcerned(draft) ? lostShare : 0),
  touches: isConcerned,
};
