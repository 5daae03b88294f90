import { UserError } from '../../../core/model/user-error.ts';
import { resolveMetric } from '../../query/metric-call.ts';
import type { SettingKind } from './setting-kind.ts';

/** Goals are drawn beside figures: no fact changes. */
export const goalsKind: SettingKind<'goals'> = {
  check: (after) => {
    for (const call of Object.keys(after.goals)) {
      if (resolveMetric(call).length > 1)
        throw new UserError(
          'bad_setting',
          `"${call}" has several statistics; a goal is for one of them, such as ${call.split('(', 1)[0]}_median.`,
        );
    }
    return after;
  },
};
