import { z } from 'zod';
import { customFieldKinds } from '../model/custom-field.ts';
import { closedSets } from './closed-sets.ts';

/** The shapes that a file can have. `tickets` is one row a ticket; `ticket_snapshots` one row an update with the whole state. */
export const targetNames = ['tickets', 'ticket_snapshots', 'ticket_events', 'messages', 'survey_responses', 'customers', 'agents'] as const;
export type TargetName = (typeof targetNames)[number];

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'windows-1252', 'gb18030'] as const;
export type Encoding = (typeof encodings)[number];

export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/**
 * How an instant is written. `text` takes ISO 8601, months in English and d/m/Y or m/d/Y by the mapping's date order; `named` months in the other
 * languages (2 марта 2026), `eastern` 2026年3月2日 and 2026/3/2 下午3:05; the rest are numbers.
 */
export const instantFormats = ['text', 'named', 'eastern', 'unix_s', 'unix_ms', 'unix_us', 'excel'] as const;
export type InstantFormat = (typeof instantFormats)[number];

/** Units that a duration can be counted in. */
export const countedUnits = ['ms', 's', 'min', 'h', 'd'] as const;
export type CountedUnit = (typeof countedUnits)[number];

/** How a duration is written: as a number of units, as `clock` h:mm:ss, or in `words`, 1 h 20 min and 2 Tage 3 Stunden. */
export const durationUnits = [...countedUnits, 'clock', 'words'] as const;
export type DurationUnit = (typeof durationUnits)[number];

/** The scale that a score was given on. */
export const scaleSchema = z
  .strictObject({
    min: z.number(),
    max: z.number(),
    step: z.number().positive().default(1),
    direction: z.enum(['up', 'down']).default('up'),
  })
  .refine(({ min, max }) => max > min, { path: ['max'], message: 'more than "min" is needed' });
export type Scale = z.output<typeof scaleSchema>;

/** The scale of scores of which none is told. */
export const usualScale: Scale = { min: 1, max: 5, step: 1, direction: 'up' };

const columnMappingSchema = z.strictObject({
  from: z.string().min(1).describe('column of the file; the second of two with one name is written `name (2)`'),
  to: z.string().min(1).describe('field of the target, or `field:<name>` for a field of your own: small letters, digits and _'),
  kind: z.enum(customFieldKinds).optional().describe('what a field of your own holds; label when absent'),
  label: z.string().min(1).max(200).optional().describe('how a field of your own is called; the column when absent'),
  format: z.enum(instantFormats).optional(),
  unit: z.enum(durationUnits).optional(),
  scale: scaleSchema.optional(),
  scales: z
    .partialRecord(z.enum(closedSets.survey_kind), scaleSchema)
    .optional()
    .describe('of scores whose kind another column tells: the scale of each kind; `scale` is that of the others'),
  survey: z
    .enum(closedSets.survey_kind)
    .optional()
    .describe('of a score in a file whose rows answer several questions: the kind of survey that its question is'),
  separator: z.string().length(1).optional().describe('between the labels of one cell'),
  values: z.record(z.string(), z.string()).optional().describe("the source's words to ours, without regard to case"),
});
export type ColumnMapping = z.output<typeof columnMappingSchema>;

/** How a file becomes rows of ours. It is plain JSON: it can be committed and used again for the next export of the same system. */
export const mappingSchema = z.strictObject({
  version: z.literal(1),
  target: z.enum(targetNames),
  source: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,62}$/, 'a source is up to 63 small letters, digits, _ and -, for example zendesk')
    .describe('the system; ids are written `source:id`'),
  format: z.enum(['csv', 'ndjson', 'json']).default('csv'),
  recordsAt: z
    .string()
    .optional()
    .describe('of a JSON document: where its list of objects stands, names parted by points; empty when it is the list'),
  separator: z.enum(separators).default(','),
  quoted: z.boolean().default(true).describe('whether a cell may stand in double quotes'),
  encoding: z.enum(encodings).default('utf-8'),
  header: z.boolean().default(true).describe('whether the first row names the columns; else they are `column 1`, `column 2` …'),
  skipRows: z.number().int().min(0).max(1_000).optional().describe('rows above the header, such as a title'),
  headerRows: z.number().int().min(1).max(5).optional().describe('rows that the header takes; 1 when absent'),
  dateOrder: z.enum(['dmy', 'mdy']).default('dmy').describe('which comes first in 5/3/2016'),
  zone: z.string().default('UTC').describe('IANA zone of times that name none'),
  decimal: z.enum(['.', ',']).default('.'),
  columns: z.array(columnMappingSchema),
  constants: z.record(z.string(), z.string()).default({}).describe('fields that are the same in every row'),
  nulls: z.array(z.string()).default([]).describe('words that mean nothing is known'),
});
export type Mapping = z.output<typeof mappingSchema>;
export type MappingInput = z.input<typeof mappingSchema>;
