import { z } from 'zod';
import { endpoint, identified, nothing } from '../endpoint.ts';
import { importSchema, previewSchema, rejectSchema } from '../import-answers.ts';

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
};
