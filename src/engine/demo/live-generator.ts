import { setImmediate } from 'node:timers/promises';
import { LiveCompany } from '../../catalog/demo/live-company.ts';
import { dayMs } from '../../catalog/demo/span-of-data.ts';
import { messages } from '../../core/entities/messages.ts';
import { customers } from '../../core/entities/people.ts';
import { qualityReviews } from '../../core/entities/quality-reviews.ts';
import { surveyInvitations, surveyResponses } from '../../core/entities/surveys.ts';
import { ticketEvents } from '../../core/entities/ticket-events.ts';
import { bind, sql } from '../../core/sql/sql.ts';
import type { Derive } from '../import/import-options.ts';
import type { IngestQueue } from '../ingest/ingest-queue.ts';
import type { Store } from '../store/store.ts';

export interface LiveGeneratorOptions {
  readonly store: Store;
  readonly ingest: IngestQueue;
  readonly derive: Derive;
  /** Size, seed and import of the sample that goes on. */
  readonly tickets: number;
  readonly seed: number;
  readonly importId: string;
  /** Rows before this instant are in the store. Epoch milliseconds of the sample. */
  readonly fromMs: number;
}

/** Lets the sample company go on. */
export interface LiveGenerator {
  /** Brings in what falls due before an instant of the sample and was not brought yet; resolves to the number of rows once tickets have their facts. */
  run(untilMs: number): Promise<number>;
}

/** Opens a generator that brings the same rows for the same options, whenever and however often it runs. */
export function liveGenerator(options: LiveGeneratorOptions): LiveGenerator {
  const company = new LiveCompany(options, options.fromMs);
  let doneUntilMs = options.fromMs;
  return {
    run: async (untilMs) => {
      let rows = 0;
      while (doneUntilMs < untilMs) {
        const next = Math.min(untilMs, doneUntilMs + dayMs);
        for (const _ of company.tell(next)) await setImmediate();
        rows += await bring(options, company.due(next));
        doneUntilMs = next;
      }
      return rows;
    },
  };
}

type Due = ReturnType<LiveCompany['due']>;

async function bring({ store, ingest, derive, importId }: LiveGeneratorOptions, due: Due): Promise<number> {
  const keys = await customerKeys(store, due);
  const keyed = <R>(rows: readonly R[], idOf: (row: R) => string) =>
    rows.map((row) => ({ ...row, customer_key: keys.get(idOf(row)) ?? 0n }));
  const brought = [
    { entity: customers, rows: keyed(due.customers, (row) => row.id) },
    { entity: ticketEvents, rows: due.events },
    { entity: messages, rows: due.messages },
    { entity: surveyInvitations, rows: keyed(due.invitations, (row) => row.requester_external_id) },
    { entity: surveyResponses, rows: keyed(due.responses, (row) => row.requester_external_id) },
    { entity: qualityReviews, rows: due.reviews },
  ].filter(({ rows }) => rows.length > 0);
  await Promise.all(brought.map(({ entity, rows }) => ingest.add(entity, rows)));
  const touched = [...new Set([...due.events, ...due.messages].map((row) => row.ticket_id))];
  if (touched.length > 0) await derive(importId, sql`SELECT arrayJoin(${bind('Array(String)', touched)}) AS ticket_id`);
  return brought.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** The key that identities give a customer: the hash of the external id. */
async function customerKeys(store: Store, due: Due): Promise<ReadonlyMap<string, bigint>> {
  const asked = [...due.invitations, ...due.responses].map((row) => row.requester_external_id);
  const ids = [...new Set([...due.customers.map((row) => row.id), ...asked])];
  if (ids.length === 0) return new Map();
  const { rows } = await store.query<{ id: string; key: string }>(sql`SELECT id, toString(cityHash64('external', id)) AS key
FROM (SELECT arrayJoin(${bind('Array(String)', ids)}) AS id)`);
  return new Map(rows.map(({ id, key }) => [id, BigInt(key)]));
}
