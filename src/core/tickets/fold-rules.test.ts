import { describe, expect, test } from 'vitest';
import { isComplaint, usualRules } from './fold-rules.ts';
import { hour, policy, start } from './sla-story.ts';
import { foldStory, type Story, tellRecord, told } from './ticket-story.ts';

const story: Story = [
  [start, told.created],
  [start + 2 * hour, told.solved],
];
const reporting: Story = [...story, [start + 3 * hour, { kind: 'sla', sla_metric: 'resolution', sla_outcome: 'met' }]];
const outcomes = (lines: Story, id: string, record = tellRecord(start)) =>
  foldStory(lines, { policies: [policy([['resolution', 1]], { id })], now: start + 9 * hour, record }).slas.map((sla) => [
    sla.outcome,
    sla.provenance,
  ]);

describe('targets that nobody has chosen', () => {
  test('judge where the source reports nothing', () => {
    expect(outcomes(story, 'earshot:default-writing')).toEqual([['breached', 'computed']]);
  });

  test('give way to what an event or the record reports', () => {
    expect(outcomes(reporting, 'earshot:default-writing')).toEqual([['met', 'reported']]);
    expect(outcomes(story, 'earshot:default-writing', { ...tellRecord(start), resolution_sla: 'met' })).toEqual([['met', 'reported']]);
  });

  test('unlike those that somebody has chosen', () => {
    expect(outcomes(reporting, 'own')).toEqual([['breached', 'computed']]);
  });
});

test('what the system opened is a question only when the customer writes', () => {
  const opened: Story[0] = [start, { ...told.created, actor_kind: 'system' }];
  expect(foldStory([opened, [start, told.systemMessage]]).is_outbound).toBe(true);
  expect(foldStory([opened, [start + 1, told.question]]).is_outbound).toBe(false);
});

test.each([
  [{ is_complaint: true }, {}, true],
  [{ is_complaint: true }, { marked: false }, false],
  [{ category: 'returns' }, { categories: ['returns'] }, true],
  [{ category: '' }, { categories: [''] }, false],
  [{ tags: ['a', 'b'] }, { tags: ['b', 'c'] }, true],
  [{ tags: ['a'] }, { tags: ['c'] }, false],
])('a ticket with %j under the rule %j: complaint %j', (facts, rule, expected) => {
  expect(isComplaint({ is_complaint: false, category: '', tags: [], ...facts }, { ...usualRules.complaint, ...rule })).toBe(expected);
});
