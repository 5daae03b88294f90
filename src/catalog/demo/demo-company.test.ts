import { expect, test } from 'vitest';
import { messages } from '../../core/entities/messages.ts';
import { agents, customers, teams } from '../../core/entities/people.ts';
import { qualityReviews } from '../../core/entities/quality-reviews.ts';
import { surveyInvitations, surveyResponses } from '../../core/entities/surveys.ts';
import { ticketEvents } from '../../core/entities/ticket-events.ts';
import { calendarEvents, schedules, slaPolicies } from '../../core/entities/working-time.ts';
import type { Entity } from '../../core/model/entity.ts';
import type { DemoBatch } from './demo-batch.ts';
import { demoCompany } from './demo-company.ts';
import { leftAt, staff } from './setup/agents.ts';

const small = { tickets: 1500, seed: 3 };

function rowsOf(options: Parameters<typeof demoCompany>[0]): Omit<DemoBatch, 'tickets'> {
  const rows: Omit<DemoBatch, 'tickets'> = { customers: [], events: [], messages: [], invitations: [], responses: [], reviews: [] };
  for (const batch of demoCompany(options).batches()) {
    rows.customers.push(...batch.customers);
    rows.events.push(...batch.events);
    rows.messages.push(...batch.messages);
    rows.invitations.push(...batch.invitations);
    rows.responses.push(...batch.responses);
    rows.reviews.push(...batch.reviews);
  }
  return rows;
}

function bytesOf(options: Parameters<typeof demoCompany>[0]): string {
  const company = demoCompany(options);
  const text = (value: unknown) => JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? String(item) : item));
  return [company.setup, ...company.batches(), company.truths()].map(text).join('\n');
}

function problems(entity: Entity, rows: readonly Readonly<Record<string, unknown>>[]): string[] {
  return rows.flatMap((row) =>
    Object.entries(entity.columns).flatMap(([name, column]) => {
      if (column.computed && row[name] === undefined) return [];
      return column.schema.safeParse(row[name]).success ? [] : [`${entity.name}.${name}: ${String(row[name])}`];
    }),
  );
}

const { setup } = demoCompany(small);
const rows = rowsOf(small);
const larger = rowsOf({ tickets: 6000, seed: 3 });

test('the same seed gives the same bytes, another seed others', () => {
  const once = bytesOf(small);
  expect(bytesOf(small) === once).toBe(true);
  expect(bytesOf({ ...small, seed: 4 }) === once).toBe(false);
});

test('every row fits its entity', () => {
  expect([
    ...problems(agents, setup.agents),
    ...problems(teams, setup.teams),
    ...problems(schedules, setup.schedules),
    ...problems(slaPolicies, setup.slaPolicies),
    ...problems(calendarEvents, setup.calendarEvents),
    ...problems(customers, rows.customers),
    ...problems(ticketEvents, rows.events),
    ...problems(messages, rows.messages),
    ...problems(surveyInvitations, rows.invitations),
    ...problems(surveyResponses, rows.responses),
    ...problems(qualityReviews, rows.reviews),
  ]).toEqual([]);
});

test('ids stand once in each table', () => {
  for (const table of [rows.customers, rows.events, rows.messages, rows.invitations, rows.responses, rows.reviews]) {
    const ids = table.map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

test('the lead of the team reads some tickets again, never the own ones, and judges each criterion', () => {
  const { reviews } = larger;
  const reviewed = new Set(reviews.map((row) => row.ticket_id));
  expect(reviewed.size / 6000).toBeGreaterThan(0.005);
  expect(reviewed.size / 6000).toBeLessThan(0.02);
  expect(reviews.length).toBe(4 * reviewed.size);
  expect(reviews.filter((row) => row.reviewer === row.agent_id || row.score < row.scale_min || row.score > row.scale_max)).toEqual([]);
});

test('tickets come in order of creation, from 1 November 2024 to 31 October 2026 in London', () => {
  const created = rows.events.filter((event) => event.kind === 'created').map((event) => event.at);
  expect(created).toEqual([...created].sort((a, b) => a - b));
  expect(created[0]).toBeGreaterThanOrEqual(Date.parse('2024-11-01T00:00:00Z'));
  const latest = Math.max(...rows.events.map((event) => event.at), ...rows.messages.map((message) => message.at));
  expect(latest).toBeLessThan(Date.parse('2026-11-01T00:00:00Z'));
  expect(latest).toBeGreaterThan(Date.parse('2026-10-30T00:00:00Z'));
});

test('an earlier end cuts the same company short', () => {
  const until = Date.parse('2025-03-01T00:00:00Z');
  const cut = rowsOf({ ...small, until });
  expect(cut.events).toEqual(rows.events.filter((event) => event.at < until));
  expect(cut.messages).toEqual(rows.messages.filter((message) => message.at < until));
});

test('another size scales tickets and customers, and rates stay', () => {
  const tickets = (of: typeof rows) => of.events.filter((event) => event.kind === 'created').length;
  expect(tickets(larger) / tickets(rows)).toBeGreaterThan(3.7);
  expect(tickets(larger) / tickets(rows)).toBeLessThan(4.3);
  const answered = (of: typeof rows) => of.responses.length / of.invitations.length;
  expect(Math.abs(answered(larger) - answered(rows))).toBeLessThan(0.05);
});

test('messages follow the creation of their ticket, and nobody acts who is not employed', () => {
  const createdAt = new Map(rows.events.filter((event) => event.kind === 'created').map((event) => [event.ticket_id, event.at]));
  expect(rows.messages.filter((message) => message.at < (createdAt.get(message.ticket_id) ?? Number.POSITIVE_INFINITY))).toEqual([]);
  const left = new Map(staff.map((agent) => [agent.id, leftAt(agent) ?? Number.POSITIVE_INFINITY]));
  const acts = [...larger.events, ...larger.messages].filter((act) => act.actor_kind === 'human');
  expect(acts.filter((act) => act.at > (left.get(act.actor_id) ?? 0))).toEqual([]);
});

test('a ticket is merged into another one that is there and is not merged itself', () => {
  const merges = new Map(
    larger.events.filter((event) => event.kind === 'merge').map((event) => [event.ticket_id, event.merged_into ?? '']),
  );
  const known = new Set(larger.events.map((event) => event.ticket_id));
  expect(merges.size).toBeGreaterThan(40);
  for (const into of merges.values()) expect([known.has(into), merges.has(into)]).toEqual([true, false]);
});

test('24 people and a bot are there, but for the time in which Technical has lost some', () => {
  const presence = { '2024-11-04': 24, '2025-09-30': 24, '2025-10-01': 22, '2026-02-11': 21, '2026-04-01': 23, '2026-10-30': 24 };
  for (const [day, count] of Object.entries(presence)) {
    const present = staff.filter((agent) => agent.joinedOn <= day && day <= (agent.leftOn ?? day));
    expect([day, present.length]).toEqual([day, count]);
  }
  expect(setup.agents.filter((agent) => agent.kind === 'bot')).toHaveLength(1);
});

test('the calendar holds what is known from the start, and nothing that has to be discovered', () => {
  const names = (isHoliday: boolean) =>
    setup.calendarEvents.filter((event) => (event.kind === 'holiday') === isHoliday).map(({ name }) => name);
  expect([...new Set(names(false))].sort()).toEqual(
    [
      '11.11',
      'Black Friday',
      'Giveaway',
      'Halo launch',
      'Move of the warehouse',
      'New phone menu',
      'Recall of Breeze 300',
      'Return fee off',
      'Return fee on',
      'Small refunds without approval for all',
      'Trial of small refunds without approval',
    ].sort(),
  );
  expect(names(true)).toEqual(expect.arrayContaining(['Christmas Day', '春节', 'Наурыз']));
});
