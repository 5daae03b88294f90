import { epochDayOf } from '../../core/time/calendar-day.ts';
import { instantOfLocal } from '../../core/time/zone.ts';
import { arrivals } from './arrivals.ts';
import type { Arrival, Comebacks } from './comebacks.ts';
import type { DemoBatch, OpenBatch } from './demo-batch.ts';
import type { DemoOptions } from './demo-options.ts';
import { desks, londonDesk } from './desk.ts';
import { Ledger, type LedgerEntry } from './ledger.ts';
import { type DemoSetup, demoSetup } from './setup/demo-setup.ts';
import { sourceOf } from './setup/source-columns.ts';
import { dayMs, firstDay, lastDay } from './span-of-data.ts';
import { Teller } from './teller.ts';
import type { TicketDraft } from './ticket-draft.ts';

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

function* batches(options: DemoOptions, ledger: Ledger): Generator<DemoBatch> {
  const until = options.until ?? instantOfLocal(londonDesk.zone, (epochDayOf(lastDay) + 1) * dayMs);
  const emptyBatch = (): OpenBatch => ({
    tickets: 0,
    customers: [],
    events: [],
    messages: [],
    invitations: [],
    responses: [],
    until,
    importId: options.importId ?? '',
  });
  const teller = new Teller(options, ledger);
  let batch = emptyBatch();
  let number = 0;
  for (const arrival of merged(drafts(options, until), teller.comebacks, until)) {
    number++;
    teller.tell(`${sourceOf(arrival.draft.channel)}:${number}`, arrival, batch);
    if (batch.tickets < batchTickets) continue;
    yield batch;
    batch = emptyBatch();
  }
  if (batch.tickets > 0) yield batch;
}

/** The drafts and, between them, the customers who come back. */
function* merged(drafts: Iterable<TicketDraft>, comebacks: Comebacks, until: number): Generator<Arrival> {
  for (const draft of drafts) {
    yield* comebacks.before(draft.createdAt);
    yield { draft, follows: null };
  }
  yield* comebacks.before(until);
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
