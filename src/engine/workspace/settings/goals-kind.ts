import { settingFault } from '../../../core/model/settings/setting-fault.ts';
import { resolveForSetting } from './resolve-for-setting.ts';
import type { SettingKind } from './setting-kind.ts';

/** Goals are drawn beside figures: no fact changes. */
export const goalsKind: SettingKind<'goals'> = {
  check: (after) => {
    for (const call of Object.keys(after.goals)) {
      const example = `${call.split('(', 1)[0]}_median`;
      if (resolveForSetting(call).length > 1)
        throw settingFault(
          'goalStatistic',
          { metric: call, example },
          `"${call}" has several statistics; a goal is for one of them, such as ${example}.`,
        );
    }
    return after;
  },
};
