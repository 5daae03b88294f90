import { z } from 'zod';

/** A sentence of the page: a key, what it speaks of, and how it reads in English. */
const remarkSchema = z.object({ key: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])), text: z.string() });

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
  code: z.string().describe('code of the refusal that the message is; empty when it is none'),
  sample: z.boolean(),
  tickets: z.number().nullable().describe('tickets that its rows belong to; null in a list and while it runs'),
  rejectedBy: z.record(z.string(), z.number()).describe('rows that could not be used, by reason; empty in a list'),
  unmapped: z
    .array(z.object({ field: z.string(), column: z.string(), value: z.string(), count: z.number() }))
    .describe('words that none of ours was found for, as far as this server saw the import'),
  notes: z.array(z.string()).describe('what was decided and may be corrected, as far as this server saw the import'),
  remarks: z.array(remarkSchema).describe('the same with keys and values, to be said in other languages'),
  unchanged: z.boolean().describe('the very same file was imported before'),
});

/** A row that could not be used. */
export const rejectSchema = z.object({
  member: z.string().optional().describe('the table of an archive or workbook that it stands in; empty where the file is the table'),
  line: z.number(),
  reason: z.string().describe('a stable key: missing, unreadable, columns, open_quote, bad_quote, too_long, not_json, cut_off'),
  column: z.string(),
  value: z.string(),
  raw: z.string(),
});

const mappingRecord = z.record(z.string(), z.unknown());

/** What an import would make of a file. */
export const previewSchema = z.object({
  upload: z.string(),
  fileName: z.string(),
  bytes: z.number(),
  member: z.string().nullable().describe('the table of an archive or workbook that the rest speaks of; null where the file is the table'),
  members: z
    .array(
      z.object({
        name: z.string(),
        used: z.boolean().describe('it would be imported'),
        target: z.string().nullable(),
        mapping: mappingRecord.nullable().describe('as it is understood, to be sent back corrected under its name'),
        remark: remarkSchema.nullable().describe('why it would not be imported'),
      }),
    )
    .describe('all tables of an archive or workbook'),
  isText: z.boolean().describe('it is written as text, so that its encoding and its separator can be corrected'),
  savedMapping: z.string().nullable().describe('the saved mapping that it is read by'),
  mapping: mappingRecord.describe('the detected or given mapping, to be sent back corrected'),
  sourceColumns: z.array(z.object({ name: z.string(), samples: z.array(z.string()), empty: z.number() })),
  fields: z.array(z.object({ name: z.string(), doc: z.string(), kind: z.string(), required: z.boolean(), values: z.array(z.string()) })),
  customFields: z
    .array(z.object({ name: z.string(), label: z.string(), kind: z.string() }))
    .describe('fields of your own that there are; a column is mapped to one as field:<name>'),
  suggestedFields: z
    .array(z.object({ column: z.string(), to: z.string(), label: z.string(), kind: z.string() }))
    .describe('what a column that has no field could be as a field of your own; empty where the rows take none'),
  targets: z.array(z.string()),
  rows: z.array(z.record(z.string(), z.unknown())).describe('first rows as they will be stored'),
  trial: z
    .array(
      z.object({
        line: z.number(),
        source: z
          .record(z.string(), z.string())
          .describe('cells as they stand in the file, by column; empty where several records stand on one line'),
        stored: z.record(z.string(), z.unknown()).nullable().describe('the row as it would be stored; null when it cannot be used'),
        reject: rejectSchema.nullable(),
      }),
    )
    .describe('the first ten rows, once for each question where a row answers several'),
  understood: z
    .array(
      z.object({
        column: z.string(),
        field: z.string(),
        kind: z.string(),
        filled: z.number().describe('cells of the sample that say something'),
        read: z.number().describe('cells of them that could be read'),
        example: z.object({ text: z.string(), value: z.unknown() }).nullable(),
      }),
    )
    .describe('how each mapped column is understood'),
  sample: z
    .object({ rows: z.number(), rejected: z.number(), rejectedBy: z.record(z.string(), z.number()) })
    .describe('of the rows that were tried, how many cannot be used and why'),
  rejects: z.array(rejectSchema),
  unmapped: z.array(z.object({ field: z.string(), column: z.string(), value: z.string(), count: z.number() })),
  notes: z.array(z.string()).describe('what was decided and may be corrected: encoding, date order, zone, decimals'),
  remarks: z.array(remarkSchema).describe('the same with keys and values, to be said in other languages'),
});
