import type { schedules } from '../../../core/entities/working-time.ts';
import type { Row } from '../../../core/model/entity.ts';
import { asiaDesk, type Desk, londonDesk, russianDesk } from '../desk.ts';
import { publicHolidays } from './public-holidays.ts';
import { setupColumns } from './source-columns.ts';

type Schedule = Row<typeof schedules>;
type Hours = readonly (readonly [weekday: number, fromHour: number, toHour: number])[];

const weekdays = [1, 2, 3, 4, 5];

const london: Hours = [...weekdays.map((weekday) => [weekday, 8, 20] as const), [6, 9, 17]];
const shanghai: Hours = weekdays.map((weekday) => [weekday, 9, 18] as const);
const almaty: Hours = weekdays.flatMap((weekday) => [[weekday, 9, 13] as const, [weekday, 14, 18] as const]);

function schedule(desk: Desk, name: string, hours: Hours, importId: string): Schedule {
  return {
    ...setupColumns(desk.scheduleId.replace('demo:', ''), importId),
    name,
    zone: desk.zone,
    valid_from: Date.UTC(2024, 0, 1),
    is_default: desk === londonDesk,
    hours: hours.map(([weekday, from, to]) => ({ weekday, from_minute: from * 60, to_minute: to * 60 })),
    holidays: publicHolidays(desk).map((holiday) => ({ ...holiday })),
  };
}

/** The working schedules of the three desks, each with the public holidays of its zone. */
export function demoSchedules(importId = ''): Schedule[] {
  return [
    schedule(londonDesk, 'London', london, importId),
    schedule(asiaDesk, 'Shanghai', shanghai, importId),
    schedule(russianDesk, 'Almaty', almaty, importId),
  ];
}
