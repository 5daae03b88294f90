import { IconArrowDown, IconArrowUp, IconEqual } from '@tabler/icons-react';
import { judgeChange } from '../../../catalog/charts/verdict.ts';
import { noEstimate } from '../../../core/model/no-estimate.ts';
import type { ResolvedMetric, Result } from '../../../core/model/result.ts';
import { changeSentence, isUnchanged } from './change-sentence.ts';
import { useReader } from './language.ts';
import { defaultComparison } from './page-search.ts';
import { useBoardSearch } from './use-board-search.ts';

export interface ChangeLineProps {
  readonly metric: ResolvedMetric;
  readonly result: Result;
}

/** How a figure changed, in words; coloured only when it is better or worse beyond noise. */
export function ChangeLine({ metric, result }: ChangeLineProps) {
  const reader = useReader();
  const [search] = useBoardSearch();
  const comparison = search.compare ?? defaultComparison;
  if (comparison === 'none' || result.comparisonPeriod === null) return null;
  const then = result.totals.comparison?.[metric.key] ?? null;
  const change = judgeChange(metric, result.totals.values[metric.key] ?? noEstimate, then);
  const unchanged = isUnchanged(metric, change, reader.locale);
  return (
    <div className="change" data-verdict={change.verdict}>
      <Arrow difference={unchanged ? 0 : change.difference} />
      <span>
        {changeSentence(metric, change, comparison, reader)}
        {result.toDate ? ` · ${reader.say('change.toDate')}` : ''}
        {change.verdict === 'unknown' || unchanged ? '' : ` · ${reader.say(`verdict.${change.verdict}`)}`}
      </span>
    </div>
  );
}

function Arrow({ difference }: { readonly difference: number | null }) {
  if (difference === null) return null;
  if (difference === 0) return <IconEqual size={14} aria-hidden />;
  return difference > 0 ? <IconArrowUp size={14} aria-hidden /> : <IconArrowDown size={14} aria-hidden />;
}
