import { afterSolve } from './after-solve.ts';
import { chatStory } from './chat-story.ts';
import { type Arrival, Comebacks } from './comebacks.ts';
import { type Conduct, usualConduct } from './conduct.ts';
import { type Contact, ContactPool } from './contact-pool.ts';
import { CustomerRegister, customerRow } from './customer-row.ts';
import type { OpenBatch } from './demo-batch.ts';
import type { DemoOptions } from './demo-options.ts';
import { isConversation } from './desk.ts';
import { Evenly } from './evenly.ts';
import type { Ledger } from './ledger.ts';
import { mergedStory, spamStory, testStory } from './odd-story.ts';
import { Random } from './random.ts';
import { reviewStory } from './review-story.ts';
import type { Solve, Story } from './story.ts';
import { surveyStory } from './survey-story.ts';
import type { TicketDraft } from './ticket-draft.ts';
import { TicketLog } from './ticket-log.ts';
import { truths } from './truths/index.ts';
import { writtenStory } from './written-story.ts';

/** Tells tickets one after another and remembers what later ones need: who has written before, and which matters may come back. */
export class Teller {
  readonly #seed: number;
  readonly #ledger: Ledger;
  readonly #contacts = new ContactPool();
  /** Who will come back from the bot. */
  readonly comebacks = new Comebacks();
  readonly #comingBack = new Evenly();
  readonly #customers: CustomerRegister;

  constructor(options: DemoOptions, ledger: Ledger) {
    this.#seed = options.seed;
    this.#ledger = ledger;
    this.#customers = new CustomerRegister(options.tickets);
  }

  /** Writes all rows of one ticket. */
  tell(ticketId: string, arrival: Arrival, batch: OpenBatch): void {
    const random = new Random(this.#seed, 3, arrival.draft.seed);
    if (arrival.draft.oddity === null) this.#tellUsual(ticketId, arrival, random, batch);
    else this.#tellOdd(ticketId, arrival.draft, random, batch);
  }

  #tellUsual(ticketId: string, { draft, follows }: Arrival, random: Random, batch: OpenBatch): void {
    const previous = follows ?? this.#followUp(draft, random);
    const told = marked(previous ? continued(draft, previous) : draft, random);
    const conduct = conductOf(told);
    const isReturn = previous !== null;
    const story: Story = { log: new TicketLog(ticketId, told, batch), draft: told, conduct, random, isReturn };
    const solve = isConversation(told.channel) ? chatStory(story) : writtenStory(story);
    const outcome = afterSolve(story, solve);
    surveyStory(story, outcome, batch);
    reviewStory(story, outcome.firstSolve, this.#seed, batch);
    this.#remember({ ticketId, draft: told, lastSolvedAt: outcome.lastSolvedAt, isReopened: outcome.isReopened, isReturn }, solve, story);
    this.#greet(told, batch);
    this.#ledger.note(ticketId, told);
    batch.tickets++;
  }

  #followUp(draft: TicketDraft, random: Random): Contact | null {
    return draft.truth === 0 ? this.#contacts.followUp(draft, conductOf(draft).returning, random) : null;
  }

  /** Customers of the bot come back to a person or not at all; the others may be followed up by a later ticket. */
  #remember(contact: Contact, solve: Solve, { conduct, random }: Story): void {
    if (solve.handler) this.#contacts.add(contact);
    else if (this.#comingBack.takes(conduct.comesBackFromBot)) this.comebacks.add(contact, solve.at, random);
  }

  #greet({ desk, customer, createdAt }: TicketDraft, batch: OpenBatch): void {
    if (this.#customers.isNew(desk, customer.number)) batch.customers.push(customerRow(customer, desk.language, createdAt, batch.importId));
  }

  #tellOdd(ticketId: string, draft: TicketDraft, random: Random, batch: OpenBatch): void {
    const into = draft.oddity === 'merged' ? this.#contacts.findOfLastDays(draft, random) : null;
    const told = into ? continued(draft, into) : draft;
    const story: Story = { log: new TicketLog(ticketId, told, batch), draft: told, conduct: conductOf(draft), random, isReturn: false };
    if (draft.oddity === 'spam') spamStory(story);
    if (draft.oddity === 'test') testStory(story);
    if (into) mergedStory(story, into.ticketId);
  }
}

function conductOf(draft: TicketDraft): Conduct {
  return truths.reduce((conduct, truth) => truth.conduct?.(draft, conduct) ?? conduct, usualConduct(draft));
}

function marked(draft: TicketDraft, random: Random): TicketDraft {
  return truths.reduce((told, truth) => truth.mark?.(told, random) ?? told, draft);
}

/** The same person about the same thing. */
function continued(draft: TicketDraft, { draft: before }: Contact): TicketDraft {
  const { customer, product, carrier, place, order } = before;
  return { ...draft, customer, product, carrier, place, order, openings: before.openings };
}
