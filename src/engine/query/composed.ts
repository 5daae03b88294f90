import type { Estimate } from '../../core/model/estimate.ts';
import { evaluateFormula } from '../../core/model/formula.ts';
import type { ComposedMetric } from '../../core/model/metric.ts';
import { localMsAt } from '../../core/time/zone.ts';
import type { Answer } from './call-answer.ts';
import { cells } from './cells.ts';
import type { Question } from './question.ts';

const dayMs = 86_400_000;

/** What a composed metric says wherever one of its parts does. */
export function composedAnswer(metric: ComposedMetric, parts: ReadonlyMap<string, Answer>, question: Question): Answer {
  const compose = (days: number, pick: (answer: Answer) => Estimate): Estimate =>
    composedEstimate(metric, new Map([...parts].map(([name, answer]) => [name, pick(answer)])), days);
  const places = new Map([...parts.values()].flatMap(({ cells }) => cells.entries().map(([place]) => [JSON.stringify(place), place])));
  const days = daysBetween(question, question);
  const daysByBucket = new Map(question.buckets.map((bucket) => [bucket.column, daysBetween(bucket, question)]));
  const estimates = cells<Estimate>();
  for (const place of places.values())
    estimates.set(
      place,
      compose(daysByBucket.get(place.bucket ?? '') ?? days, (answer) => answer.cells.get(place) ?? answer.nothing),
    );
  return { cells: estimates, total: compose(days, ({ total }) => total), nothing: compose(days, ({ nothing }) => nothing) };
}

function composedEstimate(metric: ComposedMetric, parts: ReadonlyMap<string, Estimate>, days: number): Estimate {
  const values = { ...Object.fromEntries([...parts].map(([name, part]) => [name, part.value])), days };
  const value = evaluateFormula(metric.value, values);
  const known = Object.fromEntries(Object.entries(values).map(([name, part]) => [name, part ?? 0]));
  const interval = value === null ? null : (metric.interval?.(known) ?? null);
  return { value, low: interval?.low ?? null, high: interval?.high ?? null, n: parts.get(metric.n)?.n ?? 0 };
}

/** Local days of a stretch, up to now: a day of 23 hours is a day. */
function daysBetween({ fromMs, untilMs }: Pick<Question, 'fromMs' | 'untilMs'>, { zone, nowMs }: Question): number {
  const endMs = Math.max(fromMs, Math.min(untilMs, nowMs));
  return (localMsAt(zone, endMs) - localMsAt(zone, fromMs)) / dayMs;
}
