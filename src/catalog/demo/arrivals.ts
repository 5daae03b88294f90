import { instantOfLocal } from '../../core/time/zone.ts';
import { type Customer, customerCount, customerOf, spammerOf, testerOf } from './customer.ts';
import { categories, channels, type Desk, teamOf } from './desk.ts';
import { Evenly } from './evenly.ts';
import { chatHours, writingHours } from './hour-profile.ts';
import { carriersOf } from './place.ts';
import { productsOn } from './product.ts';
import { Random } from './random.ts';
import { dayMs, hourMs, spanDays } from './span-of-data.ts';
import type { Oddity, Priority, TicketDraft } from './ticket-draft.ts';
import { truths } from './truths/index.ts';
import type { Truth } from './truths/truth.ts';
import { draw, weighted } from './weighted.ts';

const priorities = weighted<Priority>([
  ['low', 12],
  ['normal', 73],
  ['high', 12],
  ['urgent', 3],
]);

const complaintShare = 0.045;
/** Tickets of customers who come back from the bot; they follow from what was told before. */
const comebackShare = 0.012;

/** Tickets that do not count, on top of those that do. */
const oddities: readonly (readonly [Oddity, number])[] = [
  ['spam', 0.02],
  ['merged', 0.0155],
  ['test', 0.003],
];

/** Size and seed of a demo company. */
export interface Scale {
  readonly tickets: number;
  readonly seed: number;
}

function volumeFactor(desk: Desk, day: number): number {
  return truths.reduce((factor, truth) => factor * (truth.volumeFactor?.(desk, day) ?? 1), 1);
}

/** Draws the tickets of one desk on one local day, in order of time. */
export function arrivals(scale: Scale, desk: Desk, day: number): TicketDraft[] {
  const random = new Random(scale.seed, 1, desk.number, day);
  const meanDaily = (scale.tickets * (1 - comebackShare)) / spanDays;
  const usual = meanDaily * desk.share * volumeFactor(desk, day);
  const drafts = drafted(random.poisson(usual), () => draft(scale, desk, day, random, null));
  for (const [oddity, share] of oddities)
    drafts.push(...drafted(random.poisson(usual * share), () => draft(scale, desk, day, random, oddity)));
  for (const truth of truths) drafts.push(...surged(truth, scale, desk, day, meanDaily));
  const written = drafts.sort((a, b) => a.createdAt - b.createdAt);
  return truths.reduce(withLost, written);
}

/** Of two tickets of a desk and day both are lost, so that a small company has a hole as well. */
const soonLost = 0.8;

function withLost(drafts: TicketDraft[], { loses }: Truth): TicketDraft[] {
  if (!loses) return drafts;
  const lost = new Evenly(soonLost);
  return drafts.map((draft) => (lost.takes(loses(draft)) ? { ...draft, isLost: true } : draft));
}

function drafted(count: number, make: () => TicketDraft): TicketDraft[] {
  return Array.from({ length: count }, make);
}

function surged(truth: Truth, scale: Scale, desk: Desk, day: number, meanDaily: number): TicketDraft[] {
  const expected = meanDaily * (truth.surge?.(desk, day) ?? 0);
  if (expected === 0) return [];
  const random = new Random(scale.seed, 2, desk.number, day, truth.id);
  return drafted(random.poisson(expected), () => {
    const usual = { ...draft(scale, desk, day, random, null), truth: truth.id };
    return truth.shape?.(usual, random) ?? usual;
  });
}

function draft(scale: Scale, desk: Desk, day: number, random: Random, oddity: Oddity | null): TicketDraft {
  const channel = oddity === 'spam' ? 'email' : draw(channels, random);
  const category = draw(categories, random);
  const seed = random.below(2 ** 31);
  const customer = writerOf(customerOf(scale.seed, desk, random.below(customerCount(desk, scale.tickets))), oddity, seed);
  const isComplaint = oddity === null && random.chance(complaintShare);
  const localMs = day * dayMs + (draw(channel === 'chat' ? chatHours : writingHours, random) + random.next()) * hourMs;
  return {
    createdAt: Math.round(instantOfLocal(desk.zone, localMs)),
    day,
    desk,
    team: teamOf(desk, category),
    channel,
    category,
    priority: isComplaint ? 'high' : draw(priorities, random),
    product: draw(productsOn(day, category), random),
    carrier: draw(carriersOf(desk.language, category), random),
    place: customer.place,
    customer,
    order: `LO-${100_000 + random.below(900_000)}`,
    isComplaint,
    oddity,
    tags: [],
    seed,
    truth: 0,
    isLost: false,
    openings: null,
  };
}

function writerOf(customer: Customer, oddity: Oddity | null, number: number): Customer {
  if (oddity === 'spam') return spammerOf(number, customer.place);
  return oddity === 'test' ? testerOf(customer.place) : customer;
}
