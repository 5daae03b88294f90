import type { WorkspaceCalendar } from '../query/resolve-query.ts';
import type { CalendarSettings } from './calendar-settings.ts';
import type { DataRange } from './data-range.ts';

/** How a workspace counts at this instant. With only sample data in it time stands still at the sample's own end. */
export function workspaceCalendar(settings: CalendarSettings, range: DataRange, clockMs: number): WorkspaceCalendar {
  return {
    ...settings,
    nowMs: range.onlySample && range.untilMs !== null ? range.untilMs : clockMs,
    dataFromMs: range.fromMs,
    dataUntilMs: range.untilMs,
  };
}
