import { type Filter, type QueryInput, querySchema } from '../../core/model/query.ts';
import { dateOf } from '../../core/time/calendar-day.ts';
import type { Grain } from '../../core/time/grain.ts';
import { answerCalls } from '../query/answer.ts';
import type { Place } from '../query/cells.ts';
import type { MetricCall } from '../query/metric-call.ts';
import { dimensionNamed, resolveQuery } from '../query/resolve-query.ts';
import { questionOf } from '../query/run-query.ts';
import type { FindingSource } from './finding-source.ts';

/** Local days, both inclusive, in days since 1970-01-01. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

/** What is asked of some days. */
export interface DaysQuestion {
  readonly metrics: readonly string[];
  readonly days: Days;
  /** One figure a day. */
  readonly daily?: boolean;
  /** Another grain than that. */
  readonly grain?: Grain;
  readonly by?: readonly string[];
  readonly filters?: readonly Filter[];
}

type Answers = Awaited<ReturnType<typeof answerCalls>>;
type Answer = Answers extends ReadonlyMap<string, infer A> ? A : never;

/** The calls of a question, each with its answer. */
export async function askDays(
  source: FindingSource,
  question: DaysQuestion,
): Promise<readonly { readonly call: MetricCall; readonly answer: Answer }[]> {
  const { by = [] } = question;
  const plain = resolveQuery(querySchema.parse(daysQuery({ ...question, by: [] })), source.calendar);
  const resolved = { ...plain, dimensions: by.map((name) => dimensionNamed(name, source.calendar)) };
  const answers = await answerCalls(source.ask, resolved.calls, questionOf(resolved, source.database, resolved.period, null));
  return resolved.calls.flatMap((call) => {
    const answer = answers.get(call.resolved.key);
    return answer ? [{ call, answer }] : [];
  });
}

/** The local day of a daily answer, in days since 1970-01-01. The engine writes it, so it is not looked at whether there is such a day. */
export function dayOf({ bucket }: Place): number {
  return Date.parse(bucket ?? '') / 86_400_000;
}

/** The same question as anyone may ask it. */
export function daysQuery({ metrics, days, daily = false, grain, by = [], filters = [] }: DaysQuestion): QueryInput {
  return {
    metrics: [...metrics],
    by: [...by],
    filters: filters.map((filter) => ({ ...filter, values: [...filter.values] })),
    period: { from: dateOf(days.first), until: dateOf(days.last) },
    ...(daily || grain ? { grain: grain ?? ('day' as const) } : {}),
  };
}
