import { z } from 'zod';
import { endpoint, nothing } from '../endpoint.ts';

const part = z.object({
  part: z.enum(['complete', 'accepted', 'unique', 'consistent', 'fresh']),
  score: z.number().describe('0 to 100'),
  rows: z.number().int().describe('what it was judged on'),
  faults: z.array(z.object({ kind: z.string(), count: z.number().int() })).describe('what is missing or wrong, most frequent first'),
});

const sourceSchema = z.object({
  source: z.string(),
  tickets: z.number().int(),
  answers: z.number().int(),
  messages: z.number().int(),
  imports: z.number().int(),
  bytes: z.number().int().nullable().describe('of the files that were imported; null where nothing came as a file'),
  firstAt: z.string().nullable(),
  lastAt: z.string().nullable(),
  freshness: z.object({
    state: z.enum(['on time', 'late', 'silent', 'unknown']),
    ageMs: z.number().nullable().describe('since the newest fact'),
    longestGapMs: z.number().nullable().describe('longest silence of the eight weeks before: what is usual'),
  }),
  score: z.number().nullable().describe('0 to 100, the mean of its parts; null where nothing can be judged'),
  parts: z.array(part),
  gaps: z
    .array(z.object({ from: z.string(), until: z.string(), missingPercent: z.number() }))
    .describe('stretches of the last 28 full days in which far less came than usual'),
});

/** Calls about where the facts come from. */
export const sourceEndpoints = {
  sources: endpoint({
    method: 'GET',
    path: '/api/sources',
    doc: 'Every source with its volume, freshness and a data-quality score made of named parts',
    access: 'read',
    input: nothing,
    output: z.array(sourceSchema),
  }),
} as const;
