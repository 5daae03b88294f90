import { describe, expect, test } from 'vitest';
import { foldStory, told } from './ticket-story.ts';

const minute = 60_000;
const hour = 60 * minute;
const start = Date.parse('2026-06-01T09:00:00Z');

describe('the first response', () => {
  test('counts from the first message of the customer, not from creation', () => {
    const facts = foldStory([
      [start, told.created],
      [start + 5 * minute, told.question],
      [start + 7 * minute, told.question],
      [start + 20 * minute, told.reply],
    ]);
    expect(facts.first_response_human_calendar_ms).toBe(15 * minute);
    expect(facts).toMatchObject({ first_customer_message_at: start + 5 * minute, customer_messages: 2, first_response_by: 'demo:anna' });
  });

  test('counts from creation when the first message is not known', () => {
    const facts = foldStory([
      [start, told.created],
      [start + 20 * minute, told.reply],
    ]);
    expect(facts.first_response_human_calendar_ms).toBe(20 * minute);
    expect(facts.replies).toHaveLength(1);
    expect(facts.first_customer_message_at).toBeNull();
  });

  test('is null when nobody answered, also when notes, the system or a bot wrote', () => {
    const facts = foldStory([
      [start, told.created],
      [start, told.question],
      [start + minute, told.systemMessage],
      [start + 2 * minute, told.note],
      [start + 3 * minute, told.botReply],
    ]);
    expect(facts.first_response_human_calendar_ms).toBeNull();
    expect(facts.first_response_at).toBeNull();
    expect(facts.first_response_any_calendar_ms).toBe(3 * minute);
    expect(facts).toMatchObject({ internal_notes: 1, bot_replies: 1, agent_replies: 0, response_provenance: 'computed' });
    expect(facts.replies).toEqual([{ asked_at: start, answered_at: null, answered_by: '', calendar_ms: null, business_ms: null }]);
  });

  test('counts from the message when a person only takes over with the reply itself', () => {
    const facts = foldStory([
      [start, told.created],
      [start, told.question],
      [start + minute, told.botReply],
      [start + 9 * minute, { ...told.reply, assignee_id: 'demo:anna' }],
    ]);
    expect(facts.first_response_human_calendar_ms).toBe(9 * minute);
    expect(facts.handoff_at).toBe(start + 9 * minute);
  });

  test('knows no hand-off when the assignee is the bot itself or came before it replied', () => {
    const facts = foldStory([
      [start, { ...told.created, assignee_id: 'demo:anna' }],
      [start, told.question],
      [start + minute, told.botReply],
      [start + 2 * minute, { assignee_id: 'demo:bot' }],
      [start + 9 * minute, told.reply],
    ]);
    expect(facts.handoff_at).toBeNull();
    expect(facts.first_response_human_calendar_ms).toBe(9 * minute);
    expect(facts).toMatchObject({ agent_stations: 1, handoffs: 0 });
  });

  test('belongs to the first cycle', () => {
    const facts = foldStory([
      [start, told.created],
      [start, told.question],
      [start + hour, told.solved],
      [start + 2 * hour, { ...told.question, status: 'open' }],
      [start + 3 * hour, told.reply],
    ]);
    expect(facts.first_response_human_calendar_ms).toBeNull();
    expect(facts.cycles.map((cycle) => cycle.response_calendar_ms)).toEqual([null, hour]);
    expect(facts.replies.map((reply) => [reply.asked_at, reply.calendar_ms])).toEqual([
      [start, null],
      [start + 2 * hour, hour],
    ]);
  });

  test('counts a reply that the source puts just behind the solve', () => {
    const facts = foldStory([
      [start, told.created],
      [start, told.question],
      [start + hour, told.solved],
      [start + hour, { ...told.reply, sequence: 1 }],
    ]);
    expect(facts.first_response_human_calendar_ms).toBe(hour);
  });
});

describe('a ticket opened by an agent', () => {
  const opened = { ...told.created, actor_kind: 'human', actor_id: 'demo:anna' };

  test('is outbound while the customer does not ask, thanks or not', () => {
    const facts = foldStory([
      [start, opened],
      [start, told.reply],
      [start + hour, told.thanks],
      [start + 2 * hour, told.reply],
    ]);
    expect(facts).toMatchObject({ is_outbound: true, agent_replies: 2, touches: 0, courtesy_messages: 1, customer_messages: 0 });
    expect(facts.first_response_human_calendar_ms).toBeNull();
    expect(facts.replies).toEqual([]);
  });

  test('takes the second public message as the first response once the customer asked', () => {
    const facts = foldStory([
      [start, opened],
      [start, told.reply],
      [start + hour, told.question],
      [start + 90 * minute, told.reply],
    ]);
    expect(facts).toMatchObject({ is_outbound: false, agent_replies: 2, touches: 1 });
    expect(facts.first_response_human_calendar_ms).toBe(30 * minute);
  });

  test('on behalf of a customer counts from the words of the customer', () => {
    const facts = foldStory([
      [start, opened],
      [start, told.question],
      [start + 12 * minute, told.reply],
    ]);
    expect(facts.is_outbound).toBe(false);
    expect(facts.first_response_human_calendar_ms).toBe(12 * minute);
  });

  test('is known by its first message where nobody tells of creation', () => {
    const outbound = foldStory([
      [start, told.reply],
      [start + hour, told.reply],
    ]);
    expect(outbound).toMatchObject({ is_outbound: true, response_provenance: 'computed', created_at: start });
    expect(foldStory([[start, told.question]]).is_outbound).toBe(false);
  });
});

describe('next replies', () => {
  test('count from the first of several messages, and thanks ask for none', () => {
    const facts = foldStory([
      [start, told.created],
      [start, told.question],
      [start + 10 * minute, told.reply],
      [start + 20 * minute, told.question],
      [start + 25 * minute, told.question],
      [start + 26 * minute, told.note],
      [start + 50 * minute, told.reply],
      [start + 51 * minute, told.reply],
      [start + 60 * minute, told.thanks],
      [start + 61 * minute, told.reply],
    ]);
    expect(facts.replies.map((reply) => reply.calendar_ms)).toEqual([10 * minute, 30 * minute]);
    expect(facts).toMatchObject({ courtesy_messages: 1, customer_messages: 3, agent_replies: 4 });
  });

  test('take the first words as a question, even if they only say hello and thanks', () => {
    const facts = foldStory([
      [start, told.created],
      [start, told.thanks],
      [start + minute, told.reply],
    ]);
    expect(facts).toMatchObject({ customer_messages: 1, courtesy_messages: 0, first_response_human_calendar_ms: minute });
  });
});

describe('assignments', () => {
  test('give stations, handoffs, spans and the first reply of each agent', () => {
    const facts = foldStory([
      [start, { ...told.created, team_id: 'first' }],
      [start + minute, { assignee_id: 'demo:anna' }],
      [start + 3 * minute, told.reply],
      [start + 4 * minute, { assignee_id: '' }],
      [start + 5 * minute, { assignee_id: 'demo:ben', team_id: 'second' }],
      [start + 6 * minute, told.reply],
      [start + 9 * minute, { ...told.reply, actor_id: 'demo:ben' }],
      [start + 10 * minute, { assignee_id: 'demo:anna' }],
      [start + 12 * minute, told.solved],
      [start + 13 * minute, { assignee_id: 'demo:ben' }],
    ]);
    expect(facts).toMatchObject({
      agent_stations: 2,
      team_stations: 2,
      handoffs: 3,
      handler_id: 'demo:anna',
      handler_team_id: 'second',
      assignee_id: 'demo:ben',
    });
    expect(facts.assignments).toEqual([
      { agent_id: '', team_id: 'first', from: start, until: start + minute, first_reply_calendar_ms: null },
      { agent_id: 'demo:anna', team_id: 'first', from: start + minute, until: start + 4 * minute, first_reply_calendar_ms: 2 * minute },
      { agent_id: '', team_id: 'first', from: start + 4 * minute, until: start + 5 * minute, first_reply_calendar_ms: null },
      {
        agent_id: 'demo:ben',
        team_id: 'second',
        from: start + 5 * minute,
        until: start + 10 * minute,
        first_reply_calendar_ms: 4 * minute,
      },
      { agent_id: 'demo:anna', team_id: 'second', from: start + 10 * minute, until: start + 13 * minute, first_reply_calendar_ms: null },
      { agent_id: 'demo:ben', team_id: 'second', from: start + 13 * minute, until: null, first_reply_calendar_ms: null },
    ]);
    expect(facts.unassigned_calendar_ms).toBe(2 * minute);
  });
});
