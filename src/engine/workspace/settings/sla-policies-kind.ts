import { slaPolicies } from '../../../core/entities/working-time.ts';
import { checkSlaPolicies } from '../../../core/model/settings/check-sla-policies.ts';
import { defaultPolicies } from '../../../core/model/settings/default-settings.ts';
import type { Setting } from '../../../core/model/settings/index.ts';
import { type PolicyRow, policyRow, readPolicies } from '../../ingest/policy-store.ts';
import { checkNames } from './known-names.ts';
import type { SettingChange, SettingKind } from './setting-kind.ts';
import { openTickets } from './touched-tickets.ts';

type Policies = Setting<'sla-policies'>;
type Policy = Policies['policies'][number];
type Target = Policy['targets'][number];
type Change = SettingChange<'sla-policies'>;

const everMs = 0;

/** Targets are facts with a history: the document is what of them holds now. */
export const slaPoliciesKind: SettingKind<'sla-policies'> = {
  read: async (place) => documentOf(await readPolicies(place), place.nowMs),
  check: async (after, place, before) => {
    checkSlaPolicies(after);
    const named = (setting: Policies, field: 'teams' | 'categories') => setting.policies.flatMap((policy) => policy[field]);
    await checkNames('team', named(after, 'teams'), named(before, 'teams'), place);
    await checkNames('category', named(after, 'categories'), named(before, 'categories'), place);
    return after;
  },
  apply: async (change) => {
    const stored = await readPolicies(change);
    const rows = change.since === 'always' ? rowsForAlways(stored, change) : rowsFromNow(stored, change);
    if (rows.length > 0) await change.store.insert(change.database, slaPolicies, rows);
  },
  touched: (change) => openTickets(change),
};

/** With no row ever written the defaults hold; with rows of which none holds, nothing does. */
function documentOf(rows: readonly PolicyRow[], nowMs: number): Policies {
  if (rows.length === 0) return { policies: structuredClone([...defaultPolicies]) };
  return { policies: inForce(rows, nowMs).map(policyOf) };
}

/** Of each policy its version at an instant, in order of position. */
function inForce(rows: readonly PolicyRow[], nowMs: number): readonly PolicyRow[] {
  const begun = rows.filter((row) => row.valid_from <= nowMs);
  const latest = new Map(begun.toSorted((a, b) => a.valid_from - b.valid_from).map((row) => [row.id, row]));
  return [...latest.values()]
    .filter((row) => row.valid_until === null || row.valid_until > nowMs)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

function policyOf(row: PolicyRow): Policy {
  const values = (list: PolicyRow['channels']) => list.map(({ value }) => value);
  return {
    id: row.id,
    name: row.name,
    channels: values(row.channels),
    teams: values(row.teams),
    categories: values(row.categories),
    targets: row.targets.map(({ metric, priority, target_ms, clock }) => ({
      metric: metric as Target['metric'],
      priority: priority as Target['priority'],
      targetMs: target_ms,
      clock: clock as Target['clock'],
    })),
  };
}

/** What changes gets a row from now on, what disappears ends now; what was never written down held until now. */
function rowsFromNow(stored: readonly PolicyRow[], { before, after, nowMs, rowVersion }: Change): PolicyRow[] {
  const known =
    stored.length > 0
      ? stored
      : before.policies.map((policy, index) =>
          policyRow(policy, index + 1, { valid_from: everMs, valid_until: null, version: rowVersion - 2 }),
        );
  const current = inForce(known, nowMs);
  const changed = after.policies.flatMap((policy, index) => {
    const row = policyRow(policy, index + 1, { valid_from: nowMs, valid_until: null, version: versionAbove(known, policy.id, rowVersion) });
    const same = current.find(({ id }) => id === policy.id);
    return same && same.position === row.position && JSON.stringify(policyOf(same)) === JSON.stringify(policy) ? [] : [row];
  });
  const gone = current.filter(({ id }) => !after.policies.some((policy) => policy.id === id));
  const ended = gone.map((row) => ({ ...row, valid_until: nowMs, version: versionAbove(known, row.id, rowVersion) }));
  const endedKeys = new Set(ended.map(({ id }) => id));
  const written = stored.length > 0 ? [] : known.filter(({ id }) => !endedKeys.has(id));
  return [...written, ...ended, ...changed];
}

/** As if it had always been so: every version of a policy says the same, and those of the others never hold. */
function rowsForAlways(stored: readonly PolicyRow[], { after, rowVersion }: Change): PolicyRow[] {
  const kept = after.policies.flatMap((policy, index) => {
    const instants = new Set([everMs, ...stored.filter(({ id }) => id === policy.id).map(({ valid_from }) => valid_from)]);
    const version = versionAbove(stored, policy.id, rowVersion);
    return [...instants].map((valid_from) => policyRow(policy, index + 1, { valid_from, valid_until: null, version }));
  });
  const gone = stored.filter(({ id }) => !after.policies.some((policy) => policy.id === id));
  return [...kept, ...gone.map((row) => ({ ...row, valid_until: row.valid_from, version: versionAbove(stored, row.id, rowVersion) }))];
}

/** A row whose version is below that of the one it replaces would change nothing. */
function versionAbove(rows: readonly PolicyRow[], id: string, version: number): number {
  return Math.max(version, ...rows.filter((row) => row.id === id).map((row) => row.version + 1));
}
