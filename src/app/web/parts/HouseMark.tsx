import { joinSentences } from '../../../catalog/locales/join-sentences.ts';
import { nameMetric } from '../../../catalog/locales/names.ts';
import type { Result } from '../../../core/model/result.ts';
import { useReader } from './language.ts';

/** Says which figures depart from the definition of the house. */
export function HouseMark({ result }: { readonly result: Result }) {
  const reader = useReader();
  const departing = result.metrics.filter((metric) => !metric.house);
  if (departing.length === 0) return null;
  return (
    <div className="row house-mark">
      <span className="badge">{reader.say('tile.notHouse')}</span>
      {departing.length < result.metrics.length && (
        <span className="quiet">
          {joinSentences(
            departing.map((metric) => reader.say('tile.isNotHouse', { name: nameMetric(metric, reader) })),
            reader.locale,
          )}
        </span>
      )}
    </div>
  );
}
