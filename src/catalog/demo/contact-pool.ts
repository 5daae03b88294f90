import type { Random } from './random.ts';
import { dayMs } from './span-of-data.ts';
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

/** The contacts of the last week by desk and category; those that were followed up are taken out. */
export class ContactPool {
  readonly #contacts = new Map<string, Contact[]>();

  /** Remembers a contact. */
  add(contact: Contact): void {
    this.#of(contact.draft).push(contact);
  }

  /** Takes a solved first contact of the same desk and category, to be followed up; null when there is none. */
  takeSolved(draft: TicketDraft, random: Random): Contact | null {
    const contacts = this.#recent(draft);
    const start = random.below(contacts.length);
    for (let step = 0; step < contacts.length; step++) {
      const index = (start + step) % contacts.length;
      const contact = contacts[index];
      if (contact && !contact.isReturn && !contact.isReopened && contact.lastSolvedAt < draft.createdAt) {
        contacts.splice(index, 1);
        return contact;
      }
    }
    return null;
  }

  /** A contact of the same desk and category of the last day, whatever became of it; null when there is none. */
  findOfLastDay(draft: TicketDraft, random: Random): Contact | null {
    const contacts = this.#recent(draft).filter((contact) => contact.draft.createdAt > draft.createdAt - dayMs);
    return contacts.length === 0 ? null : random.pick(contacts);
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
    const name = `${draft.desk.number}:${draft.category}`;
    const known = this.#contacts.get(name) ?? [];
    this.#contacts.set(name, known);
    return known;
  }
}
