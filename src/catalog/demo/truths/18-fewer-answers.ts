import { contains, daySpan } from './day-span.ts';
import type { Truth } from './truth.ts';

const bouncing = daySpan('2026-10-05', '2026-10-31');
const provider = 'Brightmail';

/** Mails to one provider bounce. */
export const fewerAnswers: Truth = {
  id: 18,
  name: 'Mails to Brightmail bounce',
  from: '2026-10-05',
  until: '2026-10-31',
  planted: {
    shareOfAddressesPercent: 38,
    deliveredBeforePercent: 98,
    deliveredPercent: 61,
    answersOfSentBeforePercent: 24,
    answersOfSentPercent: 15,
    answersOfDeliveredPercent: 24.5,
  },
  decoys: [
    {
      name: 'CSAT moves because others answer',
      from: '2026-10-05',
      until: '2026-10-31',
      planted: { csatChangePoints: 0.7, weightedCsatChangePoints: 0 },
    },
  ],
  bounces: (to, day) => to === provider && contains(bouncing, day),
  touches: (draft) => draft.customer.provider === provider && contains(bouncing, draft.day),
};
