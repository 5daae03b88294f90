import { nameEvent } from '../../catalog/locales/name-event.ts';
import { eventKinds } from '../../core/model/calendar-event.ts';
import type { CalendarEvent } from '../../core/model/endpoints/calendar-endpoints.ts';
import { rowsCsv } from '../../engine/query/result-csv.ts';
import type { Arguments, Command } from './command.ts';
import type { Connection } from './connection.ts';
import { textTable } from './text-table.ts';
import { UsageError } from './usage-error.ts';

const columns = ['from', 'until', 'kind', 'name', 'scope', 'note', 'id'] as const;

export const eventsCommand: Command = {
  name: 'events',
  doc: 'Lists the event calendar, adds to it, and tells what an event brought',
  usage: 'events [--from DAY] [--until DAY] [--add NAME --kind KIND [--scope DIMENSION=VALUE]] [--remove ID] [--profile ID]',
  positionals: [0, 0],
  options: {
    from: { type: 'string', doc: 'first local day', value: 'DAY' },
    until: { type: 'string', doc: 'last local day', value: 'DAY' },
    add: { type: 'string', doc: 'adds an event of this name on these days', value: 'NAME' },
    kind: { type: 'string', doc: 'what it is', value: 'KIND', allowed: eventKinds },
    scope: { type: 'string', doc: 'the part of the facts that it touches', value: 'DIMENSION=VALUE' },
    remove: { type: 'string', doc: 'takes an event off the calendar', value: 'ID' },
    profile: { type: 'string', doc: 'what an event brought, against the four weeks before it', value: 'ID' },
  },
  run: async ({ arguments: given, format, connect, print }) => {
    const connection = await connect();
    const profile = given.text('profile');
    if (profile !== undefined) {
      print(JSON.stringify(await connection.call('eventProfile', { id: profile }), null, 2));
      return 0;
    }
    const events = await eventsFor(given, connection);
    const rows = events.map((event) => ({
      ...event,
      name: nameEvent(event, 'en'),
      scope: event.scope === null ? '' : `${event.scope.dimension}=${event.scope.value}`,
    }));
    if (format === 'json') print(JSON.stringify(events, null, 2));
    else if (format === 'csv') print(rowsCsv(columns, rows));
    else
      print(
        textTable(
          columns.map((title) => ({ title })),
          rows.map((row) => columns.map((column) => row[column])),
        ),
      );
    return 0;
  },
};

/** What was added or removed, or else what the calendar holds. */
async function eventsFor(given: Arguments, connection: Connection): Promise<readonly CalendarEvent[]> {
  const [name, removed] = [given.text('add'), given.text('remove')];
  const [from, until, kind, scope] = [given.text('from'), given.text('until'), given.text('kind'), given.text('scope')];
  if (removed !== undefined) return [await connection.call('removeCalendarEvent', { id: removed })];
  const untilDay = until === undefined ? {} : { until };
  if (name === undefined) return connection.call('calendarEvents', { ...(from === undefined ? {} : { from }), ...untilDay });
  if (from === undefined || kind === undefined) throw new UsageError('--add needs --from DAY and --kind KIND.');
  const event = { name, from, ...untilDay, kind: kind as (typeof eventKinds)[number] };
  return [await connection.call('addCalendarEvent', { ...event, ...(scope === undefined ? {} : { scope: scopeOf(scope) }) })];
}

function scopeOf(text: string): NonNullable<CalendarEvent['scope']> {
  const at = text.indexOf('=');
  if (at < 1) throw new UsageError(`--scope "${text}" names no value; write it as channel=email.`);
  return { dimension: text.slice(0, at), value: text.slice(at + 1) };
}
