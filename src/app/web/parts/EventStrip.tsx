import { formatMonth } from '../../../catalog/charts/format-time.ts';
import { nameEvent } from '../../../catalog/locales/name-event.ts';
import type { CalendarEvent as CalendarEntry } from '../../../core/model/endpoints/calendar-endpoints.ts';
import { useReader } from './language.ts';

export interface EventStripProps {
  readonly events: readonly CalendarEntry[];
  readonly year: number;
}

const dayMs = 86_400_000;
const months = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

/** The year as a strip with a mark for each event; the table under it says the same to those who do not see it. */
export function EventStrip({ events, year }: EventStripProps) {
  const { locale } = useReader();
  const start = Date.UTC(year, 0, 1);
  const days = (Date.UTC(year + 1, 0, 1) - start) / dayMs;
  const share = (day: string) => Math.min(1, Math.max(0, (Date.parse(day) - start) / dayMs / days));
  return (
    <div className="strip" aria-hidden>
      {months.map((month) => (
        <span key={month} className="strip-month" style={{ left: `${(100 * (Date.UTC(year, month, 1) - start)) / dayMs / days}%` }}>
          {formatMonth(month + 1, locale)}
        </span>
      ))}
      {events.map((event) => (
        <span
          key={event.id}
          className="strip-event"
          data-kind={event.kind}
          title={nameEvent(event, locale)}
          style={{
            left: `${100 * share(event.from)}%`,
            width: `max(3px, ${100 * (share(event.until) - share(event.from) + 1 / days)}%)`,
          }}
        />
      ))}
    </div>
  );
}
