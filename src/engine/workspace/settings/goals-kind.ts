import type { Unit } from '../../../core/model/metric.ts';
import { settingFault } from '../../../core/model/settings/setting-fault.ts';
import { resolveForSetting } from './resolve-for-setting.ts';
import type { SettingKind } from './setting-kind.ts';

/** Goals are drawn beside figures: no fact changes. */
export const goalsKind: SettingKind<'goals'> = {
  check: (after) => {
    for (const [call, goal] of Object.entries(after.goals)) {
      const example = `${call.split('(', 1)[0]}_median`;
      const [metric, ...others] = resolveForSetting(call);
      if (others.length > 0)
        throw settingFault(
          'goalStatistic',
          { metric: call, example },
          `"${call}" has several statistics; a goal is for one of them, such as ${example}.`,
        );
      if (metric !== undefined) checkRange(call, goal, ranges[metric.metric.unit]);
    }
    return after;
  },
};

/** What a figure of a unit can be at all; null has no end. */
const ranges: Readonly<Record<Unit, readonly [number, number | null]>> = {
  percent: [0, 100],
  points: [-100, 100],
  count: [0, null],
  durationMs: [0, null],
  businessMs: [0, null],
  ratio: [0, null],
  score: [0, null],
};

function checkRange(metric: string, goal: number, [least, most]: readonly [number, number | null]): void {
  if (goal >= least && (most === null || goal <= most)) return;
  if (most === null) throw settingFault('goalNegative', { metric }, `A goal of "${metric}" is 0 or more, not ${goal}.`);
  throw settingFault('goalRange', { metric, least, most }, `A goal of "${metric}" is from ${least} to ${most}, not ${goal}.`);
}
