import { formatCount, formatNumber } from '../../../catalog/charts/format-number.ts';
import type { WordKey } from '../../../catalog/locales/words.ts';
import type { Output } from '../../../core/model/endpoints/index.ts';
import { useReader } from './language.ts';

/** The parts of a quality score: each with its own score and what is missing or wrong. */
export function SourceQuality({ source }: { readonly source: Output<'sources'>[number] }) {
  const { say, locale } = useReader();
  const rows = source.parts[0]?.rows ?? 0;
  return (
    <div className="quality">
      <p className="quiet">{say('quality.about', { n: formatCount(rows, locale) })}</p>
      <dl className="facts">
        {source.parts.map(({ part, score, faults }) => (
          <div key={part} style={{ display: 'contents' }}>
            <dt>{say(`quality.${part}`)}</dt>
            <dd>
              <strong>{formatNumber(score, locale)}</strong>{' '}
              <span className="quiet">
                {faults.map(({ kind, count }) => say(`sourceFault.${kind}` as WordKey, { n: formatCount(count, locale) })).join(' · ')}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
