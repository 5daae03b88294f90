import { settingFault } from '../../../core/model/settings/setting-fault.ts';
import { checkZone } from '../../../core/time/zone.ts';
import { moveDefaultSchedule, worksByDefault } from '../default-schedule.ts';
import type { SettingKind } from './setting-kind.ts';
import { allTickets } from './touched-tickets.ts';

/** Days and weeks are counted when they are asked for; only working hours that nobody has chosen move with the zone. */
export const calendarKind: SettingKind<'calendar'> = {
  check: (after) => {
    try {
      return { ...after, zone: checkZone(after.zone) };
    } catch (error) {
      if (error instanceof RangeError) throw settingFault('zoneUnknown', { zone: after.zone }, error.message, 'unknown_zone');
      throw error;
    }
  },
  apply: async (change) => {
    if (change.before.zone !== change.after.zone) await moveDefaultSchedule(change, change.after.zone, change.rowVersion);
  },
  touched: async (change) => (change.before.zone !== change.after.zone && (await worksByDefault(change)) ? allTickets(change) : null),
};
