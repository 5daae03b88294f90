import { describe, expect, test } from 'vitest';
import { hour, outcomes, policy, slas, start } from './sla-story.ts';
import { told } from './ticket-story.ts';

describe('the target of a ticket', () => {
  const byPriority = policy([
    ['resolution', 8, { priority: 'urgent' }],
    ['resolution', 24],
  ]);

  test('is cancelled by another one, which goes on with the time that has passed', () => {
    const story = [
      [start, told.created],
      [start + 2 * hour, { priority: 'urgent' }],
      [start + 9 * hour, told.solved],
    ] as const;
    expect(slas(story, [byPriority])).toMatchObject([
      { outcome: 'cancelled', target_ms: 24 * hour, elapsed_ms: 2 * hour, priority: '', activated_at: start },
      { outcome: 'breached', target_ms: 8 * hour, elapsed_ms: 9 * hour, priority: 'urgent', activated_at: start, due_at: start + 8 * hour },
    ]);
  });

  test('that was breached stays breached when the priority changes', () => {
    const story = [
      [start, { ...told.created, priority: 'urgent' }],
      [start + 9 * hour, { priority: 'low' }],
      [start + 10 * hour, told.solved],
    ] as const;
    expect(outcomes(story, [byPriority])).toEqual([['resolution', 'breached', 9]]);
  });

  test('keeps the priority with which it was applied when the target stays the same', () => {
    const story = [
      [start, { ...told.created, priority: 'low' }],
      [start + hour, { priority: 'high' }],
      [start + 2 * hour, told.solved],
    ] as const;
    expect(slas(story, [byPriority])).toMatchObject([{ priority: 'low', outcome: 'met' }]);
  });

  test('comes from the first policy by position that holds and matches', () => {
    const policies = [
      policy([['resolution', 1]], { id: 'late', position: 0, valid_from: start + hour }),
      policy([['resolution', 2]], { id: 'ended', position: 1, valid_until: start }),
      policy([['resolution', 3]], { id: 'chat', position: 2, channels: [{ value: 'chat' }] }),
      policy([['resolution', 4]], { id: 'team', position: 3, teams: [{ value: 'a' }], categories: [{ value: 'x' }] }),
      policy([['resolution', 5]], { id: 'rest', position: 4 }),
    ];
    const applied = (fields: object) => slas([[start, { ...told.created, ...fields }]], policies).map((sla) => sla.policy_id);
    expect(applied({})).toEqual(['rest']);
    expect(applied({ channel: 'chat' })).toEqual(['chat']);
    expect(applied({ team_id: 'a', category: 'x' })).toEqual(['team']);
    expect(applied({ team_id: 'a' })).toEqual(['rest']);
  });

  test('comes from the version of the policy that held then', () => {
    const versions = [policy([['resolution', 1]]), policy([['resolution', 50]], { valid_from: start + 1 })];
    expect(
      outcomes(
        [
          [start, told.created],
          [start + 2 * hour, told.solved],
        ],
        versions,
      ),
    ).toEqual([['resolution', 'breached', 2]]);
  });

  test('does not exist where no policy matches', () => {
    expect(outcomes([[start, told.created]], [])).toEqual([]);
    expect(outcomes([[start, told.created]], [policy([['resolution', 1]], { channels: [{ value: 'chat' }] })])).toEqual([]);
  });
});
