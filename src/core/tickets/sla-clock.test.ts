import { describe, expect, test } from 'vitest';
import { compileSchedule } from '../time/schedule.ts';
import { hour, minute, outcomes, policy, slas, start } from './sla-story.ts';
import { type Story, told } from './ticket-story.ts';

const asked = [
  [start, told.created],
  [start, told.question],
] as const;

describe('replies', () => {
  const targets = policy([
    ['first_response', 2],
    ['next_response', 1],
  ]);

  test('meet or breach one target a question', () => {
    const story = [
      ...asked,
      [start + 2 * hour, told.reply],
      [start + 3 * hour, told.question],
      [start + 5 * hour, told.reply],
      [start + 6 * hour, told.thanks],
    ] as const;
    expect(slas(story, [targets])).toEqual([
      {
        metric: 'first_response',
        policy_id: 'p',
        priority: '',
        team_id: '',
        agent_id: '',
        target_ms: 2 * hour,
        elapsed_ms: 2 * hour,
        outcome: 'met',
        activated_at: start,
        due_at: start + 2 * hour,
        ended_at: start + 2 * hour,
        provenance: 'computed',
      },
      expect.objectContaining({
        metric: 'next_response',
        outcome: 'breached',
        activated_at: start + 3 * hour,
        due_at: start + 4 * hour,
        ended_at: start + 5 * hour,
      }),
    ]);
  });

  test('are breached at once when their end has passed, though nobody has replied', () => {
    expect(outcomes(asked, [targets], { now: start + 2 * hour })).toEqual([['first_response', 'active', null]]);
    expect(outcomes(asked, [targets], { now: start + 2 * hour + 1 })).toEqual([['first_response', 'breached', null]]);
  });

  test('end with a solve: met in time, breached after it', () => {
    const solvedIn = (hours: number) => outcomes([...asked, [start + hours * hour, told.solved]], [targets]);
    expect(solvedIn(1)).toEqual([['first_response', 'met', 1]]);
    expect(solvedIn(3)).toEqual([['first_response', 'breached', 3]]);
  });

  test('count from the hand-off by a bot', () => {
    const story = [...asked, [start + minute, told.botReply], [start + 3 * hour, told.assigned], [start + 4 * hour, told.reply]] as const;
    expect(slas(story, [targets])).toMatchObject([{ outcome: 'met', activated_at: start + 3 * hour, elapsed_ms: hour }]);
  });

  test('have no target where no message is known', () => {
    expect(
      outcomes(
        [
          [start, told.created],
          [start + hour, told.opened],
        ],
        [targets],
      ),
    ).toEqual([]);
  });

  test('of an outbound ticket have no target until the customer asks', () => {
    const opened = [
      [start, { ...told.created, actor_kind: 'human' }],
      [start, told.reply],
    ] as const;
    expect(outcomes(opened, [targets])).toEqual([]);
    expect(outcomes([...opened, [start + 9 * hour, told.question], [start + 10 * hour, told.reply]], [targets])).toEqual([
      ['first_response', 'met', 1],
    ]);
  });
});

describe('targets of a cycle', () => {
  const targets = policy([
    ['resolution', 10],
    ['requester_wait', 4],
    ['agent_work', 2],
  ]);

  test('pause as their metric says', () => {
    const story = [
      [start, told.created],
      [start + hour, told.held],
      [start + 3 * hour, told.pended],
      [start + 8 * hour, told.opened],
      [start + 9 * hour, told.solved],
    ] as const;
    expect(outcomes(story, [targets])).toEqual([
      ['resolution', 'met', 9],
      ['requester_wait', 'met', 4],
      ['agent_work', 'met', 2],
    ]);
  });

  test('show when they are due, pauses so far included, and nothing while they are paused', () => {
    const paused = [
      [start, told.created],
      [start + hour, told.pended],
    ] as const;
    const due = (story: Story, now: number) => slas(story, [targets], { now }).map((sla) => [sla.outcome, sla.due_at]);
    expect(due(paused, start + 9 * hour)).toEqual([
      ['active', start + 10 * hour],
      ['active', null],
      ['active', null],
    ]);
    expect(due([...paused, [start + 6 * hour, told.opened]], start + 9 * hour)).toEqual([
      ['active', start + 10 * hour],
      ['active', start + 9 * hour],
      ['breached', start + 7 * hour],
    ]);
  });

  test('stay breached when the pause comes too late', () => {
    const story = [
      [start, told.created],
      [start + 5 * hour, told.pended],
    ] as const;
    expect(slas(story, [targets], { now: start + 6 * hour }).map((sla) => [sla.outcome, sla.due_at])).toEqual([
      ['active', start + 10 * hour],
      ['breached', start + 4 * hour],
      ['breached', start + 2 * hour],
    ]);
  });

  test('begin anew with a reopening, but not with one that only brought thanks', () => {
    const story = [
      [start, told.created],
      [start + hour, told.solved],
      [start + 20 * hour, { ...told.thanks, status: 'open' }],
      [start + 40 * hour, told.solved],
      [start + 50 * hour, { ...told.question, status: 'open' }],
      [start + 53 * hour, told.solved],
    ] as const;
    expect(outcomes(story, [policy([['resolution', 2]])])).toEqual([
      ['resolution', 'met', 1],
      ['resolution', 'breached', 3],
    ]);
  });

  test('are cancelled when the ticket is merged away or deleted', () => {
    const story = [
      [start, told.created],
      [start + hour, { kind: 'merge', merged_into: 'demo:2' }],
      [start + hour, told.closed],
    ] as const;
    expect(outcomes(story, [policy([['resolution', 2]])])).toEqual([['resolution', 'cancelled', 1]]);
  });
});

describe('business targets', () => {
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from_minute: 540, to_minute: 1080 }));
  const office = compileSchedule(
    [{ zone: 'UTC', valid_from: 0, version: 1, hours, holidays: [] }],
    start - 1000 * hour,
    start + 1000 * hour,
  );
  const night = compileSchedule(
    [{ zone: 'UTC', valid_from: 0, version: 1, hours: hours.map((one) => ({ ...one, from_minute: 0, to_minute: 360 })), holidays: [] }],
    start - 1000 * hour,
    start + 1000 * hour,
  );
  if (!office || !night) throw new Error('both schedules open');
  const context = {
    clocks: new Map([
      ['office', office],
      ['night', night],
    ]),
    defaultScheduleId: 'office',
    teamSchedules: new Map([['n', 'night']]),
  };
  const targets = [policy([['resolution', 10, { clock: 'business' }]])];

  test('are due when the working time has passed', () => {
    expect(slas([[start, told.created]], targets, { ...context, now: start + 25 * hour })).toMatchObject([
      { outcome: 'active', due_at: start + 25 * hour },
    ]);
    expect(slas([[start, told.created]], targets, { ...context, now: start + 25 * hour + 1 })).toMatchObject([{ outcome: 'breached' }]);
  });

  test('go on by the schedule of the new team', () => {
    const story = [
      [start, told.created],
      [start + 9 * hour, { team_id: 'n' }],
    ] as const;
    expect(slas(story, targets, context)).toMatchObject([{ due_at: Date.parse('2026-06-02T01:00Z'), outcome: 'breached' }]);
    expect(outcomes([...story, [Date.parse('2026-06-02T00:30Z'), told.solved]], targets, context)).toEqual([['resolution', 'met', 9.5]]);
  });

  test('are not applied where no schedule is known', () => {
    expect(outcomes([[start, told.created]], targets)).toEqual([]);
  });
});
