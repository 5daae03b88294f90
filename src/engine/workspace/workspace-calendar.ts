import { epochDayOfLocal } from '../../core/time/calendar-day.ts';
import { localMsAt, startOfDayMs } from '../../core/time/zone.ts';
import type { WorkspaceCalendar } from '../query/resolve-query.ts';
import type { CalendarSettings } from './calendar-settings.ts';
import type { DataRange } from './data-range.ts';

/** How a workspace counts at this instant. With only sample data in it time stands still at the midnight after the sample's last day. */
export function workspaceCalendar(settings: CalendarSettings, range: DataRange, clockMs: number): WorkspaceCalendar {
  return {
    ...settings,
    nowMs: range.onlySample && range.untilMs !== null ? midnightAfter(settings.zone, range.untilMs) : clockMs,
    dataFromMs: range.fromMs,
    dataUntilMs: range.untilMs,
  };
}

function midnightAfter(zone: string, instantMs: number): number {
  return startOfDayMs(zone, epochDayOfLocal(localMsAt(zone, instantMs)) + 1);
}
