import { z } from 'zod';

/** An import: what came in, from where, and how far it is. */
export const importSchema = z.object({
  id: z.string(),
  source: z.string(),
  target: z.string(),
  fileName: z.string(),
  state: z.string(),
  startedAt: z.string(),
  updatedAt: z.string(),
  bytes: z.number(),
  bytesDone: z.number(),
  rowsRead: z.number(),
  rowsAccepted: z.number(),
  rowsRejected: z.number(),
  rowsUnchanged: z.number(),
  phase: z
    .enum(['reading', 'deriving'])
    .nullable()
    .describe('what it does now: reads rows, or works out the facts of tickets; null when it is over'),
  rowsPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  message: z.string(),
  sample: z.boolean(),
  tickets: z.number().nullable().describe('tickets that its rows belong to; null in a list and while it runs'),
  rejectedBy: z.record(z.string(), z.number()).describe('rows that could not be used, by reason; empty in a list'),
  unmapped: z
    .array(z.object({ field: z.string(), column: z.string(), value: z.string(), count: z.number() }))
    .describe('words that none of ours was found for, as far as this server saw the import'),
  notes: z.array(z.string()).describe('what was decided and may be corrected, as far as this server saw the import'),
  unchanged: z.boolean().describe('the very same file was imported before'),
});

/** A row that could not be used. */
export const rejectSchema = z.object({ line: z.number(), reason: z.string(), column: z.string(), value: z.string(), raw: z.string() });

/** What an import would make of a file. */
export const previewSchema = z.object({
  upload: z.string(),
  fileName: z.string(),
  bytes: z.number(),
  mapping: z.record(z.string(), z.unknown()).describe('the detected or given mapping, to be sent back corrected'),
  sourceColumns: z.array(z.object({ name: z.string(), samples: z.array(z.string()), empty: z.number() })),
  fields: z.array(z.object({ name: z.string(), doc: z.string(), kind: z.string(), required: z.boolean(), values: z.array(z.string()) })),
  targets: z.array(z.string()),
  rows: z.array(z.record(z.string(), z.unknown())).describe('first rows as they will be stored'),
  rejects: z.array(rejectSchema),
  unmapped: z.array(z.object({ field: z.string(), column: z.string(), value: z.string(), count: z.number() })),
  notes: z.array(z.string()).describe('what was decided and may be corrected: encoding, date order, zone, decimals'),
});
