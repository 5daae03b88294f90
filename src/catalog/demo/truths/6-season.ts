import { epochDayOf, weekdayOf } from '../../../core/time/calendar-day.ts';
import { asiaDesk, type Desk, desks } from '../desk.ts';
import { firstDay, lastDay, spanDays } from '../span-of-data.ts';
import { contains, daySpan } from './day-span.ts';
import type { Truth } from './truth.ts';

/** Monday to Sunday against the mean day of the week. */
const weekdayFactors = [1.38, 1.12, 1.06, 1.04, 1.03, 0.82, 0.55];
const decemberFactor = 1.25;
const campaignFactor = 1.7;
const newYearFactor = 0.4;

const blackFridays = [daySpan('2024-11-25', '2024-12-01'), daySpan('2025-11-24', '2025-11-30')];
const singlesDays = [daySpan('2024-11-11', '2024-11-17'), daySpan('2025-11-10', '2025-11-16')];
const newYears = [daySpan('2025-01-27', '2025-02-02'), daySpan('2026-02-16', '2026-02-22')];
const decembers = [daySpan('2024-12-01', '2024-12-31'), daySpan('2025-12-01', '2025-12-31')];

function weekFactor(desk: Desk, day: number): number {
  if (blackFridays.some((span) => contains(span, day))) return campaignFactor;
  if (desk === asiaDesk && singlesDays.some((span) => contains(span, day))) return campaignFactor;
  if (desk === asiaDesk && newYears.some((span) => contains(span, day))) return newYearFactor;
  return decembers.some((span) => contains(span, day)) ? decemberFactor : 1;
}

function rawFactor(desk: Desk, day: number): number {
  return (weekdayFactors[weekdayOf(day) - 1] ?? 1) * weekFactor(desk, day);
}

function meanFactor(): number {
  let total = 0;
  for (const desk of desks) {
    for (let day = epochDayOf(firstDay); day <= epochDayOf(lastDay); day++) total += desk.share * rawFactor(desk, day);
  }
  return total / spanDays;
}

const mean = meanFactor();

/** Weekdays, months and feasts. Nothing else repeats in this company. */
export const season: Truth = {
  id: 6,
  name: 'Season',
  from: '2024-11-01',
  until: '2026-10-31',
  planted: { mondayRisePercent: 38, sundayFallPercent: 45, decemberRisePercent: 25, chineseNewYearFallPercent: 60, chatPeakHour: 20 },
  decoys: [
    { name: 'Clock change', from: '2025-03-30', until: '2025-03-30', planted: { hoursOfTheDay: 23 } },
    { name: 'Clock change', from: '2025-10-26', until: '2025-10-26', planted: { hoursOfTheDay: 25 } },
    { name: 'Clock change', from: '2026-03-29', until: '2026-03-29', planted: { hoursOfTheDay: 23 } },
    { name: 'Clock change', from: '2026-10-25', until: '2026-10-25', planted: { hoursOfTheDay: 25 } },
  ],
  volumeFactor: (desk, day) => rawFactor(desk, day) / mean,
  touches: () => false,
};
