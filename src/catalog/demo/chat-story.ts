import { open } from './opening.ts';
import { type QuantileTable, quantileAt } from './quantile-table.ts';
import { botId } from './setup/agents.ts';
import { minuteMs } from './span-of-data.ts';
import { agentActor, bot, customerActor, pickAgent, type Solve, type Story, say } from './story.ts';
import { answer, assign, work } from './work.ts';
import { afterWorkingHours, isOpen } from './working-hours.ts';

const botResponseSeconds: QuantileTable = [
  [0, 12],
  [0.5, 40],
  [0.95, 70],
  [1, 110],
];

const chatMinutes: QuantileTable = [
  [0, 3],
  [0.5, 13],
  [1, 70],
];

/** Chats that wait for the morning are taken one after another. */
const morningQueueHours = 0.6;

/** A chat or message: the bot answers first and solves it, or hands it to a person of the team as soon as somebody is there. */
export function chatStory(story: Story): Solve {
  const { draft, conduct, random } = story;
  open(story, '');
  const answeredAt = draft.createdAt + quantileAt(botResponseSeconds, random.next()) * 1000;
  story.log.message(
    answeredAt,
    bot,
    say(story, (book) => book.botGreeting),
  );
  const detailsAt = answeredAt + random.between(0.2, 1.5) * minuteMs;
  story.log.message(
    detailsAt,
    customerActor(draft),
    say(story, (book) => book.chatDetails),
  );
  const botAnswerAt = detailsAt + random.between(0.1, 0.5) * minuteMs;
  story.log.message(
    botAnswerAt,
    bot,
    say(story, (book) => book.botAnswer[draft.category]),
  );
  return random.chance(conduct.botAlone) ? solveByBot(story, botAnswerAt) : handOff(story, botAnswerAt);
}

function solveByBot({ log, random }: Story, botAnswerAt: number): Solve {
  const at = botAnswerAt + random.between(2, 10) * minuteMs;
  log.event('update', at, bot, { status: 'solved', assignee_id: botId });
  return { at, handler: null };
}

function handOff(story: Story, botAnswerAt: number): Solve {
  const { log, draft, conduct, random } = story;
  const askedAt = botAnswerAt + random.between(0.3, 2) * minuteMs;
  log.message(
    askedAt,
    customerActor(draft),
    say(story, (book) => book.toPerson),
  );
  const isAttended = isOpen(draft.desk, askedAt + 4 * minuteMs);
  const passedAt = askedAt + 5000;
  log.message(
    passedAt,
    bot,
    say(story, (book) => (isAttended ? book.botHandOff : book.botClosed)),
  );
  const takenAt = isAttended ? passedAt : afterWorkingHours(draft.desk, passedAt, random.between(0.01, morningQueueHours));
  const agent = pickAgent(draft.team, takenAt, random);
  assign(story, agent, takenAt, bot);
  const waitSeconds = quantileAt(conduct.chatResponseSeconds, random.next()) * Math.sqrt(conduct.responseFactor);
  return talk(story, agent, takenAt + waitSeconds * 1000);
}

function talk(story: Story, agent: ReturnType<typeof pickAgent>, at: number): Solve {
  const { log, draft, conduct, random } = story;
  log.message(
    at,
    agentActor(agent),
    say(story, (book) => book.agentChat, agent),
  );
  const minutes = quantileAt(chatMinutes, random.next());
  log.message(
    at + minutes * 0.4 * minuteMs,
    customerActor(draft),
    say(story, (book) => book.chatDetails),
  );
  const endsAt = at + minutes * minuteMs;
  return random.chance(conduct.solvedAtFirstReply) ? answer(story, agent, endsAt) : work(story, agent, endsAt);
}
