import { epochDayOf } from '../../../core/time/calendar-day.ts';
import type { Truth } from './truth.ts';

/** How hard it is for Technical on some days: 0 as ever, 1 as planted; between two days it changes evenly. */
const strains: readonly (readonly [day: number, strain: number])[] = [
  [epochDayOf('2025-09-30'), 0],
  [epochDayOf('2025-10-08'), 1],
  [epochDayOf('2026-01-31'), 1],
  [epochDayOf('2026-02-10'), 1.2],
  [epochDayOf('2026-03-31'), 1.2],
  [epochDayOf('2026-05-31'), 0],
];

const responseRise = 1.2;
const workRise = 0.3;
const overtimeRise = 0.152;

function strainOn(day: number): number {
  for (let index = 1; index < strains.length; index++) {
    const [from, before] = strains[index - 1] ?? [0, 0];
    const [until, after] = strains[index] ?? [0, 0];
    if (day > from && day <= until) return before + ((after - before) * (day - from)) / (until - from);
  }
  return 0;
}

/** Agents leave Technical, and those who stay answer late and in the evening. */
export const strain: Truth = {
  id: 5,
  name: 'Technical under strain',
  from: '2025-10-01',
  until: '2026-05-31',
  planted: {
    openPerAgentBefore: 22,
    openPerAgent: 47,
    outsideHoursBeforePercent: 6,
    outsideHoursPercent: 19,
    firstResponseBeforeHours: 3,
    firstResponseHours: 7 + 10 / 60,
  },
  decoys: [
    {
      name: 'First response of the Russian desk by calendar',
      from: '2024-11-01',
      until: '2026-10-31',
      planted: { firstResponseCalendarHours: 5 + 20 / 60, firstResponseHours: 3 },
    },
  ],
  conduct: (draft, conduct) => {
    const strain = draft.team === 'demo:technical' ? strainOn(draft.day) : 0;
    if (strain === 0) return conduct;
    return {
      ...conduct,
      responseFactor: conduct.responseFactor * (1 + strain * responseRise),
      workFactor: conduct.workFactor * (1 + strain * workRise),
      overtime: conduct.overtime + strain * overtimeRise,
    };
  },
  touches: (draft) => draft.team === 'demo:technical' && strainOn(draft.day) > 0,
};
