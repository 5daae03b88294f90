import { randomUUID } from 'node:crypto';
import { calendarEvents } from '../../core/entities/working-time.ts';
import type { CalendarEvent } from '../../core/model/endpoints/calendar-endpoints.ts';
import type { ParsedInput } from '../../core/model/endpoints/index.ts';
import { UserError } from '../../core/model/user-error.ts';
import { dateOf, epochDayOf } from '../../core/time/calendar-day.ts';
import { dimensionNamed } from '../query/resolve-query.ts';
import type { OpenWorkspace } from '../workspace/open-workspace.ts';
import { type EventRow, eventOf, readEventRow } from './read-calendar-events.ts';

const longestDays = 1000;
const earliest = '1970-01-01';
const latest = '2199-12-31';

/** Adds an event, a new one or a repetition of another. @throws UserError that says what is missing or wrong */
export async function addCalendarEvent(workspace: OpenWorkspace, input: ParsedInput<'addCalendarEvent'>): Promise<CalendarEvent> {
  const template = input.template === undefined ? null : await readEventRow(workspace, input.template);
  const name = input.name ?? template?.name;
  const kind = input.kind ?? template?.kind;
  if (name === undefined || kind === undefined)
    throw eventFault('bare', {}, 'An event needs a name and a kind, or a template that it takes them from.');
  const length = template ? epochDayOf(template.until) - epochDayOf(template.from) : 0;
  return write(workspace, {
    id: `earshot:${randomUUID()}`,
    source: 'earshot',
    version: 0,
    import_id: '',
    kind,
    name,
    names: name === template?.name ? template.names : [],
    from: input.from,
    until: input.until ?? dateOf(epochDayOf(input.from) + length),
    note: input.note ?? template?.note ?? '',
    ...(input.scope === undefined ? scopeOf(template) : scopeColumns(input.scope)),
    removed: false,
  });
}

/** Changes what is said of an event. @throws UserError when there is no such event, or the change makes no sense */
export async function changeCalendarEvent(workspace: OpenWorkspace, input: ParsedInput<'changeCalendarEvent'>): Promise<CalendarEvent> {
  const row = await readEventRow(workspace, input.id);
  if (row.removed && input.removed === undefined)
    throw new UserError('removed_event', `The event "${row.name}" was taken off the calendar; put it back first.`, 409, {
      key: 'events.fault.removed',
      values: { name: row.name },
    });
  return write(workspace, {
    ...row,
    kind: input.kind ?? row.kind,
    name: input.name ?? row.name,
    names: input.name === undefined || input.name === row.name ? row.names : [],
    from: input.from ?? row.from,
    until: input.until ?? row.until,
    note: input.note ?? row.note,
    ...(input.scope === undefined ? {} : scopeColumns(input.scope)),
    removed: false,
  });
}

/** Takes an event off the calendar; its row stays, so that it can be put back. @throws UserError when there is none */
export async function removeCalendarEvent(workspace: OpenWorkspace, id: string): Promise<CalendarEvent> {
  return write(workspace, { ...(await readEventRow(workspace, id)), removed: true });
}

async function write(workspace: OpenWorkspace, row: EventRow): Promise<CalendarEvent> {
  checkDays(row);
  if (row.scope_dimension !== '') dimensionNamed(row.scope_dimension, await workspace.calendar());
  await workspace.store.insert(workspace.database, calendarEvents, [{ ...row, version: Math.max(workspace.clock(), row.version + 1) }]);
  workspace.written.send({ entities: ['calendar_events'] });
  return eventOf(row);
}

function checkDays({ from, until }: EventRow): void {
  const days = epochDayOf(until) - epochDayOf(from) + 1;
  if (from < earliest || until > latest)
    throw eventFault(
      'outside',
      { earliest, latest },
      `An event lies between ${earliest} and ${latest}; ${from < earliest ? from : until} does not.`,
    );
  if (days < 1) throw eventFault('reversed', { from, until }, `The event ends on ${until}, before it begins on ${from}.`);
  if (days > longestDays)
    throw eventFault('long', { days, most: longestDays }, `The event lasts ${days} days; at most ${longestDays} are allowed.`);
}

/** A refusal of an event: its sentence in English, and by key and values for the page. */
function eventFault(
  kind: 'bare' | 'outside' | 'reversed' | 'long',
  values: Readonly<Record<string, string | number>>,
  message: string,
): UserError {
  return new UserError('bad_event', message, 400, { key: `events.fault.${kind}`, values });
}

function scopeOf(template: EventRow | null): Pick<EventRow, 'scope_dimension' | 'scope_value'> {
  return { scope_dimension: template?.scope_dimension ?? '', scope_value: template?.scope_value ?? '' };
}

function scopeColumns(scope: CalendarEvent['scope']): Pick<EventRow, 'scope_dimension' | 'scope_value'> {
  return { scope_dimension: scope?.dimension ?? '', scope_value: scope?.value ?? '' };
}
