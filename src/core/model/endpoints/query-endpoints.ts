import { z } from 'zod';
import { endpoint, nothing } from '../endpoint.ts';
import { locales } from '../locale.ts';
import { querySchema, rowsQuerySchema } from '../query.ts';
import { resultSchema, rowsResultSchema } from '../result.ts';

const text = z.record(z.string(), z.string());

const metricSchema = z.object({
  name: z.string(),
  kind: z.enum(['aggregate', 'distribution', 'composed']),
  unit: z.string(),
  better: z.string(),
  dataset: z.string().nullable(),
  time: z.string().nullable(),
  statistics: z.array(z.string()),
  options: z.record(z.string(), z.array(z.string())),
  parameters: z.record(z.string(), z.object({ unit: z.string(), default: z.number(), min: z.number(), max: z.number() })),
  variants: z.array(z.string()),
  dimensions: z.array(z.string()),
  counterweight: z.string().nullable(),
  reference: z.string(),
  label: text,
  definition: text,
  edgeCases: text,
  formula: text.describe('the formula in words, by language; empty for distributions'),
  sql: z.string().describe('the statement of the default choice over all time'),
});

/** Calls that ask: numbers, rows, definitions. */
export const queryEndpoints = {
  query: endpoint({
    method: 'POST',
    path: '/api/query',
    doc: 'Answers a question',
    access: 'read',
    input: querySchema,
    output: resultSchema,
  }),
  rows: endpoint({
    method: 'POST',
    path: '/api/rows',
    doc: 'Rows behind a number',
    access: 'read',
    input: rowsQuerySchema,
    output: rowsResultSchema,
  }),
  export: endpoint({
    method: 'POST',
    path: '/api/export',
    doc: 'Exactly what is shown, as a file',
    access: 'read',
    input: z.strictObject({ query: querySchema, format: z.enum(['csv', 'json']) }),
    output: z.string(),
    streamsOut: 'text/csv',
  }),
  metrics: endpoint({
    method: 'GET',
    path: '/api/metrics',
    doc: 'Every metric with its definition',
    access: 'read',
    input: z.strictObject({ locale: z.enum(locales).default('en').describe('language of the references') }),
    output: z.array(metricSchema),
  }),
  dimensions: endpoint({
    method: 'GET',
    path: '/api/dimensions',
    doc: 'Every dimension and the datasets that carry it',
    access: 'read',
    input: nothing,
    output: z.array(z.object({ name: z.string(), label: text, datasets: z.array(z.string()), many: z.boolean() })),
  }),
  dimensionValues: endpoint({
    method: 'GET',
    path: '/api/dimensions/:name/values',
    doc: 'Values of a dimension, most frequent first',
    access: 'read',
    input: z.strictObject({
      name: z.string(),
      search: z.string().default(''),
      limit: z.coerce.number().int().min(1).max(1000).default(50),
      asReported: z
        .stringbool()
        .default(false)
        .describe('as the sources say them: without the merges of the house, and with agents and teams that no row has'),
    }),
    output: z.array(z.object({ value: z.string(), name: z.string(), count: z.number() })),
  }),
};
