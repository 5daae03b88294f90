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

/** The midnight after the last day of the data in London. */
export const endOfData = instantOfLocal(londonDesk.zone, (epochDayOf(lastDay) + 1) * dayMs);

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

function emptyBatch(until: number, importId = ''): OpenBatch {
  return { tickets: 0, customers: [], events: [], messages: [], invitations: [], responses: [], reviews: [], until, importId };
}

function* batches(options: DemoOptions, ledger: Ledger): Generator<DemoBatch> {
  const until = options.until ?? endOfData;
  let batch = emptyBatch(until, options.importId);
  for (const _ of told(options, until, ledger, () => batch)) {
    if (batch.tickets < batchTickets) continue;
    yield batch;
    batch = emptyBatch(until, options.importId);
  }
  if (batch.tickets > 0) yield batch;
}

/** A ticket with all its rows, those of the days to come as well. */
export interface ToldTicket {
  readonly createdAt: number;
  readonly rows: DemoBatch;
}

/** The tickets of the same company one after another, and on after the end of the data without an end. */
export function* endlessTickets(options: Omit<DemoOptions, 'until'>): Generator<ToldTicket, never> {
  let rows = emptyBatch(Number.POSITIVE_INFINITY, options.importId);
  for (const { createdAt } of told(options, Number.POSITIVE_INFINITY, new Ledger(), () => rows)) {
    yield { createdAt, rows };
    rows = emptyBatch(Number.POSITIVE_INFINITY, options.importId);
  }
  throw new RangeError('the company has come to an end');
}

/** Tells every ticket into the batch of its turn; each feed counts its own, those that it loses among them. */
function* told(options: DemoOptions, until: number, ledger: Ledger, batchOfTurn: () => OpenBatch): Generator<TicketDraft> {
  const teller = new Teller(options, ledger);
  const numbers = new Map<string, number>();
  for (const arrival of merged(drafts(options, until), teller.comebacks, until)) {
    const source = sourceOf(arrival.draft.channel);
    const number = (numbers.get(source) ?? 0) + 1;
    numbers.set(source, number);
    if (arrival.draft.isLost) continue;
    teller.tell(`${source}:${number}`, arrival, batchOfTurn());
    yield arrival.draft;
  }
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
  for (let day = first; day * dayMs <= until + dayMs; day++) {
    const drawn = desks.flatMap((desk) => arrivals(options, desk, day));
    const inSpan = drawn.filter((draft) => draft.createdAt >= from && draft.createdAt < until);
    waiting = [...waiting, ...inSpan].sort((a, b) => a.createdAt - b.createdAt || a.seed - b.seed);
    const readyUntil = Math.min(...desks.map((desk) => instantOfLocal(desk.zone, (day + 1) * dayMs)));
    const ready = waiting.findIndex((draft) => draft.createdAt >= readyUntil);
    yield* waiting.splice(0, ready < 0 ? waiting.length : ready);
  }
  yield* waiting;
}
