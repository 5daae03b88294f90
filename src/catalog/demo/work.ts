import { replyAt } from './overtime.ts';
import { type QuantileTable, quantileAt } from './quantile-table.ts';
import { type Agent, leftAt } from './setup/agents.ts';
import { agentActor, customerActor, pickAgent, type Solve, type Story, say } from './story.ts';
import { automation } from './ticket-log.ts';
import { afterWorkingHours } from './working-hours.ts';

const noteShare = 0.12;
const transferShare = 0.09;
/** Work of more hours than this takes a second exchange of messages. */
const longWorkHours = 6;

/** Answers to a customer who wrote again. */
const nextReplyHours: QuantileTable = [
  [0, 0.1],
  [0.5, 2.2],
  [0.95, 7.9],
  [1, 16],
];

/** An agent takes the ticket. */
export function assign({ log, draft }: Story, agent: Agent, at: number, by = agentActor(agent)): void {
  log.event('update', at, by, {
    status: 'open',
    assignee_id: agent.id,
    team_id: draft.team,
    is_complaint: draft.isComplaint ? true : null,
  });
}

/** The first reply of a person: it solves the ticket, or asks something and the work goes on. */
export function replyAndWork(story: Story, agent: Agent, at: number): Solve {
  const { conduct, random } = story;
  if (random.chance(conduct.solvedAtFirstReply)) return answer(story, agent, at);
  return work(story, agent, at);
}

/** Somebody who is still employed at an instant: the agent, or a colleague who takes over on the day the agent leaves. */
export function present({ log, draft, random }: Story, agent: Agent, at: number): Agent {
  const left = leftAt(agent);
  if (left === null || at < left) return agent;
  const colleague = pickAgent(draft, at, random);
  log.event('update', left, automation, { assignee_id: colleague.id });
  return colleague;
}

/** Work on the ticket from a public question of the agent until the solve. */
export function work(story: Story, agent: Agent, from: number): Solve {
  const { log, draft, conduct, random } = story;
  ask(story, agent, from);
  const hours = quantileAt(conduct.workHours, random.next()) * conduct.workFactor;
  if (random.chance(noteShare))
    log.message(
      after(hours * 0.02),
      agentActor(agent),
      say(story, (book) => book.note),
      false,
    );
  const busy = hours > longWorkHours ? exchange(hours * random.between(0.05, 0.25), hours * 0.4) : agent;
  const lastReplyHours = Math.min(replyHours(), hours * 0.5);
  const writtenAt = after(hours - lastReplyHours);
  customerWrites(story, writtenAt);
  const solvedAt = replyAt(story, after(hours));
  return answer(story, transfer(present(story, busy, solvedAt), writtenAt), solvedAt);

  function after(passed: number): number {
    return afterWorkingHours(draft.desk, from, passed);
  }
  function replyHours(): number {
    return quantileAt(nextReplyHours, random.next());
  }
  function exchange(askedAfter: number, until: number): Agent {
    const writtenAt = after(askedAfter);
    customerWrites(story, writtenAt);
    const askedAt = replyAt(story, after(Math.min(askedAfter + replyHours(), Math.max(until, askedAfter + 0.1))));
    const asking = present(story, agent, askedAt);
    ask(story, asking, askedAt);
    return asking;
  }
  function transfer(from: Agent, at: number): Agent {
    if (!random.chance(transferShare)) return from;
    const next = pickAgent(draft, at, random);
    log.event('update', at, agentActor(from), { assignee_id: next.id });
    return next;
  }
}

/** The reply that solves the ticket. */
export function answer(story: Story, agent: Agent, at: number): Solve {
  const { log, draft } = story;
  log.message(
    at,
    agentActor(agent),
    say(story, (book) => book.agentAnswer[draft.category], agent),
  );
  log.event('update', at, agentActor(agent), { status: 'solved' });
  return { at, handler: agent };
}

/** The customer writes again and the ticket is open. */
function customerWrites(story: Story, at: number): void {
  const { log, draft } = story;
  log.message(
    at,
    customerActor(draft),
    say(story, (book) => book.details),
  );
  log.event('update', at, customerActor(draft), { status: 'open' });
}

function ask(story: Story, agent: Agent, at: number): void {
  story.log.message(
    at,
    agentActor(agent),
    say(story, (book) => book.agentQuestion, agent),
  );
  story.log.event('update', at, agentActor(agent), { status: 'pending' });
}
