import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { teams } from '../../core/entities/people.ts';
import { ticketRecords } from '../../core/entities/ticket-records.ts';
import { tickets } from '../../core/entities/tickets.ts';
import { schedules, teamSchedules } from '../../core/entities/working-time.ts';
import { sql } from '../../core/sql/sql.ts';
import type { TicketRecord } from '../../core/tickets/fold-context.ts';
import { type FoldRules, usualRules } from '../../core/tickets/fold-rules.ts';
import { foldTicket } from '../../core/tickets/fold-ticket.ts';
import { emptyRow } from '../query/example-row.ts';
import { openEmbeddedStore } from '../store/embedded-store.ts';
import { createTables } from '../store/schema.ts';
import { createDatabase, table } from '../store/workspace.ts';
import { deriveFromRecords } from './derive-records.ts';
import { foldContexts } from './fold-contexts.ts';
import { instantOf } from './instant-of.ts';

const compared = [
  'status',
  'first_response_human_calendar_ms',
  'first_response_human_business_ms',
  'first_response_any_business_ms',
  'full_resolution_calendar_ms',
  'full_resolution_business_ms',
  'first_resolution_calendar_ms',
  'first_resolution_business_ms',
  'touches',
  'response_provenance',
  'resolution_provenance',
  'reopens',
  'solves',
  'handoffs',
  'agent_replies',
  'counted',
  'is_complaint',
  'first_response_from_creation_business_ms',
  'first_response_from_last_message_calendar_ms',
  'escalations',
  'opened_by',
  'first_assigned_at',
  'first_person_reply_at',
  'last_message_at',
  'updated_at',
  'replies',
  'outside_replies',
  'cycles',
  'unsolved_spans',
] as const;

const rules: FoldRules = { ...usualRules, complaint: { marked: true, categories: ['returns'], tags: ['escalated'] } };
const nowMs = Date.parse('2026-12-01T00:00:00Z');
const minuteMs = 60_000;
const shifts = (from: number, to: number, until = to, again = to) =>
  [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, from_minute: from, to_minute: to },
    { weekday, from_minute: again, to_minute: until },
  ]);

const instant = fc
  .integer({ min: Date.parse('2025-02-01T00:00:00Z') / minuteMs, max: Date.parse('2026-11-01T00:00:00Z') / minuteMs })
  .map((minutes) => minutes * minuteMs);
const later = fc.option(fc.integer({ min: 0, max: 60 * 24 * 20 }), { nil: null });
const record = fc.record({
  created: instant,
  response: later,
  solve: later,
  team: fc.constantFrom('', 's:london', 's:lord'),
  status: fc.constantFrom('open', 'solved', 'closed'),
  reported: fc.boolean(),
  category: fc.constantFrom('', 'returns', 'shipping'),
  marked: fc.boolean(),
  reopens: fc.constantFrom(null, 0, 2),
});

test('records give the same facts in SQL as in the fold, to the millisecond, over schedules, holidays and clock changes', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'earshot-equal-'));
  const store = await openEmbeddedStore({ directory });
  const workspace = { store, database: 'equal' };
  await createDatabase(store, 'equal');
  await createTables(store, 'equal');
  const holidays = [{ from: '2025-12-25', until: '2025-12-26', name: 'Christmas' }];
  await store.insert('equal', schedules, [
    emptyRow(schedules, { id: 'office', zone: 'Europe/London', is_default: true, hours: shifts(540, 780, 1080, 840), holidays }),
    emptyRow(schedules, { id: 'island', zone: 'Australia/Lord_Howe', hours: shifts(0, 600, 1440, 720) }),
    emptyRow(schedules, {
      id: 'island',
      zone: 'Australia/Lord_Howe',
      valid_from: Date.parse('2026-01-15T03:00:00Z'),
      hours: shifts(480, 960),
    }),
  ]);
  await store.insert('equal', teamSchedules, [
    emptyRow(teamSchedules, { team_id: 's:london', valid_from: 0, schedule_id: '' }),
    emptyRow(teamSchedules, { team_id: 's:london', valid_from: Date.parse('2026-03-04T12:00:00Z'), schedule_id: 'island' }),
  ]);
  await store.insert('equal', teams, [emptyRow(teams, { id: 's:lord', schedule_id: 'island' })]);
  const drawn = fc.sample(record, { numRuns: 1500, seed: 11 });
  const rows = drawn.map((draw, index) => recordRow(draw, `s:${index}`));
  await store.insert('equal', ticketRecords, rows);
  const context = await foldContexts(workspace, { next: () => 1 }, async () => rules).read(nowMs);
  const slice = sql`SELECT id AS ticket_id FROM ${table('equal', ticketRecords)}`;
  await deriveFromRecords(workspace, slice, {
    revision: 1,
    again: false,
    traces: null,
    defaultScheduleId: context.defaultScheduleId,
    teamSchedules: context.teamSchedules,
    rules,
    customColumns: [],
  });
  const { rows: derived } = await store.query<Record<string, unknown>>(sql`SELECT * FROM ${table('equal', tickets)}`);
  await store.close();
  rmSync(directory, { recursive: true, force: true });
  const byId = new Map(derived.map((row) => [row.id, row]));
  for (const row of rows) {
    const folded = foldTicket([], { ...context, policies: [], record: row as unknown as TicketRecord }) as unknown as Record<
      string,
      unknown
    >;
    const own = byId.get(row.id);
    expect({ row: row.id, ...pick(own) }).toEqual({ row: row.id, ...pick(folded) });
  }
});

function recordRow(draw: typeof record extends fc.Arbitrary<infer T> ? T : never, id: string): Record<string, unknown> {
  const after = (minutes: number | null): number | null => (minutes === null ? null : draw.created + minutes * minuteMs);
  const done = draw.status !== 'open';
  return emptyRow(ticketRecords, {
    id,
    source: 's',
    created_at: draw.created,
    status: draw.status,
    team_id: draw.team,
    category: draw.category,
    is_complaint: draw.marked,
    assignee_id: 's:ann',
    reopens: draw.reopens,
    tags: draw.reopens === 2 ? ['escalated'] : [],
    ...(draw.reported
      ? {
          first_response_ms: draw.response === null ? null : draw.response * minuteMs,
          resolution_ms: done && draw.solve !== null ? draw.solve * minuteMs : null,
        }
      : { first_response_at: after(draw.response), solved_at: done ? after(draw.solve) : null }),
  });
}

function pick(row: Record<string, unknown> | undefined): Record<string, unknown> {
  return Object.fromEntries(compared.map((name) => [name, withInstants(row?.[name])]));
}

/** Instants as the fold gives them, also inside lists. */
function withInstants(value: unknown): unknown {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2} /.test(value)) return instantOf(value);
  if (Array.isArray(value)) return value.map(withInstants);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withInstants(part)]));
}
