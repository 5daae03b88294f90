import { formatDriverShare } from '../../../catalog/analyses/driver-share.ts';
import { adviceSentences, remarkSentences } from '../../../catalog/analyses/finding-sentence.ts';
import { formatValue } from '../../../catalog/charts/format-value.ts';
import type { Finding } from '../../../core/model/finding.ts';
import type { Unit } from '../../../core/model/metric.ts';
import { useReader } from './language.ts';
import { nameSegment } from './name-segment.ts';
import { useEventNames } from './use-event-names.ts';
import { useNames } from './use-names.ts';

/** Because of what, what moved with it, what customers speak of, what began with it, and what to do. */
export function FindingReasons({ finding }: { readonly finding: Finding }) {
  const reader = useReader();
  const { say, locale } = reader;
  const ids = useNames();
  const eventName = useEventNames();
  const remarks = remarkSentences(finding, reader, ids);
  const list = locale.startsWith('zh') ? '、' : ', ';
  return (
    <dl className="reasons">
      {(finding.drivers.length > 0 || finding.event === null) && (
        <>
          <dt>{say('finding.because')}</dt>
          <dd>
            <Drivers finding={finding} />
          </dd>
        </>
      )}
      {finding.consequences.length + remarks.length > 0 && (
        <>
          <dt>{say('finding.with')}</dt>
          <dd>
            {remarks.map((sentence) => (
              <div key={sentence}>{sentence}</div>
            ))}
            {finding.consequences.map(({ metric, label, unit, segment, before, after }) => (
              <div key={`${metric} ${segment.map(({ values }) => values.join()).join()}`}>
                {[label[locale] ?? metric, ...segment.map((own) => nameSegment(own, reader, ids))].join(' · ')}:{' '}
                {say('finding.fromTo', {
                  before: formatValue(before.value, unit as Unit, locale),
                  after: formatValue(after.value, unit as Unit, locale),
                })}
              </div>
            ))}
          </dd>
        </>
      )}
      {finding.keywords.length > 0 && (
        <>
          <dt>{say('finding.words')}</dt>
          <dd>{finding.keywords.map(({ word }) => word).join(list)}</dd>
        </>
      )}
      {finding.events.length > 0 && (
        <>
          <dt>{say('finding.events')}</dt>
          <dd>{finding.events.map(eventName).join(list)}</dd>
        </>
      )}
      {finding.advice.length > 0 && (
        <>
          <dt>{say('finding.do')}</dt>
          <dd>
            {adviceSentences(finding, locale).map((sentence) => (
              <div key={sentence}>{sentence}</div>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}

function Drivers({ finding }: { readonly finding: Finding }) {
  const reader = useReader();
  const ids = useNames();
  if (finding.drivers.length === 0)
    return <span className="quiet">{reader.say(finding.segment.length > 0 ? 'finding.spreadWithin' : 'finding.spread')}</span>;
  return finding.drivers.map((driver) => (
    <div key={driver.segment.dimension}>
      {nameSegment(driver.segment, reader, ids)}{' '}
      <span className="quiet">
        {reader.say('finding.share', { share: formatDriverShare(driver, reader.locale) })} ·{' '}
        {reader.say('finding.fromTo', {
          before: formatValue(driver.before.value, finding.unit as Unit, reader.locale),
          after: formatValue(driver.after.value, finding.unit as Unit, reader.locale),
        })}
      </span>
    </div>
  ));
}
