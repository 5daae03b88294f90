/** Fields that take only our own words. A word of a source that maps to none of them is left empty and listed. */
export const closedSets = {
  status: ['new', 'open', 'pending', 'hold', 'solved', 'closed'],
  priority: ['low', 'normal', 'high', 'urgent'],
  channel: ['email', 'chat', 'form', 'phone', 'social', 'messaging', 'api', 'other'],
  actor_kind: ['human', 'bot', 'customer', 'system'],
  sla_outcome: ['met', 'breached', 'active', 'cancelled'],
  sla_metric: ['first_response', 'next_response', 'resolution'],
  event_kind: ['created', 'update', 'message', 'merge', 'delete', 'restore', 'spam', 'sla'],
  survey_kind: ['csat', 'nps', 'ces', 'fcr', 'other'],
  direction: ['up', 'down'],
  agent_kind: ['human', 'bot'],
} as const satisfies Record<string, readonly string[]>;

export type ClosedSet = keyof typeof closedSets;
