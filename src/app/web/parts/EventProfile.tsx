import { useQuery } from '@tanstack/react-query';
import { formatCount, formatNumber, formatPercent } from '../../../catalog/charts/format-number.ts';
import { formatDay } from '../../../catalog/charts/format-time.ts';
import { namePair } from '../../../catalog/locales/name-pair.ts';
import { nameValue } from '../../../catalog/locales/names.ts';
import { call } from './call.ts';
import { useReader } from './language.ts';
import { sayFault } from './say-fault.ts';

/** What an event brought: tickets beyond the usual, day by day and by category. */
export function EventProfile({ id }: { readonly id: string }) {
  const reader = useReader();
  const { say, locale } = reader;
  const { data, error } = useQuery({ queryKey: ['eventProfile', id], queryFn: ({ signal }) => call('eventProfile', { id }, signal) });
  if (error !== null) return <p role="alert">{sayFault(error, say)}</p>;
  if (data === undefined) return null;
  const { event, created, usual, extra, byDay, categories, agentHours, earlier } = data;
  if (created === null) return <p className="quiet">{say('events.noProfile')}</p>;
  const most = Math.max(1, ...byDay.flatMap((day) => [day.created, day.usual]));
  return (
    <div className="profile">
      {event.note !== '' && <p>{event.note}</p>}
      <p>
        {say('events.tickets', { n: formatCount(created, locale), usual: usual === null ? '–' : formatCount(Math.round(usual), locale) })}
        {extra !== null && (
          <span className="quiet">
            {' '}
            {say('events.extra', {
              extra: formatNumber(Math.round(extra.value), locale),
              low: formatNumber(Math.round(extra.low), locale),
              high: formatNumber(Math.round(extra.high), locale),
            })}
          </span>
        )}
        {agentHours !== null && <span className="quiet"> · {say('events.agentHours', { hours: formatNumber(agentHours, locale) })}</span>}
      </p>
      <div className="profile-days" aria-hidden>
        {byDay.map((day) => (
          <span
            key={day.day}
            className="profile-day"
            title={namePair(formatDay(day.day, locale), formatCount(day.created, locale), locale)}
          >
            <span className="profile-bar" style={{ height: `${(48 * day.created) / most}px` }} />
            <span className="profile-usual" style={{ bottom: `${(48 * day.usual) / most}px` }} />
          </span>
        ))}
      </div>
      <ul className="profile-categories">
        {categories.slice(0, 5).map(({ category, created: tickets, share }) => (
          <li key={category}>
            {namePair(nameValue('category', category, reader), formatCount(tickets, locale), locale)}
            {share !== null && share > 0 && (
              <span className="quiet"> · {say('events.share', { share: formatPercent(100 * share, locale) })}</span>
            )}
          </li>
        ))}
      </ul>
      {earlier.length > 0 && (
        <p className="quiet">{say('events.earlier', { days: earlier.map(({ from }) => formatDay(from, locale)).join(' · ') })}</p>
      )}
    </div>
  );
}
