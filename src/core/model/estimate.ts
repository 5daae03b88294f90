import { z } from 'zod';

/** A number with what it rests on. `value` is null when there is nothing to tell; low and high are null where no interval exists. */
export const estimateSchema = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.number().int().describe('rows, answers or customers it rests on'),
  pending: z.number().int().optional().describe('rows that are too young to judge'),
  provenance: z
    .object({ computed: z.number().int(), reported: z.number().int() })
    .optional()
    .describe('how many of the n rows were computed from events, and how many are as the source reports them'),
});

export type Estimate = Readonly<z.output<typeof estimateSchema>>;

/** Bounds of an estimate. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}
