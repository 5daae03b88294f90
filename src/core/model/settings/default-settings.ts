import type { Setting, SettingName } from './index.ts';

const hourMs = 3_600_000;
const minuteMs = 60_000;

type Policy = Setting<'sla-policies'>['policies'][number];
type Target = Policy['targets'][number];

const target = (metric: Target['metric'], priority: Target['priority'], targetMs: number, clock: Target['clock']): Target => ({
  metric,
  priority,
  targetMs,
  clock,
});

const policy = (id: string, name: string, channels: string[], targets: Target[]): Policy => ({
  id: `earshot:default-${id}`,
  name,
  channels,
  teams: [],
  categories: [],
  targets,
});

/** Targets of a workspace that has none of its own. They give way to any outcome that the source reports. */
export const defaultPolicies: readonly Policy[] = [
  policy('chat', 'Chat and messaging', ['chat', 'messaging'], [target('first_response', '', minuteMs, 'calendar')]),
  policy('social', 'Social media', ['social'], [target('first_response', '', hourMs, 'calendar')]),
  policy(
    'writing',
    'E-mail and forms',
    ['email', 'form'],
    [
      target('first_response', 'urgent', hourMs, 'business'),
      target('first_response', '', 4 * hourMs, 'business'),
      target('next_response', '', 8 * hourMs, 'business'),
      target('resolution', 'urgent', 8 * hourMs, 'business'),
      target('resolution', 'high', 16 * hourMs, 'business'),
      target('resolution', '', 24 * hourMs, 'business'),
      target('resolution', 'low', 40 * hourMs, 'business'),
    ],
  ),
];

/** The id of the schedule that a workspace works by until it says otherwise. */
export const defaultScheduleId = 'earshot:default';

/** Monday to Friday, 9 to 18 local. */
export function defaultSchedule(zone: string): Setting<'schedules'>['schedules'][number] {
  return {
    id: defaultScheduleId,
    name: 'Default',
    zone,
    isDefault: true,
    shifts: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 9 * 60, toMinute: 18 * 60 })),
    holidays: [],
    holidaySet: null,
    teams: [],
  };
}

/** What holds in a house that has decided nothing. @param calendar how days are counted where nobody has said */
export function defaultSettings(calendar: Setting<'calendar'>): {
  readonly [N in SettingName]: Setting<N>;
} {
  return {
    calendar: { ...calendar },
    'house-definitions': { definitions: {} },
    'automatic-senders': { agents: [], addresses: [] },
    courtesy: { enabled: true, words: [] },
    'complaint-rule': { marked: true, categories: [], tags: [] },
    'category-merge': { merges: [] },
    schedules: { schedules: [defaultSchedule(calendar.zone)] },
    'sla-policies': { policies: defaultPolicies.map((one) => structuredClone(one)) },
    'ticket-links': { templates: [] },
    goals: { goals: { sla_compliance: 90, first_response_median: 4 * hourMs } },
  };
}
