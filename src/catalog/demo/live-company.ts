import type { DemoBatch } from './demo-batch.ts';
import { endlessTickets, type ToldTicket } from './demo-company.ts';
import type { DemoOptions } from './demo-options.ts';
import type { Invitation } from './survey-story.ts';

type Tables = Pick<DemoBatch, 'customers' | 'events' | 'messages' | 'invitations' | 'responses' | 'reviews'>;
type Table = keyof Tables;

const tables: readonly Table[] = ['customers', 'events', 'messages', 'invitations', 'responses', 'reviews'];

/** The company after the end of its data: the rows of any minute, the same for the same options, in instants of the company. */
export class LiveCompany {
  readonly #tickets: Generator<ToldTicket, never>;
  readonly #fromMs: number;
  #next: ToldTicket;
  #waiting: Tables = { customers: [], events: [], messages: [], invitations: [], responses: [], reviews: [] };

  /** Rows before `fromMs` are there already. */
  constructor(options: Omit<DemoOptions, 'until'>, fromMs: number) {
    this.#tickets = endlessTickets(options);
    this.#fromMs = fromMs;
    this.#next = this.#tickets.next().value;
  }

  /** Tells the tickets that are created before an instant, in pieces of some milliseconds: the first time these are two years and more. */
  *tell(untilMs: number): Generator<void> {
    for (let count = 1; this.#next.createdAt < untilMs; count++) {
      for (const table of tables) this.#keep(table, this.#next.rows);
      this.#next = this.#tickets.next().value;
      if (count % 100 === 0) yield;
    }
  }

  /** Takes out what is told and falls due before an instant; the version of each row is its instant. */
  due(untilMs: number): Tables {
    const due = this.#select((version) => version < untilMs);
    this.#waiting = this.#select((version) => version >= untilMs);
    return due;
  }

  #select(isWanted: (version: number) => boolean): Tables {
    const of = <R extends { version: number }>(rows: readonly R[]) => rows.filter(({ version }) => isWanted(version));
    const { customers, events, messages, invitations, responses, reviews } = this.#waiting;
    return {
      customers: of(customers),
      events: of(events),
      messages: of(messages),
      invitations: of(invitations),
      responses: of(responses),
      reviews: of(reviews),
    };
  }

  #keep(table: Table, told: Tables): void {
    const rows: readonly { version: number }[] = table === 'invitations' ? told.invitations.flatMap(stages) : told[table];
    const waiting = this.#waiting[table] as { version: number }[];
    for (const row of rows) if (row.version >= this.#fromMs) waiting.push(row);
  }
}

/** An invitation as it stands when it is sent and whenever it gets further. */
function stages(invitation: Invitation): Invitation[] {
  const { sent_at, delivered_at, opened_at, started_at, answered_at } = invitation;
  const steps = [...new Set([sent_at, delivered_at, opened_at, started_at, answered_at])].filter((step) => step !== null);
  return steps.map((now) => {
    const reached = (at: number | null) => (at !== null && at <= now ? at : null);
    return {
      ...invitation,
      version: now,
      delivered_at: reached(delivered_at),
      opened_at: reached(opened_at),
      started_at: reached(started_at),
      answered_at: reached(answered_at),
    };
  });
}
