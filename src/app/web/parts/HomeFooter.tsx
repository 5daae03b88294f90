import { formatCount, formatPercent } from '../../../catalog/charts/format-number.ts';
import { formatInstant } from '../../../catalog/charts/format-time.ts';
import { joinSentences } from '../../../catalog/locales/join-sentences.ts';
import type { Output } from '../../../core/model/endpoints/index.ts';
import { useReader } from './language.ts';
import { useWorkspace } from './use-workspace.ts';

type Home = Output<'home'>;

/** What was looked at, how often that speaks for nothing, and how fresh it is. */
export function HomeFooter({ home }: { readonly home: Home }) {
  const { say, locale } = useReader();
  const zone = useWorkspace()?.zone ?? 'UTC';
  const { looked } = home;
  if (looked.series === 0) return null;
  return (
    <p className="quiet">
      {joinSentences(
        [
          say('home.looked', { series: formatCount(looked.series, locale), days: formatCount(looked.days, locale) }),
          say('home.falseAlarms', { rate: formatPercent(looked.falseAlarmRate * 100, locale) }),
          home.stale ? say('home.stale') : say('home.computed', { time: formatInstant(home.computedAt, locale, zone) }),
        ],
        locale,
      )}
    </p>
  );
}

/** Stretches in which a source was silent. Nothing when there were none. */
export function HomeGaps({ gaps }: { readonly gaps: Home['gaps'] }) {
  const { say, locale } = useReader();
  const zone = useWorkspace()?.zone ?? 'UTC';
  if (gaps.length === 0) return null;
  return (
    <>
      <h2>{say('home.gaps')}</h2>
      {gaps.map(({ source, from, until, missingPercent }) => (
        <p key={`${source} ${from}`} className="quiet">
          {say('home.gap', {
            source,
            period: `${formatInstant(from, locale, zone)} – ${formatInstant(until, locale, zone)}`,
            share: formatPercent(missingPercent, locale),
          })}
        </p>
      ))}
    </>
  );
}
