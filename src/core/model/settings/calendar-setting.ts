import { z } from 'zod';

/** How days and weeks are counted. */
export const calendarSetting = z.strictObject({
  zone: z.string().describe('IANA time zone'),
  weekStart: z.number().int().min(1).max(7).describe('1 Monday to 7 Sunday'),
});
