import { replyAt } from './overtime.ts';
import { type QuantileTable, quantileAt } from './quantile-table.ts';
import type { Agent } from './setup/agents.ts';
import { dayMs, hourMs, minuteMs } from './span-of-data.ts';
import { agentActor, bot, customerActor, pickAgent, type Solve, type Story, say, takenBy } from './story.ts';
import { automation } from './ticket-log.ts';
import { answer, present } from './work.ts';
import { afterWorkingHours } from './working-hours.ts';

const closingDays = 4;
const reassignedShare = 0.03;

/** From the reopening to the next solve, in working hours of London. */
const secondWorkHours: QuantileTable = [
  [0, 0.3],
  [0.5, 4],
  [0.9, 14],
  [1, 40],
];

/** What became of a ticket. */
export interface Outcome {
  readonly firstSolve: Solve;
  readonly lastSolvedAt: number;
  readonly isReopened: boolean;
}

/** What happens after the first solve: it is reopened, thanked for or left alone, and closed after four days. */
export function afterSolve(story: Story, solve: Solve): Outcome {
  const { log, random, isReturn } = story;
  const { conduct } = solve.handler ? takenBy(story, solve.handler, solve.at) : story;
  const isReopened = solve.handler !== null && random.chance(isReturn ? conduct.reopenedAfterReturn : conduct.reopened);
  const isThanked = !isReopened && random.chance(conduct.thanked);
  const lastSolvedAt = solve.handler && isReopened ? reopen(story, solve, solve.handler) : solve.at;
  const quietFrom = isThanked ? thank(story, solve) : lastSolvedAt;
  if (!isReopened && !isThanked && solve.handler && random.chance(reassignedShare)) reassign(story, solve);
  log.event('update', quietFrom + closingDays * dayMs, automation, { status: 'closed' });
  return { firstSolve: solve, lastSolvedAt, isReopened };
}

function reopen(story: Story, solve: Solve, handler: Agent): number {
  const { log, draft, random } = story;
  const at = solve.at + random.between(3, 80) * hourMs;
  log.message(
    at,
    customerActor(draft),
    say(story, (book) => book.reopening),
  );
  log.event('update', at, customerActor(draft), { status: 'open' });
  const hours = quantileAt(secondWorkHours, random.next()) * draft.desk.openingFactor;
  const solvedAt = replyAt(story, afterWorkingHours(draft.desk, at, hours));
  return answer(story, present(story, handler, solvedAt), solvedAt).at;
}

function thank(story: Story, solve: Solve): number {
  const { log, draft, random } = story;
  const at = solve.at + random.between(5 * minuteMs, 20 * hourMs);
  log.message(
    at,
    customerActor(draft),
    say(story, (book) => book.thanks),
  );
  log.event('update', at, customerActor(draft), { status: 'open' });
  const solvedAt = afterWorkingHours(draft.desk, at, random.between(0.2, 3));
  log.event('update', solvedAt, solve.handler ? agentActor(solve.handler) : bot, { status: 'solved' });
  return solvedAt;
}

function reassign({ log, draft, random }: Story, solve: Solve): void {
  const at = solve.at + random.between(1, 30) * hourMs;
  log.event('update', at, automation, { assignee_id: pickAgent(draft, at, random).id });
}
