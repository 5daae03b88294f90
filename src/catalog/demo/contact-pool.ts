import type { Random } from './random.ts';
import { dayMs, hourMs } from './span-of-data.ts';
import type { TicketDraft } from './ticket-draft.ts';

/** A ticket of the last days, to which a later one may belong. */
export interface Contact {
  readonly ticketId: string;
  readonly draft: TicketDraft;
  readonly lastSolvedAt: number;
  readonly isReopened: boolean;
  readonly isReturn: boolean;
}

const memoryDays = 6.9;
const mostOwed = 5;
/** Nobody comes back sooner, also not about what was solved at once. */
const leastPauseHours = 18;

function nameOf({ desk, category }: TicketDraft): string {
  return `${desk.number}:${category}`;
}

/** The contacts of the last week by desk and category; those that were followed up are taken out. */
export class ContactPool {
  readonly #contacts = new Map<string, Contact[]>();
  readonly #owed = new Map<string, number>();

  /**
   * Decides whether a ticket follows up an earlier one. Where none is there to be followed up, the next ticket of that desk and category does instead,
   * so that the share holds at any size.
   */
  followUp(draft: TicketDraft, share: number, random: Random): Contact | null {
    const name = nameOf(draft);
    const owed = (this.#owed.get(name) ?? 0) + (random.chance(share) ? 1 : 0);
    const previous = owed > 0 ? this.#takeSolved(draft, random) : null;
    this.#owed.set(name, Math.min(previous ? owed - 1 : owed, mostOwed));
    return previous;
  }

  /** Remembers a contact. */
  add(contact: Contact): void {
    this.#of(contact.draft).push(contact);
  }

  /** A contact of the same desk and category of the last two days, whatever became of it; null when there is none. */
  findOfLastDays(draft: TicketDraft, random: Random): Contact | null {
    const contacts = this.#recent(draft).filter((contact) => contact.draft.createdAt > draft.createdAt - 2 * dayMs);
    return contacts.length === 0 ? null : random.pick(contacts);
  }

  #takeSolved(draft: TicketDraft, random: Random): Contact | null {
    const contacts = this.#recent(draft);
    const youngest = draft.createdAt - leastPauseHours * hourMs;
    const start = random.below(contacts.length);
    for (let step = 0; step < contacts.length; step++) {
      const index = (start + step) % contacts.length;
      const contact = contacts[index];
      if (
        contact &&
        !contact.isReturn &&
        !contact.isReopened &&
        contact.lastSolvedAt < draft.createdAt &&
        contact.draft.createdAt < youngest
      ) {
        contacts.splice(index, 1);
        return contact;
      }
    }
    return null;
  }

  #recent(draft: TicketDraft): Contact[] {
    const contacts = this.#of(draft);
    const oldest = draft.createdAt - memoryDays * dayMs;
    let expired = 0;
    while ((contacts[expired]?.draft.createdAt ?? oldest) < oldest) expired++;
    if (expired > 0) contacts.splice(0, expired);
    return contacts;
  }

  #of(draft: TicketDraft): Contact[] {
    const name = nameOf(draft);
    const known = this.#contacts.get(name) ?? [];
    this.#contacts.set(name, known);
    return known;
  }
}
