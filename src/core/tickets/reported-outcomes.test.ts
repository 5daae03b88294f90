import { describe, expect, test } from 'vitest';
import type { TicketRecord } from './fold-context.ts';
import { hour, policy, start } from './sla-story.ts';
import { foldStory, tellRecord, told } from './ticket-story.ts';

describe('reported outcomes of targets', () => {
  const policies = [policy([['resolution', 1]])];
  const record: TicketRecord = {
    ...tellRecord(start),
    status: 'solved',
    solved_at: start + 4 * hour,
    first_response_sla: 'met',
    resolution_sla: 'met',
  };

  test('stand without a clock', () => {
    expect(foldStory([], { record }).slas).toEqual([
      expect.objectContaining({
        metric: 'first_response',
        outcome: 'met',
        provenance: 'reported',
        target_ms: null,
        elapsed_ms: null,
        due_at: null,
        ended_at: null,
      }),
      expect.objectContaining({ metric: 'resolution', outcome: 'met', provenance: 'reported', policy_id: '', ended_at: start + 4 * hour }),
    ]);
  });

  test('give way to a policy that computes the metric', () => {
    expect(foldStory([], { record, policies }).slas.map((sla) => [sla.metric, sla.outcome, sla.provenance])).toEqual([
      ['resolution', 'breached', 'computed'],
      ['first_response', 'met', 'reported'],
    ]);
  });

  test('of snapshots are the last one told', () => {
    const made = { sla_metric: 'resolution', sla_outcome: 'met' };
    const facts = foldStory([
      [start, { ...told.created, ...made }],
      [start + hour, made],
      [start + 2 * hour, { ...made, sla_outcome: 'breached' }],
      [start + 3 * hour, { ...told.solved, ...made, sla_outcome: 'breached' }],
    ]);
    expect(facts.slas).toMatchObject([{ metric: 'resolution', outcome: 'breached', ended_at: start + 2 * hour, provenance: 'reported' }]);
  });

  test('of next responses are one each', () => {
    const next = { kind: 'sla', sla_metric: 'next_response' };
    const facts = foldStory([
      [start, told.created],
      [start + hour, { ...next, sla_outcome: 'active' }],
      [start + 2 * hour, { ...next, sla_outcome: 'met' }],
      [start + 3 * hour, { ...next, sla_outcome: 'met' }],
    ]);
    expect(facts.slas.map((sla) => [sla.outcome, sla.ended_at])).toEqual([
      ['met', start + 2 * hour],
      ['met', start + 3 * hour],
    ]);
  });
});
