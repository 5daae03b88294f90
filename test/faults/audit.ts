import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { imports } from '../../src/core/entities/imports.ts';
import { messages } from '../../src/core/entities/messages.ts';
import { ticketEvents } from '../../src/core/entities/ticket-events.ts';
import { ticketRecords } from '../../src/core/entities/ticket-records.ts';
import { tickets } from '../../src/core/entities/tickets.ts';
import type { Entity } from '../../src/core/model/entity.ts';
import { bind, type Sql, sql } from '../../src/core/sql/sql.ts';
import { openEmbeddedStore } from '../../src/engine/store/embedded-store.ts';
import { table, type Workspace } from '../../src/engine/store/workspace.ts';
import { badRows, type TicketFile } from '../bench/write-ticket-file.ts';
import type { Receipts } from './receipts.ts';

/** Acknowledged rows against stored ones, of one table. */
export interface TableAudit {
  readonly acknowledged: number;
  readonly stored: number;
  readonly missing: number;
  readonly doubled: number;
}

/** What is stored of a file, and what should be. */
export interface FileAudit {
  readonly path: string;
  /** Whether an import of it came to its end, which its client may not have heard of. */
  readonly finished: boolean;
  readonly expected: number;
  readonly records: number;
  readonly tickets: number;
  readonly doubled: number;
}

export interface Audit {
  readonly events: TableAudit;
  readonly messages: TableAudit;
  readonly tickets: TableAudit;
  /** Tickets whose facts do not tell of everything that is stored about them. */
  readonly stale: number;
  readonly files: readonly FileAudit[];
  /** Tables and files that something half done has left behind. */
  readonly leftOver: readonly string[];
}

/** Opens the data directory of a stopped server and compares. One data directory in a process. */
export async function auditDirectory(directory: string, receipts: Receipts, files: readonly TicketFile[]): Promise<Audit> {
  const store = await openEmbeddedStore({ directory: join(directory, 'chdb') });
  const workspace = { store, database: 'earshot' };
  try {
    return {
      events: await auditTable(workspace, ticketEvents, receipts.events),
      messages: await auditTable(workspace, messages, receipts.messages),
      tickets: await auditTable(workspace, tickets, receipts.tickets),
      stale: await countStale(workspace),
      files: await Promise.all(files.map((file) => auditFile(workspace, file))),
      leftOver: [...(await leftTables(workspace)), ...(await leftFiles(directory))],
    };
  } finally {
    await store.close();
  }
}

async function auditTable({ store, database }: Workspace, entity: Entity, acknowledged: ReadonlySet<string>): Promise<TableAudit> {
  const columns = await store.columns(sql`SELECT id FROM ${table(database, entity)} WHERE source = 'fault'`, { id: 'text' });
  const found = new Set(columns.id);
  let missing = 0;
  for (const id of acknowledged) if (!found.has(id)) missing += 1;
  return { acknowledged: acknowledged.size, stored: found.size, missing, doubled: columns.length - found.size };
}

async function auditFile(workspace: Workspace, file: TicketFile): Promise<FileAudit> {
  const records = await countPrefix(workspace, ticketRecords, file.prefix);
  const facts = await countPrefix(workspace, tickets, file.prefix);
  const { rows: ended } = await workspace.store.query(
    sql`SELECT id FROM ${table(workspace.database, imports)} WHERE file_name = ${bind('String', basename(file.path))} AND state = 'finished'`,
  );
  return {
    path: file.path,
    finished: ended.length > 0,
    expected: file.rows - badRows(file),
    records: records.ids,
    tickets: facts.ids,
    doubled: records.rows - records.ids + facts.rows - facts.ids,
  };
}

async function countPrefix({ store, database }: Workspace, entity: Entity, prefix: string): Promise<{ rows: number; ids: number }> {
  const counted = await store.query<{ rows: number; ids: number }>(
    sql`SELECT count() AS rows, uniqExact(id) AS ids FROM ${table(database, entity)} WHERE position(id, ${bind('String', `:${prefix}`)}) > 0`,
  );
  return counted.rows[0] ?? { rows: 0, ids: 0 };
}

/** Compares the facts of each ticket with the rows that they are folded from. */
async function countStale({ store, database }: Workspace): Promise<number> {
  const { rows } = await store.query<{ stale: number }>(sql`SELECT count() AS stale
FROM (
  SELECT ticket_id, sum(answers) AS answers, max(solved) AS solved, sum(questions) AS questions
  FROM (${saidAndDone(database)})
  GROUP BY ticket_id
) AS stored
LEFT JOIN (SELECT * FROM ${table(database, tickets)} WHERE source = 'fault') AS facts ON facts.id = stored.ticket_id
WHERE facts.agent_replies != stored.answers
  OR facts.customer_messages != stored.questions
  OR (facts.solves > 0) != stored.solved`);
  return rows[0]?.stale ?? 0;
}

function saidAndDone(database: string): Sql {
  return sql`SELECT ticket_id, actor_kind = 'human' AS answers, actor_kind = 'customer' AS questions, false AS solved
  FROM ${table(database, messages)}
  WHERE source = 'fault'
  UNION ALL
  SELECT ticket_id, 0 AS answers, 0 AS questions, coalesce(status = 'solved', false) AS solved
  FROM ${table(database, ticketEvents)}
  WHERE source = 'fault'`;
}

async function leftTables({ store, database }: Workspace): Promise<string[]> {
  const { rows } = await store.query<{ name: string }>(
    sql`SELECT name FROM system.tables WHERE database = ${bind('String', database)} AND startsWith(name, 'import_')`,
  );
  return rows.map((row) => row.name);
}

/** Uploads wait for a day to be asked for again. */
async function leftFiles(directory: string): Promise<string[]> {
  const names = await readdir(join(directory, 'tmp'));
  return names.filter((name) => !/\.upload(-name)?$/.test(name));
}
