import { z } from 'zod';
import { endpoint, identified, nothing } from '../endpoint.ts';

/** Calls about the workspace as a whole, single tickets and rows that come in. */
export const workspaceEndpoints = {
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
  ticket: endpoint({
    method: 'GET',
    path: '/api/tickets/:id',
    doc: 'One ticket with its facts, its thread and the answers to surveys about it',
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
      answers: z
        .array(
          z.object({
            answer: z.string(),
            at: z.string(),
            survey: z.string(),
            question: z.string(),
            kind: z.string(),
            score: z.number(),
            scaleMin: z.number(),
            scaleMax: z.number(),
            comment: z.string(),
          }),
        )
        .readonly()
        .describe('to surveys about it, oldest first, each with the scale it was given on'),
      others: z
        .array(z.object({ id: z.string(), subject: z.string(), status: z.string(), createdAt: z.string() }))
        .readonly()
        .describe('at most ten other tickets of the same customer, newest first'),
      link: z
        .object({ name: z.string().describe('of the system'), url: z.string() })
        .nullable()
        .describe('the ticket in its source; null where the settings have no link for it'),
    }),
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
};
