import type { customers } from '../../core/entities/people.ts';
import type { Row } from '../../core/model/entity.ts';
import { type Customer, customerCount } from './customer.ts';
import type { Desk, Language } from './desk.ts';
import { demoSource } from './setup/source-columns.ts';

export type CustomerRow = Row<typeof customers>;

/** Remembers who has written before, a bit a person. */
export class CustomerRegister {
  readonly #known = new Map<Desk, Uint8Array>();
  readonly #tickets: number;

  constructor(tickets: number) {
    this.#tickets = tickets;
  }

  /** Whether this is the first time that the person writes. */
  isNew(desk: Desk, number: number): boolean {
    const bits = this.#known.get(desk) ?? new Uint8Array(Math.ceil(customerCount(desk, this.#tickets) / 8));
    this.#known.set(desk, bits);
    const index = number >> 3;
    const mask = 1 << (number & 7);
    const byte = bits[index] ?? 0;
    bits[index] = byte | mask;
    return (byte & mask) === 0;
  }
}

/** The person as a row, at the first contact. The key is left to the loader. */
export function customerRow(customer: Customer, language: Language, firstSeenAt: number, importId: string): CustomerRow {
  return {
    id: customer.externalId,
    source: demoSource,
    version: firstSeenAt,
    import_id: importId,
    customer_key: 0n,
    name: customer.name,
    email: customer.email,
    phone: '',
    language,
    region: customer.place.region,
    country: customer.place.country,
    created_at: firstSeenAt,
  };
}
