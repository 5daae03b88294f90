import { z } from 'zod';
import { endpoint, identified } from '../endpoint.ts';

/** Pages whose addresses can be kept under a name. */
export const viewPages = ['explore', 'tickets'] as const;

const page = z.enum(viewPages);
const name = z.string().trim().min(1).max(100).describe('what people call it; one page has each name once');
const search = z.record(z.string(), z.unknown()).describe('what the address of the page says');

const viewVersion = z.object({
  version: z.number().int(),
  changedAt: z.string(),
  name: z.string().nullable().describe('null: removed at this version'),
  search: search.nullable(),
});

const view = z.object({ id: z.string(), page, name: z.string(), search, version: z.number().int(), changedAt: z.string() });

export type SavedView = z.output<typeof view>;

/** Calls about views: addresses that somebody kept under a name, for all to use. */
export const viewEndpoints = {
  views: endpoint({
    method: 'GET',
    path: '/api/views',
    doc: 'Saved views of a page, by name',
    access: 'read',
    input: z.strictObject({ page }),
    output: z.array(view),
  }),
  saveView: endpoint({
    method: 'POST',
    path: '/api/views',
    doc: 'Keeps what the address of a page says under a name',
    access: 'write',
    input: z.strictObject({ page, name, search }),
    output: view,
  }),
  changeView: endpoint({
    method: 'PUT',
    path: '/api/views/:id',
    doc: 'Renames a view or replaces what it shows; the old version stays in the history',
    access: 'write',
    input: z.strictObject({ id: z.string(), name: name.optional(), search: search.optional() }),
    output: view,
  }),
  removeView: endpoint({
    method: 'DELETE',
    path: '/api/views/:id',
    doc: 'Removes a view; its history stays',
    access: 'write',
    input: identified,
    output: z.object({ removed: z.boolean() }),
  }),
  viewHistory: endpoint({
    method: 'GET',
    path: '/api/views/:id/history',
    doc: 'Every version of a view, newest first',
    access: 'read',
    input: identified,
    output: z.array(viewVersion),
  }),
} as const;
