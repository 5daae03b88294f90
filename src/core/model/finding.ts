import { z } from 'zod';
import { estimateSchema } from './estimate.ts';
import { filterSchema, querySchema } from './query.ts';

/** A part of the facts: rows where a dimension has one of some values. */
export const segmentSchema = z.object({
  dimension: z.string(),
  values: z.array(z.string()).describe('empty text is "not known"'),
});

/** What a change comes from: a segment and the share of the change that it explains. */
export const driverSchema = z.object({
  segment: segmentSchema,
  share: z.number().describe('of the change, 1 is all of it; above 1 where the rest moved the other way'),
  shareInterval: z
    .object({ low: z.number(), high: z.number() })
    .nullable()
    .describe(
      'between which the share lies in 95 of 100 cases; null where the change is within noise, the metric has no interval, or a part of a median is narrowed',
    ),
  before: estimateSchema.describe('the metric within the segment, before'),
  after: estimateSchema,
  baseShare: z.number().nullable().describe('share of the segment in the volume before: what it would explain if it were like the rest'),
});

/** Words that comments of one period use more than those of another. */
export const keywordSchema = z.object({
  word: z.string(),
  language: z.string(),
  count: z.number().int(),
  share: z.number(),
  ratio: z.number().nullable(),
});

/** Why a metric differs between two stretches of time. */
export const explanationSchema = z.object({
  metric: z.string().describe('the call'),
  unit: z.string(),
  better: z.enum(['up', 'down', 'neither']),
  period: z.object({ from: z.string(), until: z.string() }),
  comparisonPeriod: z.object({ from: z.string(), until: z.string() }),
  before: estimateSchema,
  after: estimateSchema,
  beyondNoise: z.boolean().describe('the interval of the difference leaves 0 out'),
  changedOn: z
    .object({ day: z.string(), from: z.string(), until: z.string(), pValue: z.number() })
    .nullable()
    .describe(
      'the first local day of another level over both stretches and what lies between, and the days between which it lies in 95 of 100 cases; null where no single change is beyond chance',
    ),
  drivers: z.array(driverSchema).describe('one chain: each narrows the one before it; empty when none stands out'),
  others: z.array(driverSchema).describe('the next best of other dimensions, largest share first'),
  keywords: z.array(keywordSchema).describe('what the comments of the first driver speak of; empty without comments'),
  events: z
    .array(z.string())
    .describe(
      'names of events of the calendar that began within three days of the change; a holiday only where the change hardly outlasts it',
    ),
  looked: z.array(z.string()).describe('dimensions that were searched'),
  names: z.record(z.string(), z.string()).describe('names of the ids of agents and teams in it'),
});

/** Something that changed beyond noise. */
export const findingSchema = z.object({
  id: z.string().describe('stays the same from morning to morning'),
  metric: z.string().describe('the call'),
  label: z.record(z.string(), z.string()).describe('name of the metric by language'),
  unit: z.string(),
  better: z.enum(['up', 'down', 'neither']),
  good: z.boolean().nullable().describe('better, worse, or neither'),
  section: z.enum(['new', 'better', 'open']).describe('new: worse lately; better: improved; open: worse for longer and not over'),
  segment: z.array(segmentSchema).describe('where it is; empty is everywhere'),
  since: z.string().describe('first local day'),
  began: z.object({ from: z.string(), until: z.string() }).describe('between these local days it began, in 95 of 100 cases'),
  until: z.string().describe('last local day looked at'),
  observed: estimateSchema,
  expected: estimateSchema.describe('what season, weekday and recent level let expect, with its interval'),
  surprise: z.number().describe('−log10 of the chance of this under no change, after allowing for everything looked at'),
  drivers: z.array(driverSchema).describe('because of; empty when none stands out'),
  consequences: z
    .array(
      z.object({
        metric: z.string(),
        label: z.record(z.string(), z.string()),
        unit: z.string(),
        better: z.enum(['up', 'down', 'neither']),
        segment: z.array(segmentSchema).describe('where it is; empty is everywhere'),
        before: estimateSchema,
        after: estimateSchema,
      }),
    )
    .describe('what moved with it and does not without it'),
  loads: z
    .array(z.object({ team: z.string(), weeks: z.number().int() }))
    .describe('for how many weeks in a row teams in it have had more open tickets for each agent than nine of ten weeks before'),
  keywords: z.array(keywordSchema),
  event: z
    .string()
    .nullable()
    .describe('the event of the calendar in its part of the facts that it follows; null when it was found without one'),
  events: z.array(z.string()).describe('events of the calendar that began with it'),
  advice: z.array(z.string()).describe('keys of sentences that say what to do'),
  filters: z.array(filterSchema).describe('the rows that it is about'),
  query: querySchema.describe('the series that shows it'),
  state: z.object({
    kind: z.enum(['fresh', 'acknowledged', 'snoozed', 'assigned']),
    until: z.string().nullable(),
    to: z.string().nullable(),
    comments: z.array(z.object({ at: z.string(), text: z.string() })),
  }),
});

export type Segment = z.output<typeof segmentSchema>;
export type Driver = z.output<typeof driverSchema>;
export type Keyword = z.output<typeof keywordSchema>;
export type Explanation = z.output<typeof explanationSchema>;
export type Finding = z.output<typeof findingSchema>;
