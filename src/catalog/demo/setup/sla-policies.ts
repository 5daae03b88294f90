import type { slaPolicies } from '../../../core/entities/working-time.ts';
import type { Row } from '../../../core/model/entity.ts';
import { hourMs, minuteMs } from '../span-of-data.ts';
import { setupColumns } from './source-columns.ts';
import { demoTeams } from './teams.ts';

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

interface Scope {
  readonly channels: readonly string[];
  readonly teams?: readonly string[];
}

function policy(position: number, name: string, { channels, teams = [] }: Scope, targets: readonly Target[], importId: string): SlaPolicy {
  return {
    ...setupColumns(`sla-${position}`, importId),
    name,
    position,
    valid_from: Date.UTC(2024, 0, 1),
    valid_until: null,
    channels: channels.map((value) => ({ value })),
    teams: teams.map((value) => ({ value })),
    categories: [],
    targets: [...targets],
  };
}

/**
 * The targets of the company: those of the product's defaults. A complaint has high priority, so that two business days hold for it.
 * A chat that no team has taken over is with the bot, and no target of people holds for it.
 */
export function demoSlaPolicies(importId = ''): SlaPolicy[] {
  return [
    policy(
      1,
      'Chat and messaging',
      { channels: ['chat', 'messaging'], teams: demoTeams().map((team) => team.id) },
      [target('first_response', '', minuteMs, 'calendar'), ...solving],
      importId,
    ),
    policy(2, 'Social media', { channels: ['social'] }, [target('first_response', '', hourMs, 'calendar'), ...solving], importId),
    policy(3, 'E-mail and forms', { channels: ['email', 'form'] }, writing, importId),
  ];
}
