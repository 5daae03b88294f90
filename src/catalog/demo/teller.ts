import { afterSolve } from './after-solve.ts';
import { chatStory } from './chat-story.ts';
import { type Conduct, usualConduct } from './conduct.ts';
import { type Contact, ContactPool } from './contact-pool.ts';
import { CustomerRegister, customerRow } from './customer-row.ts';
import type { OpenBatch } from './demo-batch.ts';
import type { DemoOptions } from './demo-options.ts';
import { isConversation } from './desk.ts';
import type { Ledger } from './ledger.ts';
import { mergedStory, spamStory, testStory } from './odd-story.ts';
import { Random } from './random.ts';
import type { Story } from './story.ts';
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
  readonly #customers: CustomerRegister;

  constructor(options: DemoOptions, ledger: Ledger) {
    this.#seed = options.seed;
    this.#ledger = ledger;
    this.#customers = new CustomerRegister(options.tickets);
  }

  /** Writes all rows of one ticket. */
  tell(ticketId: string, draft: TicketDraft, batch: OpenBatch): void {
    const random = new Random(this.#seed, 3, draft.seed);
    if (draft.oddity === null) this.#tellUsual(ticketId, draft, random, batch);
    else this.#tellOdd(ticketId, draft, random, batch);
  }

  #tellUsual(ticketId: string, draft: TicketDraft, random: Random, batch: OpenBatch): void {
    const conduct = conductOf(draft);
    const previous = draft.truth === 0 ? this.#contacts.followUp(draft, conduct.returning, random) : null;
    const told = previous ? continued(draft, previous) : draft;
    const isReturn = previous !== null;
    const story: Story = { log: new TicketLog(ticketId, told, batch), draft: told, conduct, random, isReturn };
    const solve = isConversation(told.channel) ? chatStory(story) : writtenStory(story);
    const outcome = afterSolve(story, solve);
    surveyStory(story, outcome, batch);
    this.#contacts.add({ ticketId, draft: told, lastSolvedAt: outcome.lastSolvedAt, isReopened: outcome.isReopened, isReturn });
    this.#greet(told, batch);
    this.#ledger.note(ticketId, told);
    batch.tickets++;
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

/** The same person about the same thing. */
function continued(draft: TicketDraft, { draft: before }: Contact): TicketDraft {
  const { customer, product, carrier, place, order } = before;
  return { ...draft, customer, product, carrier, place, order, openings: before.openings };
}
