import { formatDriverShare } from '../../../catalog/analyses/driver-share.ts';
import { adviceSentences, remarkSentences } from '../../../catalog/analyses/finding-sentence.ts';
import { valueWriter } from '../../../catalog/charts/format-value.ts';
import { joinParts } from '../../../catalog/locales/join-parts.ts';
import { joinValues } from '../../../catalog/locales/join-values.ts';
import { namePair } from '../../../catalog/locales/name-pair.ts';
import type { Finding } from '../../../core/model/finding.ts';
import type { Locale } from '../../../core/model/locale.ts';
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
  return (
    <dl className="reasons">
      {finding.drivers.length > 0 && (
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
                {namePair(
                  joinParts([label[locale] ?? metric, ...segment.map((own) => nameSegment(own, reader, ids))]),
                  say('finding.fromTo', sayPair(before.value, after.value, unit, locale)),
                  locale,
                )}
              </div>
            ))}
          </dd>
        </>
      )}
      {finding.keywords.length > 0 && (
        <>
          <dt>{say('finding.words')}</dt>
          <dd>
            {joinValues(
              finding.keywords.map(({ word }) => word),
              locale,
            )}
          </dd>
        </>
      )}
      {finding.events.length > 0 && (
        <>
          <dt>{say('finding.events')}</dt>
          <dd>{joinValues(finding.events.map(eventName), locale)}</dd>
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

function sayPair(before: number | null, after: number | null, unit: string, locale: Locale): { before: string; after: string } {
  const write = valueWriter([before, after], unit as Unit, locale);
  return { before: write(before), after: write(after) };
}

function Drivers({ finding }: { readonly finding: Finding }) {
  const reader = useReader();
  const ids = useNames();
  return finding.drivers.map((driver) => (
    <div key={driver.segment.dimension}>
      {nameSegment(driver.segment, reader, ids)}{' '}
      <span className="quiet">
        {joinParts([
          reader.say('finding.share', { share: formatDriverShare(driver, reader.locale) }),
          reader.say(
            finding.unit === 'count' ? 'finding.insteadOf' : 'finding.fromTo',
            sayPair(driver.before.value, driver.after.value, finding.unit, reader.locale),
          ),
        ])}
      </span>
    </div>
  ));
}
