import { settingFault } from '../../../core/model/settings/setting-fault.ts';
import { resolveForSetting } from './resolve-for-setting.ts';
import type { SettingKind } from './setting-kind.ts';

/** Definitions are chosen when a metric is asked for: no fact changes. */
export const houseDefinitionsKind: SettingKind<'house-definitions'> = {
  check: (after) => {
    for (const [metric, call] of Object.entries(after.definitions)) checkDefinition(metric, call);
    return after;
  },
};

function checkDefinition(metric: string, call: string): void {
  const named = new Set([...resolveForSetting(metric), ...resolveForSetting(call)].map(({ resolved }) => resolved.name));
  if (!named.has(metric) || named.size > 1) {
    throw settingFault(
      'definition',
      { metric, call },
      `The definition of ${metric} is the call ${call}; it must be one of ${metric} itself, without a statistic.`,
    );
  }
}
