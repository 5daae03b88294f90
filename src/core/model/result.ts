import { z } from 'zod';
import { estimateSchema } from './estimate.ts';

const estimates = z.record(z.string(), estimateSchema);

/** What a value is counted in: `businessMs` are milliseconds of working hours. */
export const unitSchema = z.enum(['count', 'percent', 'points', 'durationMs', 'businessMs', 'ratio', 'score']);

const resolvedMetricSchema = z.object({
  key: z.string().describe('canonical spelling, and the key of its values in the rows'),
  name: z.string(),
  statistic: z.enum(['median', 'p90', 'mean']).nullable(),
  options: z.record(z.string(), z.string()),
  parameters: z.record(z.string(), z.number()),
  variant: z.string(),
  house: z.boolean().describe('false when it departs from the definition of the house'),
  parts: z.record(z.string(), z.string()).optional().describe('of a composed metric: its parts by name, as calls that can be asked'),
  unit: unitSchema,
  better: z.enum(['up', 'down', 'neither']),
  ripensInDays: z.number().optional().describe('days until the rows of a day hardly change any more; absent where they never do'),
  ripens: z.boolean().optional().describe('much of the period is younger than that: it is no match for the one before'),
});

const periodSchema = z.object({ from: z.string(), until: z.string() }).describe('ISO instants, half open');

const bucketSchema = z.object({
  key: z.string().describe('local date of its start, or local time with offset for hours'),
  from: z.string(),
  until: z.string(),
  complete: z.boolean().describe('false when it is not over yet or is cut by the period'),
});

const rowSchema = z.object({
  group: z.array(z.string()).describe('values of the dimensions in order of the query; empty text is "not known"'),
  others: z.boolean().describe('the rest beyond the top groups'),
  bucket: z.string().nullable(),
  values: estimates,
  comparison: estimates.nullable(),
});

/** The answer to a query: what screen, export, API and command line show. */
export const resultSchema = z.object({
  metrics: z.array(resolvedMetricSchema),
  dimensions: z.array(z.string()),
  zone: z.string(),
  weekStart: z.number().int(),
  period: periodSchema,
  comparisonPeriod: periodSchema.nullable(),
  toDate: z.boolean().describe('a running period, compared up to the same point'),
  buckets: z.array(bucketSchema),
  rows: z.array(rowSchema),
  totals: z.object({ values: estimates, comparison: estimates.nullable() }),
  othersCount: z.number().int().describe('groups behind "others"'),
  names: z.record(z.string(), z.string()).describe('names of the ids of agents and teams in the rows'),
  dataFrom: z.string().nullable().describe('oldest fact that the answer could see'),
  dataUntil: z.string().nullable().describe('newest fact that the answer could see'),
});

/** Rows behind a number. */
export const rowsResultSchema = z.object({
  dataset: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.record(z.string(), z.unknown())),
  count: z.number().int().describe('all rows behind the number, of which these are a page'),
  names: z.record(z.string(), z.string()).describe('names of the ids of agents and teams in the rows'),
});

export type ResolvedMetric = z.output<typeof resolvedMetricSchema>;
export type Bucket = z.output<typeof bucketSchema>;
export type ResultRow = z.output<typeof rowSchema>;
export type Result = z.output<typeof resultSchema>;
export type RowsResult = z.output<typeof rowsResultSchema>;
