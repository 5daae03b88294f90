import type { Output } from '../../core/model/endpoints/index.ts';
import { readHolidaySets, readNamedHolidays } from '../../engine/calendar/holiday-sets.ts';
import { guessHours } from '../../engine/workspace/guess-hours.ts';
import { changeSetting } from '../../engine/workspace/settings/change-setting.ts';
import { previewSetting } from '../../engine/workspace/settings/preview-setting.ts';
import { readSettings } from '../../engine/workspace/settings/read-settings.ts';
import type { SettingVersion } from '../../engine/workspace/settings/settings-keeper.ts';
import type { Handlers } from './handler.ts';

type Calls = 'settings' | 'changeSetting' | 'previewSetting' | 'settingHistory' | 'guessHours' | 'holidaySets' | 'holidays';

/** What an administrator decides for the house. */
export const settingsHandlers: Pick<Handlers, Calls> = {
  settings: async ({ workspace }) => {
    const all = Object.entries(await readSettings(workspace)).map(([name, version]) => [name, shown(version)]);
    return { settings: Object.fromEntries(all) as Output<'settings'>['settings'] };
  },
  changeSetting: async ({ workspace }, { name, value, since, madeFrom }) =>
    shown(await changeSetting(workspace, name, value, since, madeFrom)),
  previewSetting: ({ workspace }, { name, value, since }) => previewSetting(workspace, name, value, since),
  settingHistory: async ({ workspace }, { name }) => (await workspace.settings.history(name)).map(shown),
  guessHours: ({ workspace }) => guessHours(workspace),
  holidaySets: (_services, { locale }) => readHolidaySets(locale),
  holidays: (_services, { set, year }) => readNamedHolidays(set, year),
};

function shown({ version, changedAt, value }: SettingVersion): Output<'changeSetting'> {
  return { version, changedAt: changedAt === null ? null : new Date(changedAt).toISOString(), value };
}
