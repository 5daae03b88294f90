import type { QuantileTable } from '../quantile-table.ts';
import { contains, daySpan } from './day-span.ts';
import type { Truth } from './truth.ts';

const early = daySpan('2025-11-03', '2026-01-31');
const january = daySpan('2026-01-01', '2026-01-31');

const hurriedResponseHours: QuantileTable = [
  [0, 0.15],
  [0.05, 1.2],
  [0.1, 3.25],
  [0.2, 3.4],
  [0.5, 3.4],
  [0.975, 3.7],
  [0.99, 5.6],
  [1, 12],
];

/** Orders & delivery closes early: quicker on paper, but more come back. */
export const earlyClosing: Truth = {
  id: 15,
  name: 'Orders & delivery closes early',
  from: '2025-11-03',
  until: '2026-01-31',
  planted: { fullResolutionHours: 12.6, slaPercent: 94, reopenedPercent: 14, fcrPercent: 64 },
  decoys: [
    {
      name: 'Mail that invites answers brings many thanks to the other teams',
      from: '2026-01-01',
      until: '2026-01-31',
      planted: { reopenedWithThanksPercent: 12, reopenedPercent: 7.5 },
    },
  ],
  conduct: (draft, conduct) => {
    const thanked = contains(january, draft.day) ? 0.047 : conduct.thanked;
    if (draft.team !== 'demo:orders' || !contains(early, draft.day)) return { ...conduct, thanked };
    return {
      ...conduct,
      thanked,
      writtenResponseHours: hurriedResponseHours,
      solvedAtFirstReply: conduct.solvedAtFirstReply + 0.27,
      workFactor: conduct.workFactor * 0.245,
      overtime: 0.02,
      reopened: 0.165,
      returning: 0.138,
    };
  },
  touches: (draft) => draft.team === 'demo:orders' && contains(early, draft.day),
};
