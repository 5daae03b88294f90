import { z } from 'zod';
import { customFieldKinds } from '../custom-field.ts';
import { endpoint, identified, nothing } from '../endpoint.ts';
import { importSchema, previewSchema, rejectSchema } from '../import-answers.ts';

const mapping = z.record(z.string(), z.unknown());

const mappingName = z.string().trim().min(1).max(100);
const savedMapping = z.object({
  name: z.string(),
  mapping,
  columns: z.array(z.string()).describe('of the file that it was made for; one with the same is read by it'),
  changedAt: z.string(),
});

/** How a file is to be read. */
const readingInput = {
  upload: z.string(),
  target: z.string().optional(),
  mapping: mapping.optional().describe('of a file that is one table: that of the preview, corrected; detected when absent'),
  mappingName: z.string().optional().describe('a saved mapping to read it by'),
  mappings: z
    .record(z.string(), mapping)
    .optional()
    .describe('of an archive or workbook: corrected mappings by the names of its tables; the others are detected'),
  members: z.array(z.string()).max(1_000).optional().describe('the tables of an archive or workbook to read; all that can be when absent'),
};

/** Calls of files: bring, preview, import, undo. */
export const importEndpoints = {
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
    input: z.strictObject({
      ...readingInput,
      member: z.string().optional().describe('the table of an archive or workbook to show; the first that can be imported when absent'),
    }),
    output: previewSchema,
  }),
  startImport: endpoint({
    method: 'POST',
    path: '/api/imports',
    doc: 'Starts an import of an uploaded file',
    access: 'write',
    input: z.strictObject(readingInput),
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
  mappings: endpoint({
    method: 'GET',
    path: '/api/mappings',
    doc: 'Saved mappings of files',
    access: 'read',
    input: nothing,
    output: z.array(savedMapping),
  }),
  mapping: endpoint({
    method: 'GET',
    path: '/api/mappings/:name',
    doc: 'One saved mapping',
    access: 'read',
    input: z.strictObject({ name: mappingName }),
    output: savedMapping,
  }),
  saveMapping: endpoint({
    method: 'PUT',
    path: '/api/mappings/:name',
    doc: 'Saves a mapping under a name; a file with the same columns is read by it from then on',
    access: 'write',
    input: z.strictObject({ name: mappingName, mapping, columns: z.array(z.string()).max(10_000).describe('all columns of the file') }),
    output: savedMapping,
  }),
  removeMapping: endpoint({
    method: 'DELETE',
    path: '/api/mappings/:name',
    doc: 'Removes a saved mapping; what was imported by it stays',
    access: 'write',
    input: z.strictObject({ name: mappingName }),
    output: nothing,
  }),
  customFields: endpoint({
    method: 'GET',
    path: '/api/fields',
    doc: 'Fields of tickets of your own, made by a mapping (field:<name>) or by rows sent with `fields`',
    access: 'read',
    input: nothing,
    output: z.array(z.object({ name: z.string(), label: z.string(), kind: z.enum(customFieldKinds), column: z.string() })),
  }),
  rejectsFile: endpoint({
    method: 'GET',
    path: '/api/imports/:id/rejects.csv',
    doc: 'All rows of an import that could not be used, as CSV; what a spreadsheet would run as a formula is neutralised',
    access: 'read',
    input: identified,
    output: z.string(),
    streamsOut: 'text/csv',
  }),
  rejects: endpoint({
    method: 'GET',
    path: '/api/imports/:id/rejects',
    doc: 'Rows of an import that could not be used',
    access: 'read',
    input: z.strictObject({ id: z.string(), limit: z.coerce.number().int().min(1).max(100_000).default(1000) }),
    output: z.array(rejectSchema),
  }),
};
