import { epochDayAt } from '../../core/time/zone.ts';
import type { Contact } from './contact-pool.ts';
import type { TicketChannel } from './desk.ts';
import type { Random } from './random.ts';
import { hourMs } from './span-of-data.ts';
import type { TicketDraft } from './ticket-draft.ts';
import { draw, weighted } from './weighted.ts';

/** A ticket that comes in, and the contact that it follows, where that is known beforehand. */
export interface Arrival {
  readonly draft: TicketDraft;
  readonly follows: Contact | null;
}

/** Where people write who want a person. */
const channels = weighted<TicketChannel>([
  ['email', 0.72],
  ['form', 0.28],
]);
const soonestHours = 0.5;
const latestHours = 70;

/** Customers whom the bot did not help and who will write to a person, in order of time. */
export class Comebacks {
  readonly #waiting: Arrival[] = [];

  /** The customer comes back within three days of the solve. */
  add(follows: Contact, solvedAt: number, random: Random): void {
    const { draft } = follows;
    const createdAt = Math.round(solvedAt + random.between(soonestHours, latestHours) * hourMs);
    const day = epochDayAt(draft.desk.zone, createdAt);
    const back = { ...draft, createdAt, day, channel: draw(channels, random), truth: 0, tags: [], seed: random.below(2 ** 31) };
    const index = this.#waiting.findLastIndex((arrival) => arrival.draft.createdAt <= createdAt);
    this.#waiting.splice(index + 1, 0, { draft: back, follows });
  }

  /** Those who come before an instant. */
  *before(instant: number): Generator<Arrival> {
    for (let next = this.#waiting[0]; next && next.draft.createdAt < instant; next = this.#waiting[0]) {
      this.#waiting.shift();
      yield next;
    }
  }
}
