import { z } from 'zod';
import { endpoint, nothing } from '../endpoint.ts';
import { locales } from '../locale.ts';
import { unitSchema } from '../result.ts';
import { settingNames } from '../settings/index.ts';

const name = z.enum(settingNames);
const value = z.record(z.string(), z.unknown()).describe('the whole document, as its schema says');

const since = z
  .enum(['now', 'always'])
  .default('now')
  .describe('schedules and SLA policies: now leaves what was before as it was; always is as if it had never been otherwise');

const version = z.object({
  version: z.number().int().describe('0 is the default that nobody has changed'),
  changedAt: z.string().nullable(),
  value,
});

/** What a change would do before it is made. */
const effect = z.object({
  rederives: z.boolean().describe('facts of tickets are derived anew in the background'),
  tickets: z.number().int().nullable().describe('tickets that it touches; null where it touches none by itself'),
  metrics: z
    .array(
      z.object({
        metric: z.string(),
        before: z.number().nullable(),
        after: z.number().nullable(),
        n: z.number().int(),
        units: z.object({ before: unitSchema, after: unitSchema }).optional().describe('where a definition brings its own'),
      }),
    )
    .describe('figures of the last 28 days that move, where they can be told beforehand'),
  notes: z
    .array(z.object({ key: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) }))
    .describe('sentences of the page'),
});

/** Calls about what an administrator decides. */
export const settingsEndpoints = {
  settings: endpoint({
    method: 'GET',
    path: '/api/settings',
    doc: 'Every setting with its version',
    access: 'read',
    input: nothing,
    output: z.object({ settings: z.record(name, version) }),
  }),
  changeSetting: endpoint({
    method: 'PUT',
    path: '/api/settings/:name',
    doc: 'Replaces a setting; the old version stays in the history',
    access: 'administer',
    input: z.strictObject({
      name,
      value,
      since,
      madeFrom: z.number().int().optional().describe('the version that the change was made from; refused when another has taken its place'),
    }),
    output: version,
  }),
  previewSetting: endpoint({
    method: 'POST',
    path: '/api/settings/:name/preview',
    doc: 'What a change of a setting would do',
    access: 'administer',
    input: z.strictObject({ name, value, since }),
    output: effect,
  }),
  settingHistory: endpoint({
    method: 'GET',
    path: '/api/settings/:name/history',
    doc: 'Every version of a setting, newest first',
    access: 'read',
    input: z.strictObject({ name }),
    output: z.array(version),
  }),
  holidaySets: endpoint({
    method: 'GET',
    path: '/api/holiday-sets',
    doc: 'Countries and regions whose public holidays are known',
    access: 'read',
    input: z.strictObject({ locale: z.enum(locales).default('en').describe('language of the names') }),
    output: z.array(z.object({ set: z.string(), name: z.string() })),
  }),
  holidays: endpoint({
    method: 'GET',
    path: '/api/holiday-sets/:set',
    doc: 'Public holidays of a set in a year',
    access: 'read',
    input: z.strictObject({ set: z.string(), year: z.coerce.number().int().min(1970).max(2100) }),
    output: z.array(
      z.object({
        from: z.string(),
        until: z.string().describe('last day, inclusive'),
        name: z.string().describe('in the language of the place'),
        names: z.record(z.string(), z.string()).describe('by language, where it is known'),
      }),
    ),
  }),
  guessHours: endpoint({
    method: 'GET',
    path: '/api/working-hours/guess',
    doc: 'Working hours as the replies of people show them, by team, for confirmation',
    access: 'read',
    input: nothing,
    output: z.array(
      z.object({
        team: z.string().describe('empty: all together'),
        zone: z.string(),
        shifts: z.array(z.object({ weekday: z.number().int(), fromMinute: z.number().int(), toMinute: z.number().int() })),
        replies: z.number().int().describe('what the guess rests on'),
        coveredPercent: z.number().describe('replies that lie within the guessed hours'),
      }),
    ),
  }),
} as const;
