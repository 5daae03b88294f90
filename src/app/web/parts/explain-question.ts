import type { Input } from '../../../core/model/endpoints/index.ts';
import type { Finding } from '../../../core/model/finding.ts';
import type { QueryInput } from '../../../core/model/query.ts';
import type { Result } from '../../../core/model/result.ts';

/** A question why a figure changed, and what the figure is called. */
export interface ExplainQuestion {
  readonly name: string;
  readonly input: Input<'explain'>;
}

/** Why the figure of a finding changed. */
export function questionOfFinding({ metric, label, since, until, filters }: Finding, locale: string): ExplainQuestion {
  return { name: label[locale] ?? metric, input: { metric, period: { from: since, until }, filters: [...filters] } };
}

/** Why the first figure of an answer changed against what it is compared with; against the stretch before it where it is not compared. */
export function questionOfResult(result: Result, name: string, filters: NonNullable<QueryInput['filters']>): ExplainQuestion | null {
  const metric = result.metrics[0];
  if (metric === undefined) return null;
  const comparison = result.comparisonPeriod;
  return {
    name,
    input: {
      metric: metric.key,
      period: localDays(result.period, result.zone),
      ...(comparison === null ? {} : { comparisonPeriod: localDays(comparison, result.zone) }),
      filters: [...filters],
    },
  };
}

/** First and last local day of a half-open period of instants. */
export function localDays(
  { from, until }: { readonly from: string; readonly until: string },
  zone: string,
): { from: string; until: string } {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return { from: format.format(Date.parse(from)), until: format.format(Date.parse(until) - 1) };
}
