import { cannotAnswer } from '../stats/column.ts';
import { activityNumber } from './activity-number.ts';
import type { EventLog } from './event-log.ts';
import { type ChainRows, solveChain } from './solve-chain.ts';
import { type Share, shareOf } from './summarise-durations.ts';

/** A step of the chain. */
export interface ChainStep extends Share {
  /** Null: the start of a case. */
  readonly from: string | null;
  /** Null: the end of a case. */
  readonly to: string | null;
}

/** What the chain says of one activity. */
export interface ChainActivity {
  readonly activity: string;
  /** How often a case comes to it, on average. */
  readonly expectedVisits: number;
  /** Events that are still to come after it, on average. */
  readonly expectedStepsLeft: number;
}

/** An absorbing Markov chain: cases go from activity to activity until they end. */
export interface MarkovChain {
  readonly steps: readonly ChainStep[];
  readonly activities: readonly ChainActivity[];
  readonly cases: number;
  readonly rows: ChainRows;
}

/**
 * The chain of a log, the next activity depending on the last alone. It shows an average way; that cases forget how they came is an assumption, which
 * loops of the same case often break. Kemeny and Snell, Finite Markov Chains, 1960.
 * @throws UserError for a log without an event
 */
export function markovChain(log: EventLog): MarkovChain {
  const { activities, offsets, activity } = log;
  const [size, cases] = [activities.length, offsets.length - 1];
  if (cases === 0) throw cannotAnswer('the log has no event, so it has no chain');
  const flows = countFlows(log);
  const totals = flows.map((row) => [...row.values()].reduce((sum, n) => sum + n, 0));
  const steps = flows.flatMap((row, from) =>
    Array.from(row, ([to, n]) => ({ from: activities[from] ?? null, to: activities[to] ?? null, ...shareOf(n, totals[from] ?? 0) })),
  );
  const rows = chainRows(flows.slice(0, size), size, totals);
  const stepsLeft = solveChain(rows, new Float64Array(size).fill(1));
  const visits = new Float64Array(size);
  for (const what of activity) visits[what] = (visits[what] ?? 0) + 1;
  return {
    steps: steps.sort((a, b) => b.n - a.n),
    activities: activities.map((name, what) => ({
      activity: name,
      expectedVisits: (visits[what] ?? 0) / cases,
      expectedStepsLeft: Math.max(0, (stepsLeft[what] ?? 0) - 1),
    })),
    cases,
    rows,
  };
}

/** By activity, and after all the start of cases; `size` as a target is their end. */
function countFlows({ activities, offsets, activity }: EventLog): Map<number, number>[] {
  const size = activities.length;
  const flows = Array.from({ length: size + 1 }, () => new Map<number, number>());
  const add = (from: number, to: number) => flows[from]?.set(to, (flows[from]?.get(to) ?? 0) + 1);
  for (let c = 0; c + 1 < offsets.length; c++) {
    let from = size;
    for (let i = offsets[c] as number; i < (offsets[c + 1] as number); i++) {
      add(from, activity[i] as number);
      from = activity[i] as number;
    }
    add(from, size);
  }
  return flows;
}

function chainRows(flows: readonly Map<number, number>[], size: number, totals: readonly number[]): ChainRows {
  const offsets = new Int32Array(size + 1);
  const [to, chances]: [number[], number[]] = [[], []];
  flows.forEach((row, from) => {
    for (const [target, n] of row) {
      if (target === size) continue;
      to.push(target);
      chances.push(n / (totals[from] ?? 1));
    }
    offsets[from + 1] = to.length;
  });
  return { offsets, to: Int32Array.from(to), chances: Float64Array.from(chances) };
}

/**
 * The chance that a case now at each activity comes to `target` later, by the chain; 1 at the target itself.
 * @throws UserError for an activity that the log does not have
 */
export function chanceToReach(log: EventLog, chain: MarkovChain, target: string): { readonly activity: string; readonly chance: number }[] {
  const goal = activityNumber(log, target);
  const { offsets, to, chances } = chain.rows;
  const direct = Float64Array.from(log.activities, (_, from) => {
    let sum = 0;
    for (let k = offsets[from] ?? 0; k < (offsets[from + 1] ?? 0); k++) if (to[k] === goal) sum += chances[k] ?? 0;
    return sum;
  });
  const isClosed = Uint8Array.from(log.activities, (_, what) => (what === goal ? 1 : 0));
  const found = solveChain(chain.rows, direct, isClosed);
  return log.activities.map((activity, what) => ({ activity, chance: what === goal ? 1 : Math.min(1, found[what] ?? 0) }));
}
