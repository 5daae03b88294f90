import type { Output } from '../../core/model/endpoints/index.ts';
import type { OpenWorkspace } from './open-workspace.ts';

/** What a workspace holds and how it counts. */
export async function describeWorkspace(workspace: OpenWorkspace, version: string): Promise<Output<'workspace'>> {
  const [calendar, range] = await Promise.all([workspace.calendar(), workspace.range()]);
  return {
    version,
    zone: calendar.zone,
    weekStart: calendar.weekStart,
    sample: range.sample,
    tickets: range.tickets,
    now: new Date(calendar.nowMs).toISOString(),
    dataFrom: iso(range.fromMs),
    dataUntil: iso(range.untilMs),
  };
}

function iso(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
