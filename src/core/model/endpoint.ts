import { z } from 'zod';
import { importSchema, previewSchema, rejectSchema } from './import-answers.ts';
import { querySchema, rowsQuerySchema } from './query.ts';
import { resultSchema, rowsResultSchema } from './result.ts';

/** Who may call: read sees, write brings data, administer changes or removes. */
export type Access = 'read' | 'write' | 'administer';

/** One call. Path parameters stand as `:name` and are part of the input, as are query parameters of a GET. */
export interface Endpoint<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly doc: string;
  readonly access: Access;
  readonly input: I;
  readonly output: O;
  /** Content types of a body that is a stream of bytes and not the input: the input holds only path and query parameters. */
  readonly streamsIn?: readonly string[];
  /** The answer is a file or a stream, not JSON. */
  readonly streamsOut?: string;
}

function endpoint<I extends z.ZodType, O extends z.ZodType>(declaration: Endpoint<I, O>): Endpoint<I, O> {
  return declaration;
}

const text = z.record(z.string(), z.string());
const nothing = z.strictObject({});
const identified = z.strictObject({ id: z.string() });

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

const calendarEventSchema = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  from: z.string(),
  until: z.string(),
  note: z.string(),
});

/** Every call of the product. The server mounts them in a loop; page, command line and OpenAPI read the same list. */
export const endpoints = {
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
    input: nothing,
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
    }),
    output: z.array(z.object({ value: z.string(), name: z.string(), count: z.number() })),
  }),
  workspace: endpoint({
    method: 'GET',
    path: '/api/workspace',
    doc: 'What this workspace holds and how it counts',
    access: 'read',
    input: nothing,
    output: z.object({
      version: z.string(),
      zone: z.string(),
      weekStart: z.number(),
      sample: z.boolean().describe('sample data is in it'),
      tickets: z.number(),
      now: z.string().describe('the instant that relative periods are counted from'),
      dataFrom: z.string().nullable(),
      dataUntil: z.string().nullable(),
    }),
  }),
  changeSettings: endpoint({
    method: 'PUT',
    path: '/api/settings',
    doc: 'Changes zone or week start',
    access: 'administer',
    input: z.strictObject({ zone: z.string().optional(), weekStart: z.number().int().min(1).max(7).optional() }),
    output: z.object({ zone: z.string(), weekStart: z.number() }),
  }),
  ticket: endpoint({
    method: 'GET',
    path: '/api/tickets/:id',
    doc: 'One ticket with its facts and its thread',
    access: 'read',
    input: identified,
    output: z.object({
      facts: z.record(z.string(), z.unknown()),
      thread: z.array(
        z.object({
          at: z.string(),
          kind: z.string(),
          actorKind: z.string(),
          actor: z.string(),
          public: z.boolean().nullable(),
          text: z.string(),
          changes: z.record(z.string(), z.string()),
        }),
      ),
      link: z.string().nullable().describe('the ticket in its source'),
    }),
  }),
  calendarEvents: endpoint({
    method: 'GET',
    path: '/api/calendar-events',
    doc: 'Launches, campaigns, holidays and other events that touch a period of local days',
    access: 'read',
    input: z.strictObject({ from: z.iso.date().optional(), until: z.iso.date().optional() }),
    output: z.array(calendarEventSchema),
  }),
  upload: endpoint({
    method: 'POST',
    path: '/api/uploads',
    doc: 'Brings a file for preview and import; the body is its bytes',
    access: 'write',
    input: z.strictObject({ fileName: z.string().min(1).max(255) }),
    output: z.object({ upload: z.string(), bytes: z.number() }),
    streamsIn: ['application/octet-stream'],
  }),
  previewImport: endpoint({
    method: 'POST',
    path: '/api/imports/preview',
    doc: 'What an import would make of a file: the mapping, the first rows, what cannot be used',
    access: 'write',
    input: z.strictObject({ upload: z.string(), target: z.string().optional(), mapping: z.record(z.string(), z.unknown()).optional() }),
    output: previewSchema,
  }),
  startImport: endpoint({
    method: 'POST',
    path: '/api/imports',
    doc: 'Starts an import of an uploaded file',
    access: 'write',
    input: z.strictObject({
      upload: z.string(),
      target: z.string().optional(),
      mapping: z.record(z.string(), z.unknown()).optional().describe('the one of the preview, corrected; detected when absent'),
    }),
    output: importSchema,
  }),
  imports: endpoint({
    method: 'GET',
    path: '/api/imports',
    doc: 'Imports, newest first',
    access: 'read',
    input: nothing,
    output: z.array(importSchema),
  }),
  import: endpoint({
    method: 'GET',
    path: '/api/imports/:id',
    doc: 'One import and how far it is',
    access: 'read',
    input: identified,
    output: importSchema,
  }),
  undoImport: endpoint({
    method: 'DELETE',
    path: '/api/imports/:id',
    doc: 'Takes an import back',
    access: 'administer',
    input: identified,
    output: importSchema,
  }),
  rejects: endpoint({
    method: 'GET',
    path: '/api/imports/:id/rejects',
    doc: 'Rows of an import that could not be used',
    access: 'read',
    input: z.strictObject({ id: z.string(), limit: z.coerce.number().int().min(1).max(100_000).default(1000) }),
    output: z.array(rejectSchema),
  }),
  removeSample: endpoint({
    method: 'DELETE',
    path: '/api/sample',
    doc: 'Removes the sample data',
    access: 'administer',
    input: nothing,
    output: z.object({ removed: z.number() }),
  }),
  backup: endpoint({
    method: 'POST',
    path: '/api/backups',
    doc: 'Writes facts and settings into a new folder among the backups of the data directory',
    access: 'administer',
    input: z.strictObject({
      name: z
        .string()
        .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/)
        .describe('name of the folder: letters, digits, _ and -'),
    }),
    output: z.object({ path: z.string(), takenAt: z.string(), bytes: z.number() }),
  }),
  ingest: endpoint({
    method: 'POST',
    path: '/api/ingest/:entity',
    doc: 'Rows of one entity as JSON or NDJSON; answered when they are durable',
    access: 'write',
    input: z.strictObject({ entity: z.string() }),
    output: z.object({
      accepted: z.number(),
      rejected: z.array(z.object({ position: z.number(), column: z.string(), reason: z.string() })),
    }),
    streamsIn: ['application/json', 'application/x-ndjson'],
  }),
} as const;

export type EndpointName = keyof typeof endpoints;
export type Input<N extends EndpointName> = z.input<(typeof endpoints)[N]['input']>;
export type ParsedInput<N extends EndpointName> = z.output<(typeof endpoints)[N]['input']>;
export type Output<N extends EndpointName> = z.output<(typeof endpoints)[N]['output']>;

/** What every refusal looks like. */
export const faultSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
