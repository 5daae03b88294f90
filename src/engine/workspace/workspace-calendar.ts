import type { Weekday } from '../../core/time/calendar-day.ts';
import { epochDayAt, startOfDayMs } from '../../core/time/zone.ts';
import type { WorkspaceCalendar } from '../query/resolve-query.ts';
import type { DataRange } from './data-range.ts';
import type { SettingVersions } from './settings/settings-keeper.ts';

/** How a workspace counts at this instant, and what the house has decided of its figures. With only sample data in it time stands still at the midnight after the sample's last day, or goes on from there when the sample does. */
export function workspaceCalendar(
  settings: SettingVersions,
  range: DataRange,
  clockMs: number,
  liveShiftMs: number | null = null,
): WorkspaceCalendar {
  const { zone, weekStart } = settings.calendar.value;
  return {
    zone,
    weekStart: weekStart as Weekday,
    nowMs: range.onlySample && range.untilMs !== null ? sampleNow(zone, range.untilMs, clockMs, liveShiftMs) : clockMs,
    dataFromMs: range.fromMs,
    dataUntilMs: range.untilMs,
    house: { definitions: settings['house-definitions'].value.definitions, merges: settings['category-merge'].value.merges },
  };
}

function sampleNow(zone: string, untilMs: number, clockMs: number, liveShiftMs: number | null): number {
  return liveShiftMs === null ? midnightAfter(zone, untilMs) : Math.max(untilMs, clockMs - liveShiftMs);
}

function midnightAfter(zone: string, instantMs: number): number {
  return startOfDayMs(zone, epochDayAt(zone, instantMs) + 1);
}
