import { z } from 'zod';
import { eventKinds } from '../calendar-event.ts';
import { endpoint, identified } from '../endpoint.ts';

const scope = z
  .strictObject({ dimension: z.string().min(1).max(100), value: z.string().max(200) })
  .describe('the part of the facts that it touches: rows where a dimension has a value');

const calendarEventSchema = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  from: z.string(),
  until: z.string(),
  note: z.string(),
  scope: scope.nullable().describe('null: everything'),
  series: z.string().describe('its name without the year: what comes again is one series'),
  derived: z.boolean().describe('a holiday of a working schedule: it is changed there'),
  names: z.record(z.string(), z.string()).describe('by language, where they are known'),
});

/** One event with where it stands. */
export type CalendarEvent = z.output<typeof calendarEventSchema>;

const kind = z.enum(eventKinds);
const name = z.string().trim().min(1).max(200);
const note = z.string().max(2000);

const daySchema = z.object({
  day: z.string(),
  created: z.number().int(),
  usual: z.number().describe('mean of the same weekday over the four weeks before'),
});

/** Calls of the event calendar. */
export const calendarEndpoints = {
  calendarEvents: endpoint({
    method: 'GET',
    path: '/api/calendar-events',
    doc: 'Launches, campaigns, holidays and other events that touch a period of local days',
    access: 'read',
    input: z.strictObject({ from: z.iso.date().optional(), until: z.iso.date().optional() }),
    output: z.array(calendarEventSchema),
  }),
  addCalendarEvent: endpoint({
    method: 'POST',
    path: '/api/calendar-events',
    doc: 'Adds an event; with a template, what is not said is as it was there: kind, name, scope, length and note',
    access: 'write',
    input: z.strictObject({
      from: z.iso.date().describe('first local day'),
      until: z.iso.date().optional().describe('last local day, inclusive; the first one, or the length of the template, when absent'),
      kind: kind.optional(),
      name: name.optional(),
      scope: scope.nullable().optional(),
      note: note.optional(),
      template: z.string().optional().describe('id of an event that it repeats'),
    }),
    output: calendarEventSchema,
  }),
  changeCalendarEvent: endpoint({
    method: 'PUT',
    path: '/api/calendar-events/:id',
    doc: 'Changes an event; what is not said stays',
    access: 'write',
    input: z.strictObject({
      id: z.string(),
      from: z.iso.date().optional(),
      until: z.iso.date().optional(),
      kind: kind.optional(),
      name: name.optional(),
      scope: scope.nullable().optional(),
      note: note.optional(),
      removed: z.literal(false).optional().describe('puts an event back that was removed'),
    }),
    output: calendarEventSchema,
  }),
  removeCalendarEvent: endpoint({
    method: 'DELETE',
    path: '/api/calendar-events/:id',
    doc: 'Takes an event off the calendar; it can be put back',
    access: 'write',
    input: identified,
    output: calendarEventSchema,
  }),
  eventProfile: endpoint({
    method: 'GET',
    path: '/api/calendar-events/:id/profile',
    doc: 'What an event brought, against the same weekdays of the four weeks before it',
    access: 'read',
    input: identified,
    output: z.object({
      event: calendarEventSchema,
      days: z.number().int(),
      complete: z.boolean().describe('its last day is over'),
      created: z.number().int().nullable().describe('tickets in its days; null where nothing is known of them'),
      usual: z.number().nullable().describe('as many days of the four weeks before; null where nothing is known of all of them'),
      extra: z
        .object({ value: z.number(), low: z.number(), high: z.number() })
        .nullable()
        .describe('tickets beyond the usual, with an interval of 95 %'),
      byDay: z.array(daySchema),
      categories: z
        .array(
          z.object({
            category: z.string().describe('empty is not known'),
            created: z.number().int(),
            extra: z.number(),
            share: z.number().nullable().describe('of all tickets beyond the usual; null where there are none'),
          }),
        )
        .describe('largest first'),
      agentHours: z
        .number()
        .nullable()
        .describe('hours of agents that the extra tickets take; null where nobody knows how much an hour holds'),
      earlier: z.array(calendarEventSchema).describe('events of the same series before it, the latest first'),
    }),
  }),
} as const;
