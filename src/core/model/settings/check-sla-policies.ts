import { UserError } from '../user-error.ts';
import { refuseTwice } from './check-schedules.ts';
import type { Setting } from './index.ts';

/** Channels of a ticket. */
const channels = ['email', 'chat', 'form', 'phone', 'social', 'messaging', 'api', 'other'];

/**
 * Policies that can be told apart: ids of their own, at most one target for a metric and a priority, channels that exist.
 * @throws UserError that says what is wrong
 */
export function checkSlaPolicies({ policies }: Setting<'sla-policies'>): void {
  refuseTwice(
    policies.map(({ id }) => id),
    (id) => `Two policies have the id "${id}"; each needs its own.`,
  );
  for (const policy of policies) {
    const unknown = policy.channels.find((channel) => !channels.includes(channel));
    if (unknown !== undefined)
      throw new UserError('unknown_channel', `"${unknown}" of "${policy.name}" is no channel; allowed are ${channels.join(', ')}.`);
    if (policy.targets.length === 0) throw new UserError('bad_setting', `"${policy.name}" has no target; each policy needs at least one.`);
    refuseTwice(
      policy.targets.map(({ metric, priority }) => `${metric}, priority ${priority || 'any'}`),
      (target) => `"${policy.name}" has two targets for ${target}; one is allowed.`,
    );
  }
}
