import { epochDayOf } from '../../core/time/calendar-day.ts';
import { instantOfLocal } from '../../core/time/zone.ts';
import { afterSolve } from './after-solve.ts';
import { arrivals } from './arrivals.ts';
import { chatStory } from './chat-story.ts';
import { type Conduct, usualConduct } from './conduct.ts';
import { type Contact, ContactPool } from './contact-pool.ts';
import { desks, isConversation, londonDesk } from './desk.ts';
import { Ledger, type LedgerEntry } from './ledger.ts';
import { mergedStory, spamStory, testStory } from './odd-story.ts';
import { Random } from './random.ts';
import { type DemoSetup, demoSetup } from './setup/demo-setup.ts';
import { demoSource } from './setup/source-columns.ts';
import { dayMs, firstDay, lastDay } from './span-of-data.ts';
import type { Story } from './story.ts';
import { type Invitation, type Response, surveyStory } from './survey-story.ts';
import type { TicketDraft } from './ticket-draft.ts';
import { type Message, type TicketEvent, TicketLog } from './ticket-log.ts';
import { truths } from './truths/index.ts';
import { writtenStory } from './written-story.ts';

/** Size, seed and end of a demo company. */
export interface DemoOptions {
  /** Tickets that count, in the mean; 200,000 is the reference size. */
  readonly tickets: number;
  readonly seed: number;
  /** Nothing at or after this instant is written; the end of 31 October 2026 in London when absent. */
  readonly until?: number;
  /** The import that every row is marked with. */
  readonly importId?: string;
}

/** Rows of tickets that follow one another in order of creation. */
export interface DemoBatch {
  /** Tickets that count. */
  readonly tickets: number;
  readonly events: TicketEvent[];
  readonly messages: Message[];
  readonly invitations: Invitation[];
  readonly responses: Response[];
}

/** A sample company of two years: the same options give the same rows. */
export interface DemoCompany {
  readonly setup: DemoSetup;
  /** Tickets in order of creation, some 2,000 a batch. Each call starts anew. */
  batches(): Generator<DemoBatch>;
  /** What the last run of `batches` planted so far. */
  truths(): LedgerEntry[];
}

const batchTickets = 2000;

/** Lumen & Oak: two years of tickets, messages and surveys, with truths planted that must be found. */
export function demoCompany(options: DemoOptions): DemoCompany {
  let ledger = new Ledger();
  return {
    setup: demoSetup(options.importId),
    *batches() {
      ledger = new Ledger();
      yield* batches(options, ledger);
    },
    truths: () => ledger.entries(),
  };
}

interface Batch extends DemoBatch {
  tickets: number;
  readonly until: number;
  readonly importId: string;
}

function* batches(options: DemoOptions, ledger: Ledger): Generator<DemoBatch> {
  const until = options.until ?? instantOfLocal(londonDesk.zone, (epochDayOf(lastDay) + 1) * dayMs);
  const emptyBatch = (): Batch => ({
    tickets: 0,
    events: [],
    messages: [],
    invitations: [],
    responses: [],
    until,
    importId: options.importId ?? '',
  });
  const pool = new ContactPool();
  let batch = emptyBatch();
  let number = 0;
  for (const draft of drafts(options, until)) {
    number++;
    tell(options.seed, `${demoSource}:${number}`, draft, pool, batch, ledger);
    if (batch.tickets < batchTickets) continue;
    yield batch;
    batch = emptyBatch();
  }
  if (batch.tickets > 0) yield batch;
}

/** Tickets of all desks in order of time: those are ready that lie before the earliest start of the next local day. */
function* drafts(options: DemoOptions, until: number): Generator<TicketDraft> {
  const first = epochDayOf(firstDay);
  const from = instantOfLocal(londonDesk.zone, first * dayMs);
  let waiting: TicketDraft[] = [];
  for (let day = first; day <= epochDayOf(lastDay) + 1; day++) {
    const drawn = desks.flatMap((desk) => arrivals(options, desk, day));
    const inSpan = drawn.filter((draft) => draft.createdAt >= from && draft.createdAt < until);
    waiting = [...waiting, ...inSpan].sort((a, b) => a.createdAt - b.createdAt || a.seed - b.seed);
    const readyUntil = Math.min(...desks.map((desk) => instantOfLocal(desk.zone, (day + 1) * dayMs)));
    const ready = waiting.findIndex((draft) => draft.createdAt >= readyUntil);
    yield* waiting.splice(0, ready < 0 ? waiting.length : ready);
  }
  yield* waiting;
}

function tell(seed: number, ticketId: string, draft: TicketDraft, pool: ContactPool, batch: Batch, ledger: Ledger): void {
  const random = new Random(seed, 3, draft.seed);
  if (draft.oddity !== null) {
    tellOdd(ticketId, draft, pool, batch, random);
    return;
  }
  const usual = conductOf(draft);
  const previous = draft.truth === 0 ? pool.followUp(draft, usual.returning, random) : null;
  const told = previous ? continued(draft, previous) : draft;
  const story: Story = { log: new TicketLog(ticketId, told, batch), draft: told, conduct: usual, random, isReturn: previous !== null };
  const solve = isConversation(told.channel) ? chatStory(story) : writtenStory(story);
  const outcome = afterSolve(story, solve);
  surveyStory(story, outcome, batch);
  pool.add({ ticketId, draft: told, lastSolvedAt: outcome.lastSolvedAt, isReopened: outcome.isReopened, isReturn: story.isReturn });
  ledger.note(ticketId, told);
  batch.tickets++;
}

function tellOdd(ticketId: string, draft: TicketDraft, pool: ContactPool, batch: Batch, random: Random): void {
  const conduct = conductOf(draft);
  const into = draft.oddity === 'merged' ? pool.findOfLastDay(draft, random) : null;
  const told = into ? continued(draft, into) : draft;
  const story: Story = { log: new TicketLog(ticketId, told, batch), draft: told, conduct, random, isReturn: false };
  if (draft.oddity === 'spam') spamStory(story);
  if (draft.oddity === 'test') testStory(story);
  if (into) mergedStory(story, into.ticketId);
}

function conductOf(draft: TicketDraft): Conduct {
  return truths.reduce((conduct, truth) => truth.conduct?.(draft, conduct) ?? conduct, usualConduct(draft));
}

/** The same person about the same thing. */
function continued(draft: TicketDraft, { draft: before }: Contact): TicketDraft {
  const { customer, product, carrier, place, order } = before;
  return { ...draft, customer, product, carrier, place, order, openings: before.openings };
}
