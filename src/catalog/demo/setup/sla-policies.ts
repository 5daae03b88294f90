import type { slaPolicies } from '../../../core/entities/working-time.ts';
import type { Row } from '../../../core/model/entity.ts';
import { hourMs, minuteMs } from '../span-of-data.ts';
import { setupColumns } from './source-columns.ts';

type SlaPolicy = Row<typeof slaPolicies>;
type Target = SlaPolicy['targets'][number];

function target(metric: string, priority: string, targetMs: number, clock: 'business' | 'calendar'): Target {
  return { metric, priority, target_ms: targetMs, clock };
}

const solving: readonly Target[] = [
  target('resolution', 'urgent', 8 * hourMs, 'business'),
  target('resolution', 'high', 16 * hourMs, 'business'),
  target('resolution', 'normal', 24 * hourMs, 'business'),
  target('resolution', 'low', 40 * hourMs, 'business'),
];

const writing: readonly Target[] = [
  target('first_response', 'urgent', hourMs, 'business'),
  target('first_response', '', 4 * hourMs, 'business'),
  target('next_response', '', 8 * hourMs, 'business'),
  ...solving,
];

function policy(position: number, name: string, channels: readonly string[], targets: readonly Target[], importId: string): SlaPolicy {
  return {
    ...setupColumns(`sla-${position}`, importId),
    name,
    position,
    valid_from: Date.UTC(2024, 0, 1),
    valid_until: null,
    channels: channels.map((value) => ({ value })),
    teams: [],
    categories: [],
    targets: [...targets],
  };
}

/** The targets of the company: those of the product's defaults. A complaint has high priority, so that two business days hold for it. */
export function demoSlaPolicies(importId = ''): SlaPolicy[] {
  return [
    policy(1, 'Chat and messaging', ['chat', 'messaging'], [target('first_response', '', minuteMs, 'calendar'), ...solving], importId),
    policy(2, 'Social media', ['social'], [target('first_response', '', hourMs, 'calendar'), ...solving], importId),
    policy(3, 'E-mail and forms', ['email', 'form'], writing, importId),
  ];
}
