import { agents } from '../../core/entities/people.ts';
import { isDuration } from '../../core/model/duration-unit.ts';
import type { Output, ParsedInput } from '../../core/model/endpoints/index.ts';
import type { Estimate } from '../../core/model/estimate.ts';
import type { Filter } from '../../core/model/query.ts';
import { UserError } from '../../core/model/user-error.ts';
import { sql } from '../../core/sql/sql.ts';
import { normalTwoSided } from '../../core/stats/distributions.ts';
import { holm } from '../../core/stats/holm.ts';
import { type LikeForLike, likeForLike, type WorkCell } from '../../core/stats/like-for-like.ts';
import { epochDayOf } from '../../core/time/calendar-day.ts';
import { startOfDayMs } from '../../core/time/zone.ts';
import type { MetricCall } from '../query/metric-call.ts';
import { table } from '../store/workspace.ts';
import { askDays, type Days } from './ask-days.ts';
import { carriesDimension } from './change-parts.ts';
import type { FindingSource } from './finding-source.ts';

type Comparison = Output<'agentsComparison'>;

interface Person {
  readonly name: string;
  readonly team: string;
  readonly joinedMs: number | null;
}

const kindDimensions = ['category', 'channel', 'language', 'complaint'];
const newDays = 42;
const leastResults = 30;
const flaggedAt = 0.05;

/**
 * A figure of each agent as it is and like for like: against what the others of the team have on the same categories, channels, languages and complaints.
 * @throws UserError for a figure that is no share, mean or time of single tickets or answers
 */
export async function compareAgents(source: FindingSource, input: ParsedInput<'agentsComparison'>): Promise<Comparison> {
  const days = { first: epochDayOf(input.period.from), last: epochDayOf(input.period.until) };
  const people = await readPeople(source);
  const filters: Filter[] = input.team === undefined ? [] : [{ dimension: 'team', operator: 'any of', values: [input.team] }];
  const { call, raw, cells } = await readCells(source, input.metric, days, filters);
  const teams = [...new Set([...raw.keys()].map((person) => people.get(person)?.team ?? ''))];
  const compared = teams.flatMap((team) => {
    const own = cells.filter(({ person }) => (people.get(person)?.team ?? '') === team);
    return likeForLike(own, varianceOf(call, own));
  });
  const judged = compared.map((one) => ({ ...one, isNew: isNew(people.get(one.person), days, source) }));
  const chances = holm(judged.map(({ z, n }) => (n < leastResults ? 1 : normalTwoSided(z))));
  return {
    metric: call.resolved.key,
    unit: call.resolved.unit,
    better: call.resolved.better,
    kinds: kindDimensions.filter((name) => carriesDimension(call, name, source)),
    agents: judged.map((one, index) => ({
      agent: one.person,
      name: people.get(one.person)?.name ?? one.person,
      team: people.get(one.person)?.team ?? '',
      n: one.n,
      raw: raw.get(one.person) ?? { value: null, low: null, high: null, n: 0 },
      likeForLike: adjustedOf(call, one),
      isNew: one.isNew,
      flag: one.n >= leastResults && !one.isNew && (chances[index] ?? 1) < flaggedAt ? flagOf(call, one.z) : null,
    })),
  };
}

async function readPeople(source: FindingSource): Promise<ReadonlyMap<string, Person>> {
  const rows = await source.ask(sql`SELECT id, name, team_id, toUnixTimestamp64Milli(joined_at) AS joined
FROM ${table(source.database, agents)}`);
  return new Map(
    rows.map((row) => [
      String(row.id),
      { name: String(row.name), team: String(row.team_id), joinedMs: row.joined === null ? null : Number(row.joined) },
    ]),
  );
}

async function readCells(source: FindingSource, metric: string, days: Days, filters: readonly Filter[]) {
  const [probe] = await askDays(source, { metrics: [metric], days: { first: days.last, last: days.last }, filters });
  if (!probe) throw new TypeError(`${metric} resolves to nothing`);
  const person = ['handler', 'agent'].find((name) => carriesDimension(probe.call, name, source));
  if (person === undefined || probe.call.resolved.unit === 'count') {
    throw new UserError(
      'no_agents',
      `${probe.call.resolved.key} cannot be compared by agent; name a share, a mean or a time of tickets or answers.`,
    );
  }
  const kinds = kindDimensions.filter((name) => carriesDimension(probe.call, name, source));
  const [[raw], [fine]] = await Promise.all([
    askDays(source, { metrics: [metric], days, by: [person], filters }),
    askDays(source, { metrics: [metric], days, by: [person, ...kinds], filters }),
  ]);
  const known = raw?.answer.cells.entries().filter(([{ group }]) => group[0] !== '') ?? [];
  const cells: WorkCell[] = (fine?.answer.cells.entries() ?? []).flatMap(([{ group }, { value, n }]) => {
    const [agent = '', ...kind] = group;
    return agent === '' || value === null || n === 0 ? [] : [{ person: agent, kind, n, mean: scaledOf(probe.call, value) }];
  });
  return { call: probe.call, cells, raw: new Map<string, Estimate>(known.map(([{ group }, estimate]) => [group[0] ?? '', estimate])) };
}

/** Shares and points as parts of 1, times as logarithms: these are what can be averaged. */
function scaledOf({ resolved }: MetricCall, value: number): number {
  if (isDuration(resolved.unit)) return Math.log(Math.max(value, 1000));
  return resolved.unit === 'percent' || resolved.unit === 'points' ? value / 100 : value;
}

function unscaledOf({ resolved }: MetricCall, value: number): number {
  if (isDuration(resolved.unit)) return Math.exp(value);
  return resolved.unit === 'percent' || resolved.unit === 'points' ? value * 100 : value;
}

/** Shares have the variance of their mean; of others it is judged by how the cells of one kind lie apart. */
function varianceOf({ resolved }: MetricCall, cells: readonly WorkCell[]): (mean: number) => number {
  if (resolved.unit === 'percent') return (mean) => Math.max(mean * (1 - mean), 0.05);
  const kinds = new Map<string, { n: number; sum: number }>();
  for (const { kind, n, mean } of cells) {
    const key = JSON.stringify(kind);
    const total = kinds.get(key) ?? { n: 0, sum: 0 };
    kinds.set(key, { n: total.n + n, sum: total.sum + n * mean });
  }
  let [squares, freedom] = [0, -kinds.size];
  for (const { kind, n, mean } of cells) {
    const { n: all = 1, sum = 0 } = kinds.get(JSON.stringify(kind)) ?? {};
    squares += n * (mean - sum / all) ** 2;
    freedom += 1;
  }
  const variance = freedom > 0 ? squares / freedom : 1;
  return () => Math.max(variance, 1e-6);
}

function adjustedOf(call: MetricCall, { adjusted, interval, n }: LikeForLike): Estimate {
  const bounded = (value: number): number => (call.resolved.unit === 'percent' ? Math.min(1, Math.max(0, value)) : value);
  const back = (value: number): number => unscaledOf(call, bounded(value));
  return { value: back(adjusted), low: back(interval.low), high: back(interval.high), n };
}

function isNew(person: Person | undefined, { last }: Days, { calendar }: FindingSource): boolean {
  if (!person || person.joinedMs === null) return false;
  return startOfDayMs(calendar.zone, last + 1 - newDays) < person.joinedMs;
}

function flagOf({ resolved }: MetricCall, z: number): 'better' | 'worse' | null {
  if (resolved.better === 'neither') return null;
  return (resolved.better === 'up') === z > 0 ? 'better' : 'worse';
}
