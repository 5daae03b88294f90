import type { Setting, SettingName } from '../../../core/model/settings/index.ts';
import { integer, sql } from '../../../core/sql/sql.ts';
import type { FoldRules } from '../../../core/tickets/fold-rules.ts';
import { type ContextRows, contextOf, readContextRows } from '../../ingest/fold-contexts.ts';
import { foldSample } from '../../ingest/fold-sample.ts';
import { policyRow } from '../../ingest/policy-store.ts';
import { scheduleRow } from '../../ingest/schedule-store.ts';
import type { OpenWorkspace } from '../open-workspace.ts';
import { foldRules } from './fold-rules-of-house.ts';
import { recentTickets } from './recent-tickets.ts';
import { type SampleFigure, sampleFigures } from './sample-figures.ts';
import type { Figures } from './setting-figures.ts';
import type { SettingChange } from './setting-kind.ts';

const largestSample = 2_000;

type Folded = Extract<SettingName, 'schedules' | 'sla-policies' | 'courtesy' | 'automatic-senders'>;

/** Folds tickets of the last 28 days in memory as they are and as if the change had always held, and compares their figures. */
export async function compareFolds(workspace: OpenWorkspace, change: SettingChange<Folded>): Promise<Figures> {
  const [ids, total] = await sampleIds(workspace, change);
  if (ids.length === 0) return { metrics: [], notes: notesOf(change, 0, 0) };
  const [rows, rules] = [await readContextRows(workspace), await foldRules(workspace.settings)];
  const changed = changedContext(change, rows, rules);
  const before = { ...(await contextOf(rows, change.nowMs)), rules };
  const after = { ...(await contextOf(changed.rows, change.nowMs)), rules: changed.rules };
  const was = sampleFigures(await foldSample(workspace, ids, before));
  const is = sampleFigures(await foldSample(workspace, ids, after));
  const metrics = Object.entries(is).flatMap(([metric, figure]) => moved(metric, was[metric], figure));
  return { metrics, notes: notesOf(change, ids.length, total) };
}

async function sampleIds(
  workspace: OpenWorkspace,
  change: SettingChange<Folded>,
): Promise<readonly [ids: readonly string[], total: number]> {
  const recent = recentTickets(change);
  const [rows, counted] = await Promise.all([
    workspace.ask(sql`SELECT id ${recent}
ORDER BY cityHash64(id)
LIMIT ${integer(largestSample)}`),
    workspace.ask(sql`SELECT count() AS total ${recent}`),
  ]);
  return [rows.map((row) => String(row.id)), Number(counted[0]?.total ?? 0)];
}

interface Changed {
  readonly rows: ContextRows;
  readonly rules: FoldRules;
}

function changedContext({ after }: SettingChange<Folded>, rows: ContextRows, rules: FoldRules): Changed {
  if ('schedules' in after) return { rows: { ...rows, schedules: asIfAlways(after) }, rules };
  if ('policies' in after) {
    const policies = after.policies.map((policy, index) => policyRow(policy, index + 1, { valid_from: 0, valid_until: null, version: 1 }));
    const none = policyRow({ id: 'none', name: '', channels: [], teams: [], categories: [], targets: [] }, 0, {
      valid_from: 0,
      valid_until: 0,
      version: 1,
    });
    return { rows: { ...rows, policies: [none, ...policies] }, rules };
  }
  if ('agents' in after) return { rows, rules: { ...rules, senders: after } };
  return { rows, rules: { ...rules, courtesy: after } };
}

function asIfAlways({ schedules }: Setting<'schedules'>): ContextRows['schedules'] {
  return {
    rows: schedules.map((schedule) => scheduleRow(schedule, { version: 1, valid_from: 0 })),
    assignments: schedules.flatMap(({ id, teams }) => teams.map((team) => ({ team_id: team, valid_from: 0, schedule_id: id }))),
    reported: new Map(),
  };
}

function moved(metric: string, before: SampleFigure | undefined, after: SampleFigure): Figures['metrics'] {
  if (before?.value === after.value && before?.n === after.n) return [];
  return [{ metric, before: before?.value ?? null, after: after.value, n: after.n }];
}

function notesOf(change: SettingChange<Folded>, sampled: number, total: number): Figures['notes'] {
  const dated = 'schedules' in change.after || 'policies' in change.after;
  return [
    ...(sampled === 0 ? [] : [{ key: 'settings.note.sample', values: { sampled, total } }]),
    ...(dated ? [{ key: change.since === 'always' ? 'settings.note.pastChanges' : 'settings.note.pastStays', values: {} }] : []),
  ];
}
