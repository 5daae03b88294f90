import { z } from 'zod';

const shift = z.strictObject({
  weekday: z.number().int().min(1).max(7).describe('1 Monday to 7 Sunday'),
  fromMinute: z.number().int().min(0).max(1439).describe('minutes after midnight, local'),
  toMinute: z.number().int().min(1).max(1440).describe('minutes after midnight, local; 1440 is midnight'),
});

const holiday = z.strictObject({ from: z.iso.date(), until: z.iso.date().describe('inclusive'), name: z.string().max(200) });

/** The working hours that hold now. What held before stays as it was: a change holds from the instant it is made. */
export const schedulesSetting = z.strictObject({
  schedules: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(100),
        name: z.string().min(1).max(200),
        zone: z.string().describe('IANA time zone'),
        isDefault: z.boolean().describe('for tickets whose team has none'),
        shifts: z.array(shift).max(100).describe('split shifts are several of one weekday'),
        holidays: z.array(holiday).max(1000).describe('days of this schedule alone'),
        holidaySet: z
          .string()
          .max(20)
          .nullable()
          .describe('country, or country and region, whose public holidays are closed too: DE, GB-SCT'),
        teams: z.array(z.string()).max(500).describe('ids of the teams that work by it'),
      }),
    )
    .max(100),
});

/** One set of working hours. */
export type WorkingSchedule = z.output<typeof schedulesSetting>['schedules'][number];
