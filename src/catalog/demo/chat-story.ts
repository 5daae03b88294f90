import { open } from './opening.ts';
import { type QuantileTable, quantileAt } from './quantile-table.ts';
import { botId } from './setup/agents.ts';
import { minuteMs } from './span-of-data.ts';
import { agentActor, bot, customerActor, pickAgent, type Solve, type Story, say, takenBy } from './story.ts';
import { type Actor, automation } from './ticket-log.ts';
import { answer, assign, work } from './work.ts';
import { afterWorkingHours, isOpen } from './working-hours.ts';

const chatMinutes: QuantileTable = [
  [0, 3],
  [0.5, 13],
  [1, 70],
];

/** Nobody takes a chat when the desk closes sooner than that. */
const attendedForMs = 4 * minuteMs;

/** Chats that wait for the morning are taken one after another. */
const morningQueueHours = 0.6;

/** A chat or message: the bot answers first and solves it, or hands it to a person of the team as soon as somebody is there. */
export function chatStory(story: Story): Solve {
  const { draft, conduct, random } = story;
  open(story, '');
  if (!conduct.isBotThere) return taken(story, draft.createdAt + 5000, automation);
  const answeredAt = draft.createdAt + quantileAt(conduct.botResponseSeconds, random.next()) * 1000;
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
  const { log, draft, random } = story;
  const askedAt = botAnswerAt + random.between(0.3, 2) * minuteMs;
  log.message(
    askedAt,
    customerActor(draft),
    say(story, (book) => book.toPerson),
  );
  const passedAt = askedAt + 5000;
  const isAttended = isOpen(draft.desk, passedAt + attendedForMs);
  log.message(
    passedAt,
    bot,
    say(story, (book) => (isAttended ? book.botHandOff : book.botClosed)),
  );
  return taken(story, passedAt, bot);
}

/** A person of the team takes the chat as soon as somebody is there. */
function taken(story: Story, passedAt: number, by: Actor): Solve {
  const { draft, random } = story;
  const isAttended = isOpen(draft.desk, passedAt + attendedForMs);
  const takenAt = isAttended ? passedAt : afterWorkingHours(draft.desk, passedAt, random.between(0.01, morningQueueHours));
  const agent = pickAgent(draft, takenAt, random);
  assign(story, agent, takenAt, by);
  const told = takenBy(story, agent, takenAt);
  const waitSeconds = quantileAt(told.conduct.chatResponseSeconds, random.next()) * Math.sqrt(told.conduct.responseFactor);
  return talk(told, agent, takenAt + waitSeconds * 1000);
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
