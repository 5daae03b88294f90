import { expect, test } from 'vitest';
import { demoCompany, endOfData } from './demo-company.ts';
import { LiveCompany } from './live-company.ts';
import { dayMs, hourMs } from './span-of-data.ts';

const options = { tickets: 3000, seed: 3 };

function drained(company: LiveCompany, untilMs: number) {
  for (const _ of company.tell(untilMs));
  return company.due(untilMs);
}

const later = endOfData + 5 * dayMs;
const atOnce = drained(new LiveCompany(options, endOfData), later);

test('the company goes on where its data end, with the tickets that were open then', () => {
  const known = new Set<string>();
  for (const batch of demoCompany(options).batches()) for (const event of batch.events) known.add(event.ticket_id);
  const created = atOnce.events.filter((event) => event.kind === 'created');
  expect(created.length).toBeGreaterThan(10);
  expect(created.filter((event) => known.has(event.ticket_id))).toEqual([]);
  expect(atOnce.events.some((event) => known.has(event.ticket_id))).toBe(true);
  expect(Math.min(...atOnce.events.map((event) => event.at))).toBeGreaterThanOrEqual(endOfData);
  expect(Math.max(...atOnce.messages.map((message) => message.at))).toBeLessThan(later);
});

test('hour by hour it brings the same rows as at once, each once', () => {
  const company = new LiveCompany(options, endOfData);
  const events = [];
  const invitations = [];
  for (let at = endOfData + hourMs; at <= later; at += hourMs) {
    const due = drained(company, at);
    events.push(...due.events);
    invitations.push(...due.invitations);
  }
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  expect(events.sort(byId)).toEqual([...atOnce.events].sort(byId));
  expect(invitations).toHaveLength(atOnce.invitations.length);
});

test('begun again later it brings what falls due from then on', () => {
  const from = endOfData + 2 * dayMs;
  const again = drained(new LiveCompany(options, from), later);
  const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id).sort();
  expect(ids(again.messages)).toEqual(ids(atOnce.messages.filter((message) => message.at >= from)));
});

test('an invitation is told again whenever it gets further, and never knows what is to come', () => {
  for (const row of atOnce.invitations) {
    const steps = [row.delivered_at, row.opened_at, row.started_at, row.answered_at];
    expect(steps.filter((at) => at !== null && at > row.version)).toEqual([]);
  }
  expect(new Set(atOnce.invitations.map(({ id }) => id)).size).toBeLessThan(atOnce.invitations.length);
});
