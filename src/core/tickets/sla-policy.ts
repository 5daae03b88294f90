import type { SlaPolicy } from './fold-context.ts';
import type { TicketFacts } from './ticket-facts.ts';
import type { AppliedTarget } from './ticket-fold.ts';

interface CompiledPolicy {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly channels: ReadonlySet<string> | null;
  readonly teams: ReadonlySet<string> | null;
  readonly categories: ReadonlySet<string> | null;
  /** By metric, then by priority; '' is any priority. */
  readonly targets: ReadonlyMap<string, ReadonlyMap<string, AppliedTarget>>;
}

const compiled = new WeakMap<readonly SlaPolicy[], readonly CompiledPolicy[]>();

function compile(policies: readonly SlaPolicy[]): readonly CompiledPolicy[] {
  const known = compiled.get(policies);
  if (known) return known;
  const ordered = [...policies].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1) || a.valid_from - b.valid_from);
  const result = ordered.map((policy) => compilePolicy(policy, policies));
  compiled.set(policies, result);
  return result;
}

/** A policy holds from `valid_from` until `valid_until` or its own next version, whichever comes first. */
function compilePolicy(policy: SlaPolicy, all: readonly SlaPolicy[]): CompiledPolicy {
  const later = all.filter((one) => one.id === policy.id && one.valid_from > policy.valid_from).map((one) => one.valid_from);
  const targets = new Map<string, Map<string, AppliedTarget>>();
  for (const { metric, priority, target_ms, clock } of policy.targets) {
    const ofMetric = targets.get(metric) ?? new Map<string, AppliedTarget>();
    ofMetric.set(priority, { policyId: policy.id, priority, targetMs: target_ms, clock: clock === 'business' ? 'business' : 'calendar' });
    targets.set(metric, ofMetric);
  }
  return {
    fromMs: policy.valid_from,
    untilMs: Math.min(policy.valid_until ?? Number.POSITIVE_INFINITY, ...later),
    channels: choices(policy.channels),
    teams: choices(policy.teams),
    categories: choices(policy.categories),
    targets,
  };
}

function choices(list: readonly { value: string }[]): ReadonlySet<string> | null {
  return list.length > 0 ? new Set(list.map((one) => one.value)) : null;
}

/**
 * The target of a metric for a ticket as it stands now: of the first policy that holds and matches channel, team and category,
 * for the ticket's priority or else for any. Null when no policy matches or the one that does has no such target.
 */
export function matchTarget(policies: readonly SlaPolicy[], metric: string, facts: TicketFacts, atMs: number): AppliedTarget | null {
  for (const policy of compile(policies)) {
    if (!matches(policy, facts, atMs)) continue;
    const ofMetric = policy.targets.get(metric);
    const target = ofMetric?.get(facts.priority) ?? ofMetric?.get('');
    return target ? { policyId: target.policyId, priority: facts.priority, targetMs: target.targetMs, clock: target.clock } : null;
  }
  return null;
}

function matches(policy: CompiledPolicy, facts: TicketFacts, atMs: number): boolean {
  return (
    policy.fromMs <= atMs &&
    atMs < policy.untilMs &&
    (policy.channels?.has(facts.channel) ?? true) &&
    (policy.teams?.has(facts.team_id) ?? true) &&
    (policy.categories?.has(facts.category) ?? true)
  );
}
