import { formatDay } from '../../../catalog/charts/format-time.ts';
import { valueWriter } from '../../../catalog/charts/format-value.ts';
import { sparkline } from '../../../catalog/charts/sparkline.ts';
import type { Estimate } from '../../../core/model/estimate.ts';
import type { Finding } from '../../../core/model/finding.ts';
import type { Result } from '../../../core/model/result.ts';
import { useReader } from './language.ts';
import { useResult } from './use-result.ts';

const size = { widthPx: 168, heightPx: 48 };

/** The course of a finding's figure with what was expected of it. */
export function FindingCourse({ finding }: { readonly finding: Finding }) {
  const { say, locale } = useReader();
  const { data } = useResult(finding.query);
  const metric = data?.metrics[0];
  if (data === undefined || metric === undefined) return <div className="course" />;
  const values = valuesOf(data, metric.key);
  const from = data.buckets.findIndex(({ key }) => key.slice(0, 10) >= finding.since);
  const expected = perBucket(finding, values.length - from);
  const drawn = sparkline({ values, from: from < 0 ? values.length : from, expected, ...size });
  const last = values.findLast((value) => value !== null) ?? null;
  const write = valueWriter([last, finding.expected.value], metric.unit, locale);
  const label = say('finding.course', {
    name: finding.label[locale] ?? finding.metric,
    day: formatDay(finding.until, locale),
    last: write(last),
    expected: write(finding.expected.value),
  });
  return (
    <svg className="course" viewBox={`0 0 ${size.widthPx} ${size.heightPx}`} role="img" aria-label={label}>
      <rect className="course-stretch" x={drawn.stretch.x} y={0} width={drawn.stretch.width} height={size.heightPx} />
      {drawn.band !== null && <rect className="course-band" {...drawn.band} />}
      <path className="course-line" d={drawn.line} />
      {drawn.last !== null && <circle className="course-last" cx={drawn.last.x} cy={drawn.last.y} r={3} data-good={finding.good} />}
    </svg>
  );
}

function valuesOf(result: Result, key: string): (number | null)[] {
  const byBucket = new Map(result.rows.map((row) => [row.bucket, row.values[key]?.value ?? null]));
  return result.buckets.map((bucket) => byBucket.get(bucket.key) ?? null);
}

/** Counts are expected of the whole stretch, everything else of each day. */
function perBucket({ unit, expected }: Finding, buckets: number): { low: number; high: number } | null {
  const share = unit === 'count' ? 1 / Math.max(1, buckets) : 1;
  const { low, high } = boundsOf(expected);
  return low === null || high === null ? null : { low: low * share, high: high * share };
}

function boundsOf({ value, low, high }: Estimate): Pick<Estimate, 'low' | 'high'> {
  return { low: low ?? value, high: high ?? value };
}
