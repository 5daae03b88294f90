import { settingFault } from '../../../core/model/settings/setting-fault.ts';
import { UserError } from '../../../core/model/user-error.ts';
import { resolveMetric } from '../../query/metric-call.ts';

/** What a metric in a setting stands for. @throws UserError in the words of the settings */
export function resolveForSetting(call: string): ReturnType<typeof resolveMetric> {
  try {
    return resolveMetric(call);
  } catch (error) {
    if (error instanceof UserError) throw settingFault('metric', { metric: call }, error.message, error.code, error.status);
    throw error;
  }
}
