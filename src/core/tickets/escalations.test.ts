import { expect, test } from 'vitest';
import { foldStory, tellRecord, told } from './ticket-story.ts';

const at = (hour: number): string => `2026-03-02T${String(hour).padStart(2, '0')}:00:00Z`;
const teamTiers = new Map([
  ['first', 1],
  ['experts', 2],
]);

test('a person who raises the priority, a team of a higher tier and the tag each escalate once', () => {
  const facts = foldStory(
    [
      [at(9), { ...told.created, priority: 'normal', team_id: 'first' }],
      [at(10), { priority: 'urgent', actor_kind: 'human', team_id: 'experts' }],
      [at(11), { team_id: 'first' }],
      [at(12), { team_id: 'experts', actor_kind: 'system' }],
      [at(13), { tags_added: ['escalated'] }],
      [at(14), { tags_added: ['escalated'], priority: 'urgent', actor_kind: 'human' }],
    ],
    { teamTiers },
  );
  expect(facts).toMatchObject({ escalations: 3, first_escalated_at: Date.parse(at(10)) });
});

test('what is urgent or with the experts from the start, or raised by a rule, is not escalated', () => {
  const facts = foldStory(
    [
      [at(9), { ...told.created, priority: 'urgent', team_id: 'experts' }],
      [at(10), { priority: 'normal', actor_kind: 'human' }],
      [at(11), { priority: 'urgent', actor_kind: 'system' }],
    ],
    { teamTiers },
  );
  expect(facts).toMatchObject({ escalations: 0, first_escalated_at: null });
});

test('a ticket that its source reports as escalated is, at no known time', () => {
  const record = { ...tellRecord(Date.parse(at(9))), tags: ['escalated'], status: 'open' };
  expect(foldStory([], { record })).toMatchObject({ escalations: 1, first_escalated_at: null });
});

test('who opened it, who replied and when it was assigned', () => {
  const facts = foldStory([
    [at(9), told.created],
    [at(9), told.question],
    [at(10), told.botReply],
    [at(11), { assignee_id: 'demo:anna' }],
    [at(12), told.question],
    [at(13), { ...told.reply }],
    [at(14), { assignee_id: 'demo:ben' }],
    [at(15), told.botReply],
  ]);
  const hourMs = 3_600_000;
  expect(facts).toMatchObject({
    opened_by: 'customer',
    first_person_reply_at: Date.parse(at(13)),
    last_bot_reply_at: Date.parse(at(15)),
    last_message_at: Date.parse(at(15)),
    first_assigned_at: Date.parse(at(11)),
    last_assigned_at: Date.parse(at(14)),
    first_response_human_calendar_ms: 2 * hourMs,
    first_response_from_creation_calendar_ms: 4 * hourMs,
    first_response_from_last_message_calendar_ms: hourMs,
    first_response_from_creation_business_ms: null,
    outside_replies: [],
  });
});
