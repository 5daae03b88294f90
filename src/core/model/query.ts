import { z } from 'zod';
import { grains } from '../time/grain.ts';
import { leftOuts } from './dataset.ts';
import { operators } from './operator.ts';

export const filterSchema = z.strictObject({
  dimension: z.string(),
  operator: z.enum(operators),
  values: z.array(z.string()).max(1000).default([]),
});

const periodSchema = z.union([
  z.string().describe('last 28 days, today, this month, last month, last 12 weeks, all …'),
  z.strictObject({ from: z.string(), until: z.string() }).describe('local days, both inclusive'),
]);

/** A question. Screen, export, API and command line ask the same one. */
export const querySchema = z.strictObject({
  metrics: z
    .array(z.string())
    .min(1)
    .max(16)
    .describe('created, full_resolution_median, first_response(clock=calendar,actor=any), nps(variant=article), fcr(window=14)'),
  by: z.array(z.string()).max(3).default([]).describe('dimensions to group by'),
  grain: z.enum(grains).optional(),
  period: periodSchema.default('last 28 days'),
  compare: z.enum(['none', 'previous', 'year']).default('none'),
  zone: z.string().optional().describe('IANA time zone; the one of the workspace when absent'),
  weekStart: z.number().int().min(1).max(7).optional().describe('1 Monday to 7 Sunday; the one of the workspace when absent'),
  filters: z.array(filterSchema).max(50).default([]),
  include: z.array(z.enum(leftOuts)).max(leftOuts.length).default([]).describe('tickets that do not count otherwise'),
  top: z.number().int().min(1).max(1000).optional().describe('keep the largest groups of the first dimension; the rest becomes "others"'),
});

export type Filter = z.output<typeof filterSchema>;
export type Query = z.output<typeof querySchema>;
export type QueryInput = z.input<typeof querySchema>;

/** A question for the rows behind a number: the query of the number, and the group and bucket that were pointed at. */
export const rowsQuerySchema = z.strictObject({
  query: querySchema,
  metric: z.string().describe('which of the metrics of the query'),
  group: z.record(z.string(), z.string()).default({}).describe('dimension → value of the group'),
  bucket: z.string().optional().describe('key of the bucket'),
  part: z.string().optional().describe('which part of a composed metric; the one whose n is shown when absent'),
  columns: z.array(z.string()).min(1).max(100).optional().describe('columns and dimensions of the rows; those of the dataset when absent'),
  order: z
    .strictObject({ column: z.string(), descending: z.boolean().default(false) })
    .optional()
    .describe('a column or dimension; newest first when absent'),
  search: z.string().max(200).default('').describe('only rows whose id or text contains this'),
  limit: z.number().int().min(1).max(1_000_000).default(100),
  offset: z.number().int().min(0).default(0),
});

export type RowsQuery = z.output<typeof rowsQuerySchema>;
