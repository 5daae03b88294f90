import { describe, expect, test } from 'vitest';
import { foldStory, told } from './ticket-story.ts';

const minute = 60_000;
const hour = 60 * minute;
const start = Date.parse('2026-06-01T09:00:00Z');

describe('statuses', () => {
  test('give waits in each, and the spans in order', () => {
    const facts = foldStory([
      [start, told.created],
      [start + hour, { status: 'open', assignee_id: 'demo:anna' }],
      [start + 3 * hour, told.pended],
      [start + 6 * hour, told.held],
      [start + 10 * hour, told.opened],
      [start + 15 * hour, told.solved],
      [start + 40 * hour, told.closed],
    ]);
    expect(facts.requester_wait_calendar_ms).toBe(12 * hour);
    expect(facts.agent_wait_calendar_ms).toBe(3 * hour);
    expect(facts.on_hold_calendar_ms).toBe(4 * hour);
    expect(facts.unassigned_calendar_ms).toBe(hour);
    expect(facts.status_spans.map((span) => span.status)).toEqual(['new', 'open', 'pending', 'hold', 'open', 'solved', 'closed']);
    expect(facts.status_spans.at(-1)).toEqual({ status: 'closed', from: start + 40 * hour, until: null });
    expect(facts).toMatchObject({
      status: 'closed',
      closed_at: start + 40 * hour,
      last_solved_at: start + 15 * hour,
      solves: 1,
      reopens: 0,
    });
  });

  test('of an open ticket leave waits and full resolution null', () => {
    const facts = foldStory([
      [start, told.created],
      [start + hour, told.solved],
      [start + 2 * hour, told.opened],
    ]);
    expect(facts.first_resolution_calendar_ms).toBe(hour);
    expect(facts.full_resolution_calendar_ms).toBeNull();
    expect(facts.last_solved_at).toBeNull();
    expect(facts.requester_wait_calendar_ms).toBeNull();
    expect(facts).toMatchObject({ handler_id: '', solves: 1, reopens: 1 });
    expect(facts.unsolved_spans.at(-1)).toEqual({ from: start + 2 * hour, until: null });
  });

  test('count a ticket that was closed and never solved as solved at the close', () => {
    const facts = foldStory([
      [start, told.created],
      [start + 5 * hour, told.closed],
    ]);
    expect(facts).toMatchObject({ solves: 1, last_solved_at: start + 5 * hour, full_resolution_calendar_ms: 5 * hour });
  });

  test('see only differences in snapshots that repeat the whole state', () => {
    const snapshot = { status: 'open', assignee_id: 'demo:anna', team_id: 'first', priority: 'high', category: 'x' };
    const facts = foldStory([
      [start, { ...snapshot, kind: 'created', status: 'new' }],
      [start + hour, snapshot],
      [start + 2 * hour, snapshot],
      [start + 3 * hour, { ...snapshot, status: 'solved' }],
      [start + 4 * hour, { ...snapshot, status: 'solved', priority: 'low' }],
    ]);
    expect(facts.status_spans).toHaveLength(3);
    expect(facts.assignments).toHaveLength(1);
    expect(facts).toMatchObject({ solves: 1, priority: 'low', last_solved_at: start + 3 * hour, resolution_provenance: 'computed' });
  });

  test('of a history without a beginning tell nothing from creation', () => {
    const facts = foldStory([
      [start, told.opened],
      [start + hour, told.solved],
    ]);
    expect(facts.full_resolution_calendar_ms).toBeNull();
    expect(facts).toMatchObject({ resolution_provenance: '', last_solved_at: start + hour });
  });
});

describe('a reopening that only brought thanks', () => {
  const solvedAt = start + hour;
  const opening = [
    [start, told.created],
    [start, told.question],
    [start + 30 * minute, told.reply],
    [solvedAt, { ...told.solved, assignee_id: 'demo:anna' }],
  ] as const;

  test('counts raw alone and moves nothing once it is solved again without a reply', () => {
    const facts = foldStory([
      ...opening,
      [start + 5 * hour, told.thanks],
      [start + 5 * hour, { ...told.opened, actor_kind: 'system' }],
      [start + 6 * hour, { ...told.solved, actor_id: 'demo:ben' }],
    ]);
    expect(facts).toMatchObject({ reopens: 0, reopens_raw: 1, solves: 1, last_solved_at: solvedAt, full_resolution_calendar_ms: hour });
    expect(facts.cycles).toHaveLength(1);
    expect(facts.unsolved_spans).toEqual([{ from: start, until: solvedAt }]);
    expect(facts.requester_wait_calendar_ms).toBe(hour);
    expect(facts.status_spans.map((span) => span.status)).toEqual(['new', 'solved', 'open', 'solved']);
  });

  test('counts as a reopening while it is open', () => {
    const facts = foldStory([...opening, [start + 5 * hour, { ...told.thanks, status: 'open' }]]);
    expect(facts).toMatchObject({ reopens: 1, reopens_raw: 1, last_solved_at: null });
  });

  test.each([
    ['somebody replied', told.reply],
    ['the customer asked as well', told.question],
  ])('counts as a reopening when %s', (_, line) => {
    const facts = foldStory([
      ...opening,
      [start + 5 * hour, { ...told.thanks, status: 'open' }],
      [start + 5.5 * hour, line],
      [start + 6 * hour, told.solved],
    ]);
    expect(facts).toMatchObject({ reopens: 1, reopens_raw: 1, solves: 2, last_solved_at: start + 6 * hour });
  });

  test('may come twice, and a true reopening after it still counts', () => {
    const facts = foldStory([
      ...opening,
      [start + 5 * hour, { ...told.thanks, status: 'open' }],
      [start + 6 * hour, told.solved],
      [start + 7 * hour, { ...told.thanks, status: 'open' }],
      [start + 8 * hour, told.closed],
      [start + 9 * hour, { ...told.question, status: 'open' }],
      [start + 10 * hour, told.reply],
      [start + 11 * hour, told.solved],
    ]);
    expect(facts).toMatchObject({ reopens: 1, reopens_raw: 3, solves: 2, first_solved_at: solvedAt, last_solved_at: start + 11 * hour });
    expect(facts.cycles.map((cycle) => cycle.started_at)).toEqual([start, start + 9 * hour]);
  });
});
