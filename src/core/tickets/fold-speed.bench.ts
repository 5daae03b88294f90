import { compileSchedule } from '../time/schedule.ts';
import type { WorkingClock } from '../time/working-time.ts';
import type { FoldContext, SlaPolicy } from './fold-context.ts';
import { foldTicket } from './fold-ticket.ts';
import type { TicketEvent } from './ticket-event.ts';
import { tellStory, told } from './ticket-story.ts';

const minute = 60_000;
const startMs = Date.UTC(2025, 0, 6);
const untilMs = Date.UTC(2027, 0, 1);

const policies: SlaPolicy[] = [
  {
    id: 'mail',
    position: 1,
    version: 1,
    valid_from: 0,
    valid_until: null,
    channels: [{ value: 'email' }],
    teams: [],
    categories: [],
    targets: [
      { metric: 'first_response', priority: '', target_ms: 240 * minute, clock: 'business' },
      { metric: 'next_response', priority: '', target_ms: 480 * minute, clock: 'business' },
      { metric: 'resolution', priority: 'urgent', target_ms: 480 * minute, clock: 'business' },
      { metric: 'resolution', priority: '', target_ms: 1440 * minute, clock: 'business' },
    ],
  },
];

function officeClock(): WorkingClock {
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from_minute: 480, to_minute: 1200 }));
  const clock = compileSchedule([{ zone: 'Europe/London', valid_from: 0, version: 1, hours, holidays: [] }], startMs, untilMs);
  if (!clock) throw new Error('the schedule never opens');
  return clock;
}

/** A ticket of eight events: opened, assigned, answered, asked again, answered, solved; every tenth is reopened in place of a hold. */
function generateTicket(index: number): TicketEvent[] {
  const at = startMs + (index % 500_000) * 2 * minute;
  const agent = { actor_id: `demo:agent-${index % 24}` };
  return tellStory(
    [
      [at, { ...told.created, channel: 'email', priority: index % 20 === 0 ? 'urgent' : 'normal', category: 'shipping' }],
      [at, told.question],
      [at + 3 * minute, { team_id: `demo:team-${index % 5}`, assignee_id: agent.actor_id, status: 'open' }],
      [at + 95 * minute, { ...told.reply, ...agent, status: 'pending' }],
      [at + 300 * minute, { ...told.question, status: 'open' }],
      [at + 420 * minute, { ...told.reply, ...agent }],
      [at + 421 * minute, told.solved],
      [at + 1500 * minute, index % 10 === 0 ? { ...told.question, status: 'open' } : told.closed],
    ],
    `demo:${index}`,
  );
}

/** Events folded per second on one thread: tickets of eight events, two clocks, four targets. */
export function measureFold(tickets: number): number {
  const context: FoldContext = {
    clocks: new Map([['office', officeClock()]]),
    defaultScheduleId: 'office',
    teamSchedules: new Map(),
    policies,
    now: untilMs,
  };
  const batch = Array.from({ length: Math.min(tickets, 2_000) }, (_, index) => generateTicket(index));
  let events = 0;
  let checksum = 0;
  const start = performance.now();
  for (let done = 0; done < tickets; done++) {
    const story = batch[done % batch.length] ?? [];
    checksum += foldTicket(story, context).replies.length;
    events += story.length;
  }
  const seconds = (performance.now() - start) / 1000;
  if (checksum < tickets) throw new Error('a generated ticket has no reply');
  return events / seconds;
}
