import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { locales } from '../locale.ts';

const parameter = z.object({ unit: z.string(), default: z.number(), min: z.number(), max: z.number() });

const metricName = z.object({
  label: z.string(),
  definition: z.string(),
  unit: z.string(),
  better: z.enum(['up', 'down', 'neither']),
  statistics: z.array(z.string()),
  options: z.record(z.string(), z.array(z.string())).describe('the first value is the one of the house'),
  parameters: z.record(z.string(), parameter),
  variants: z.array(z.string()),
  counterweight: z.string().nullable(),
  smallN: z.number().nullable(),
  dataset: z.string().nullable(),
  datasets: z.array(z.string()).describe('all that it is computed over; several when it is composed'),
});

const dimensionName = z.object({
  label: z.string(),
  datasets: z.array(z.string()),
  many: z.boolean(),
  values: z.record(z.string(), z.string()).describe('names of values from a closed list; empty when values are names themselves'),
});

/** What things are called in the reader's language: custom fields too. */
export const namesEndpoints = {
  names: endpoint({
    method: 'GET',
    path: '/api/names/:locale',
    doc: 'Names of metrics and dimensions in a language',
    access: 'read',
    input: z.strictObject({ locale: z.enum(locales) }),
    output: z.object({
      metrics: z.record(z.string(), metricName),
      dimensions: z.record(z.string(), dimensionName),
      choiceTitles: z.record(z.string(), z.string()).describe('names of options and parameters'),
      choiceValues: z.record(z.string(), z.string()).describe('names of the values of options, and of variants'),
    }),
  }),
} as const;
