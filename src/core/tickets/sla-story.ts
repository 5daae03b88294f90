import type { FoldContext, SlaPolicy } from './fold-context.ts';
import { foldStory, type Story } from './ticket-story.ts';

export const minute = 60_000;
export const hour = 60 * minute;
/** When stories start: a Monday. */
export const start = Date.parse('2026-06-01T09:00:00Z');

type Target = SlaPolicy['targets'][number];

/** A policy of targets in hours of the calendar, for all tickets unless said. */
export function policy(
  targets: readonly (readonly [metric: string, hours: number, more?: Partial<Target>])[],
  more: Partial<SlaPolicy> = {},
): SlaPolicy {
  return {
    id: 'p',
    position: 1,
    version: 1,
    valid_from: 0,
    valid_until: null,
    channels: [],
    teams: [],
    categories: [],
    ...more,
    targets: targets.map(([metric, hours, target]) => ({ metric, priority: '', target_ms: hours * hour, clock: 'calendar', ...target })),
  };
}

/** What became of the targets of a story, 100 hours after its start unless said. */
export const slas = (story: Story, policies: SlaPolicy[], more: Partial<FoldContext> = {}) =>
  foldStory(story, { policies, now: start + 100 * hour, ...more }).slas;
/** The same in short: metric, outcome, hours. */
export const outcomes = (story: Story, policies: SlaPolicy[], more: Partial<FoldContext> = {}) =>
  slas(story, policies, more).map((sla) => [sla.metric, sla.outcome, sla.elapsed_ms === null ? null : sla.elapsed_ms / hour]);
