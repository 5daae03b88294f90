import type { SettingName } from '../../../core/model/settings/index.ts';
import { automaticSendersKind } from './automatic-senders-kind.ts';
import { calendarKind } from './calendar-kind.ts';
import { categoryMergeKind } from './category-merge-kind.ts';
import { complaintRuleKind } from './complaint-rule-kind.ts';
import { courtesyKind } from './courtesy-kind.ts';
import { goalsKind } from './goals-kind.ts';
import { houseDefinitionsKind } from './house-definitions-kind.ts';
import { schedulesKind } from './schedules-kind.ts';
import type { SettingKind } from './setting-kind.ts';
import { slaPoliciesKind } from './sla-policies-kind.ts';
import { ticketLinksKind } from './ticket-links-kind.ts';

const kinds: { readonly [N in SettingName]: SettingKind<N> } = {
  calendar: calendarKind,
  'house-definitions': houseDefinitionsKind,
  'automatic-senders': automaticSendersKind,
  courtesy: courtesyKind,
  'complaint-rule': complaintRuleKind,
  'category-merge': categoryMergeKind,
  schedules: schedulesKind,
  'sla-policies': slaPoliciesKind,
  goals: goalsKind,
  'ticket-links': ticketLinksKind,
};

/** What a setting means for the facts. */
export function kindOf<N extends SettingName>(name: N): SettingKind<N> {
  return kinds[name];
}
