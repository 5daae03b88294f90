import { calendarEvents } from '../../core/entities/working-time.ts';
import { bind, sql } from '../../core/sql/sql.ts';
import type { KnownEvent } from '../../core/stats/seasonal-expectation.ts';
import { seriesName } from '../../core/text/series-name.ts';
import { dateOf, epochDayOf } from '../../core/time/calendar-day.ts';
import { table } from '../store/workspace.ts';
import type { FindingSource } from './finding-source.ts';
import type { SeriesSegment } from './read-series.ts';

/** An event of the calendar as findings use it. */
export interface CalendarMark {
  readonly kind: string;
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly scopeDimension: string;
  readonly scopeValue: string;
}

/** Events that began up to the day. */
export async function readMarks(source: FindingSource): Promise<readonly CalendarMark[]> {
  const rows = await source.ask(sql`SELECT kind, name, toString(from) AS first, toString(until) AS last, scope_dimension, scope_value
FROM ${table(source.database, calendarEvents)}
WHERE NOT removed AND from <= ${bind('Date', dateOf(source.day))}
ORDER BY from, id`);
  return rows.map((row) => ({
    kind: String(row.kind),
    name: String(row.name),
    first: epochDayOf(String(row.first)),
    last: epochDayOf(String(row.last)),
    scopeDimension: String(row.scope_dimension),
    scopeValue: String(row.scope_value),
  }));
}

/** Events that may touch a segment, those of one name together. A holiday that came only once stands with the other holidays of its place. */
export function eventsOf(marks: readonly CalendarMark[], segment: SeriesSegment | null): readonly KnownEvent[] {
  const touching = marks.filter(
    ({ scopeDimension, scopeValue }) => segment === null || scopeDimension !== segment.dimension || scopeValue === segment.value,
  );
  const times = new Map<string, number>();
  for (const { name } of touching) times.set(seriesName(name), (times.get(seriesName(name)) ?? 0) + 1);
  const groups = new Map<string, (readonly [number, number])[]>();
  for (const mark of touching) {
    const alone = mark.kind === 'holiday' && times.get(seriesName(mark.name)) === 1;
    const name = alone ? `${mark.kind} ${mark.scopeDimension} ${mark.scopeValue}` : seriesName(mark.name);
    groups.set(name, [...(groups.get(name) ?? []), [mark.first, mark.last]]);
  }
  return [...groups].map(([name, spans]) => ({ name, spans }));
}
