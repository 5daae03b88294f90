import { formatDriverShare } from '../../../catalog/analyses/driver-share.ts';
import { changeDaySentence } from '../../../catalog/analyses/finding-sentence.ts';
import { formatPercent } from '../../../catalog/charts/format-number.ts';
import { formatDay } from '../../../catalog/charts/format-time.ts';
import { valueWriter } from '../../../catalog/charts/format-value.ts';
import { joinValues } from '../../../catalog/locales/join-values.ts';
import { nameDimension } from '../../../catalog/locales/names.ts';
import type { Driver, Explanation as ExplanationAnswer } from '../../../core/model/finding.ts';
import type { Unit } from '../../../core/model/metric.ts';
import { useReader } from './language.ts';
import { nameSegment } from './name-segment.ts';
import { useEventNames } from './use-event-names.ts';
import { useNames } from './use-names.ts';

/** Why a figure differs: before and after, the chain of causes with their shares, other views, words and events. */
export function Explanation({ explanation }: { readonly explanation: ExplanationAnswer }) {
  const reader = useReader();
  const { say, locale } = reader;
  const eventName = useEventNames();
  const { before, after, unit, drivers, others, keywords, events, looked } = explanation;
  const changed = changeDaySentence(explanation, locale);
  const write = valueWriter([before.value, after.value], unit as Unit, locale);
  return (
    <div className="stack explanation" data-drivers={drivers.length}>
      <div>
        <div className="figure-value">
          {write(before.value)} → {write(after.value)}
        </div>
        <div className="quiet">
          {say('explain.periods', {
            period: periodText(explanation.period, locale),
            before: periodText(explanation.comparisonPeriod, locale),
          })}
        </div>
      </div>
      {changed !== null && <p>{changed}</p>}
      {!explanation.beyondNoise && <p className="quiet">{say('explain.noise')}</p>}
      <section>
        <h2>{say('explain.chain')}</h2>
        {drivers.length === 0 ? <p>{say('finding.spread')}</p> : <DriverTable drivers={drivers} unit={unit as Unit} />}
      </section>
      {others.length > 0 && (
        <section>
          <h2>{say('explain.others')}</h2>
          <DriverTable drivers={others} unit={unit as Unit} />
        </section>
      )}
      {keywords.length > 0 && (
        <section>
          <h2>{say('finding.words')}</h2>
          <p>
            {joinValues(
              keywords.map(({ word }) => word),
              locale,
            )}
          </p>
        </section>
      )}
      {events.length > 0 && (
        <section>
          <h2>{say('finding.events')}</h2>
          <p>{joinValues(events.map(eventName), locale)}</p>
        </section>
      )}
      <p className="quiet">
        {say('explain.looked', {
          dimensions: joinValues(
            looked.map((dimension) => nameDimension(dimension, reader)),
            locale,
          ),
        })}
      </p>
    </div>
  );
}

function periodText({ from, until }: { readonly from: string; readonly until: string }, locale: Parameters<typeof formatDay>[1]): string {
  return from === until ? formatDay(from, locale) : `${formatDay(from, locale)} – ${formatDay(until, locale)}`;
}

function DriverTable({ drivers, unit }: { readonly drivers: readonly Driver[]; readonly unit: Unit }) {
  const reader = useReader();
  const { say, locale } = reader;
  const ids = useNames();
  const write = valueWriter(
    drivers.flatMap(({ before, after }) => [before.value, after.value]),
    unit,
    locale,
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard
    <div className="scroll" tabIndex={0}>
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{say('explain.where')}</th>
            {(['explain.before', 'explain.after', 'explain.share', 'explain.base'] as const).map((key) => (
              <th key={key} scope="col" data-numeric>
                {say(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drivers.map((driver) => (
            <tr key={`${driver.segment.dimension} ${driver.segment.values.join(' ')}`}>
              <td>{nameSegment(driver.segment, reader, ids)}</td>
              <td data-numeric>{write(driver.before.value)}</td>
              <td data-numeric>{write(driver.after.value)}</td>
              <td data-numeric>
                <ShareBar share={driver.share} text={formatDriverShare(driver, locale)} />
              </td>
              <td data-numeric>{driver.baseShare === null ? '–' : formatPercent(Math.round(driver.baseShare * 100), locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ShareBar({ share, text }: { readonly share: number; readonly text: string }) {
  return (
    <span className="share">
      <span className="share-room">
        <span className="share-bar" style={{ width: `${Math.min(100, Math.max(0, share * 100))}%` }} />
      </span>
      {text}
    </span>
  );
}
