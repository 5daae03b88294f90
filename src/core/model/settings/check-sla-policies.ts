import { closedSets } from '../../import/closed-sets.ts';
import type { Setting } from './index.ts';
import { refuseTwice, settingFault } from './setting-fault.ts';

/** Channels of a ticket. */
const channels: readonly string[] = closedSets.channel;

/**
 * Policies that can be told apart: ids of their own, at most one target for a metric and a priority, channels that exist.
 * @throws UserError that says what is wrong
 */
export function checkSlaPolicies({ policies }: Setting<'sla-policies'>): void {
  refuseTwice(
    policies.map(({ id }) => id),
    (id) => settingFault('sameName', { name: id }, `Two policies have the id "${id}"; each needs its own.`),
  );
  for (const policy of policies) checkPolicy(policy);
}

function checkPolicy({ name, ...policy }: Setting<'sla-policies'>['policies'][number]): void {
  const channel = policy.channels.find((each) => !channels.includes(each));
  if (channel !== undefined)
    throw settingFault(
      'channel',
      { name, channel },
      `"${channel}" of "${name}" is no channel; allowed are ${channels.join(', ')}.`,
      'unknown_channel',
    );
  if (policy.targets.length === 0) throw settingFault('noTarget', { name }, `"${name}" has no target; each policy needs at least one.`);
  refuseTwice(
    policy.targets.map(({ metric, priority }) => `${metric}, priority ${priority || 'any'}`),
    (target) => settingFault('targetTwice', { name }, `"${name}" has two targets for ${target}; one is allowed.`),
  );
}
