import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileSchedule, type ScheduleVersion } from '../time/schedule.ts';
import type { FoldContext, SlaPolicy } from './fold-context.ts';
import { foldTicket } from './fold-ticket.ts';
import { slaMetrics } from './sla-clock.ts';
import type { TicketEvent } from './ticket-event.ts';
import type { TicketFacts } from './ticket-facts.ts';
import { type StoryFields, tellRecord, tellStory, told } from './ticket-story.ts';

const minute = 60_000;
const hour = 60 * minute;
const start = Date.parse('2026-03-27T15:00:00Z');

const clockOf = (zone: string, from_minute: number, to_minute: number) => {
  const hours: ScheduleVersion['hours'] = [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, from_minute, to_minute }));
  const clock = compileSchedule([{ zone, valid_from: 0, version: 1, hours, holidays: [] }], start - 100 * hour, start + 3000 * hour);
  if (!clock) throw new Error('the schedule opens');
  return clock;
};

const policies: SlaPolicy[] = ['chat', ''].map((channel, index) => ({
  id: `policy-${index}`,
  position: index,
  version: 1,
  valid_from: 0,
  valid_until: null,
  channels: channel ? [{ value: channel }] : [],
  teams: [],
  categories: [],
  targets: slaMetrics.flatMap((metric) => [
    { metric, priority: 'urgent', target_ms: hour, clock: 'calendar' },
    { metric, priority: '', target_ms: (index + 1) * 2 * hour, clock: index === 0 ? 'calendar' : 'business' },
  ]),
}));

const context: FoldContext = {
  clocks: new Map([
    ['day', clockOf('Europe/London', 540, 1080)],
    ['night', clockOf('America/St_Johns', 0, 360)],
  ]),
  defaultScheduleId: 'day',
  teamSchedules: new Map([
    ['nights', 'night'],
    ['closed', 'none'],
  ]),
  policies,
  now: start + 300 * hour,
};

const lines: StoryFields[] = [
  ...Object.values(told),
  { ...told.created, actor_kind: 'human' },
  { ...told.question, status: 'open' },
  { ...told.thanks, status: 'open' },
  { ...told.reply, status: 'solved' },
  { ...told.reply, actor_id: 'demo:ben' },
  { assignee_id: 'demo:ben', team_id: 'nights' },
  { assignee_id: '', team_id: 'closed' },
  { assignee_id: 'demo:bot' },
  { priority: 'urgent', channel: 'chat' },
  { priority: 'low', schedule_id: 'night' },
  { schedule_id: '' },
  { kind: 'delete' },
  { kind: 'restore' },
  { merged_into: 'demo:2' },
  { merged_into: '' },
  { kind: 'sla', sla_metric: 'resolution', sla_outcome: 'met' },
  { tags_added: ['a'], tags_removed: ['b'] },
  { tags_added: ['b'], requester_email: 'a@x.org' },
  { requester_email: 'b@x.org', category: 'x' },
];

/** Few instants and few sequences, so that ties are common. */
const line = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.constantFrom(0, 0, 1), fc.constantFrom(...lines));
const storyOf = (minLength: number, maxLength: number) =>
  fc
    .array(line, { minLength, maxLength })
    .map((told) =>
      tellStory(told.map(([halfHours, sequence, fields]) => [start + halfHours * 30 * minute, { ...fields, sequence }] as const)),
    );

const fold = (events: readonly TicketEvent[], more: Partial<FoldContext> = {}) =>
  JSON.stringify(foldTicket(events, { ...context, ...more }));

function* permutations<T>(items: readonly T[]): Generator<T[]> {
  if (items.length < 2) yield [...items];
  for (let i = 0; i < items.length && items.length > 1; i++) {
    for (const rest of permutations([...items.slice(0, i), ...items.slice(i + 1)])) yield [items[i] as T, ...rest];
  }
}

describe('the order of arrival', () => {
  test('of up to six events does not matter, in any permutation', () => {
    fc.assert(
      fc.property(storyOf(1, 6), (events) => {
        const expected = fold(events);
        for (const arrival of permutations(events)) expect(fold(arrival)).toBe(expected);
      }),
      { numRuns: 30 },
    );
  });

  test('of many events does not matter, also when some come twice, once outdated', () => {
    const arrivals = storyOf(7, 40).chain((events) => {
      const again = events.map((event, index) =>
        index % 3 === 0 ? { ...event, version: -1, at: event.at + hour, status: 'closed' } : event,
      );
      return fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...again], { minLength: 2 * events.length }));
    });
    fc.assert(
      fc.property(arrivals, ([events, arrival]) => {
        expect(fold(arrival)).toBe(fold(events));
      }),
      { numRuns: 300 },
    );
  });
});

type Pair = readonly [calendarMs: number | null, businessMs: number | null];

function durationsOf(facts: TicketFacts): Pair[] {
  const names = Object.keys(facts).filter((name) => name.endsWith('_calendar_ms')) as (keyof TicketFacts)[];
  const ofTicket = names.map(
    (name) => [facts[name], facts[name.replace('_calendar_', '_business_') as keyof TicketFacts]] as unknown as Pair,
  );
  const ofCycles = facts.cycles.flatMap((cycle): Pair[] => [
    [cycle.response_calendar_ms, cycle.response_business_ms],
    [cycle.resolution_calendar_ms, cycle.resolution_business_ms],
  ]);
  return [...ofTicket, ...ofCycles, ...facts.replies.map((reply): Pair => [reply.calendar_ms, reply.business_ms])];
}

function checkSpans(spans: readonly { from: number; until: number | null }[], createdAt: number): void {
  let lastMs = createdAt;
  spans.forEach((span, index) => {
    expect(span.from).toBeGreaterThanOrEqual(lastMs);
    expect(span.until === null).toBe(span.until === null && index === spans.length - 1);
    lastMs = span.until ?? span.from;
    expect(lastMs).toBeGreaterThanOrEqual(span.from);
  });
}

function isConsistent(sla: TicketFacts['slas'][number]): boolean {
  const over = (sla.elapsed_ms ?? Number.NaN) - (sla.target_ms ?? Number.NaN);
  const open = sla.ended_at === null;
  if (sla.outcome === 'met') return over <= 0 && !open;
  if (sla.outcome === 'breached') return open ? (sla.due_at ?? context.now) < context.now : over > 0;
  if (sla.outcome === 'active') return open && (sla.due_at ?? context.now) >= context.now;
  return sla.outcome === 'cancelled' && !open;
}

function checkSlas(facts: TicketFacts): void {
  for (const sla of facts.slas) {
    if (sla.provenance === 'reported') continue;
    expect(isConsistent(sla), JSON.stringify(sla)).toBe(true);
    expect(sla.ended_at ?? context.now).toBeGreaterThanOrEqual(sla.activated_at);
  }
}

function check(facts: TicketFacts): void {
  for (const [calendarMs, businessMs] of durationsOf(facts)) {
    expect(calendarMs ?? 0).toBeGreaterThanOrEqual(0);
    expect(businessMs ?? 0).toBeGreaterThanOrEqual(0);
    if (businessMs !== null) expect(businessMs).toBeLessThanOrEqual(calendarMs ?? -1);
  }
  checkSpans(facts.unsolved_spans, facts.created_at);
  checkSpans(facts.status_spans, facts.created_at);
  checkSpans(facts.assignments, facts.created_at);
  checkSlas(facts);
  expect(facts.first_solved_at ?? 0).toBeLessThanOrEqual(facts.last_solved_at ?? Number.POSITIVE_INFINITY);
  expect(facts.reopens).toBeLessThanOrEqual(facts.reopens_raw);
  expect(facts.touches).toBeLessThanOrEqual(facts.agent_replies);
  expect(facts.last_solved_at === null && facts.handler_id !== '').toBe(false);
}

describe('the facts of any history', () => {
  const anyContext = fc.record({
    businessTime: fc.constantFrom('per segment' as const, 'last schedule' as const),
    record: fc.constantFrom(
      null,
      tellRecord(start - hour),
      {
        ...tellRecord(start + 5 * hour),
        status: 'solved',
        first_response_at: start + 6 * hour,
        solved_at: start + 9 * hour,
        closed_at: start + 12 * hour,
      },
      {
        ...tellRecord(start),
        status: 'open',
        priority: 'urgent',
        first_response_ms: 90 * minute,
        resolution_ms: hour,
        resolution_sla: 'breached',
      },
    ),
  });

  test('hold together: no negative duration, business within calendar, spans in order, outcomes as their times say', () => {
    fc.assert(
      fc.property(storyOf(1, 25), anyContext, (events, more) => {
        check(foldTicket(events, { ...context, ...more }));
      }),
      { numRuns: 600 },
    );
  });

  test('add up: cycles to reopens and solves, waits to the time in the backlog', () => {
    fc.assert(
      fc.property(storyOf(1, 25), (events) => {
        const facts = foldTicket(events, context);
        expect(facts.cycles).toHaveLength(facts.reopens + 1);
        expect(facts.cycles.filter((cycle) => cycle.solved_at !== null)).toHaveLength(facts.solves);
        if (facts.requester_wait_calendar_ms === null || facts.unsolved_spans.some((span) => span.until === null)) return;
        const unsolvedMs = facts.unsolved_spans.reduce((sum, span) => sum + (span.until ?? span.from) - span.from, 0);
        expect(facts.requester_wait_calendar_ms + (facts.agent_wait_calendar_ms ?? Number.NaN)).toBe(unsolvedMs);
      }),
      { numRuns: 1000 },
    );
  });
});
