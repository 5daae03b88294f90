import { z } from 'zod';
import { endpoint } from '../endpoint.ts';

const calendarEventSchema = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  from: z.string(),
  until: z.string(),
  note: z.string(),
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
} as const;
