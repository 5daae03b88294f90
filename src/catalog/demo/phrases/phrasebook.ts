import type { Category } from '../desk.ts';

/** What a customer writes first. Slots: {product}, {carrier}, {region}, {order}, {name}, {agent}. */
export interface Opening {
  readonly subject: string;
  readonly text: string;
}

/** What people and the bot say in one language. Each list has at least one text. */
export interface Phrasebook {
  /** Stands for the product when the ticket names none. */
  readonly item: string;
  /** How a product's name is written; `*` is the name. */
  readonly productName: string;
  readonly regions: Readonly<Record<string, string>>;
  readonly openings: Readonly<Record<Category, readonly Opening[]>>;
  /** Put before the opening when the customer writes a second time. */
  readonly again: readonly string[];
  readonly complaint: readonly string[];
  readonly details: readonly string[];
  readonly reopening: readonly string[];
  readonly thanks: readonly string[];
  readonly chatDetails: readonly string[];
  readonly botGreeting: readonly string[];
  readonly botAnswer: Readonly<Record<Category, readonly string[]>>;
  readonly botHandOff: readonly string[];
  readonly botClosed: readonly string[];
  readonly toPerson: readonly string[];
  readonly agentQuestion: readonly string[];
  readonly agentAnswer: Readonly<Record<Category, readonly string[]>>;
  readonly agentChat: readonly string[];
  readonly note: readonly string[];
}

/** What the slots of a text are filled with. */
export interface Slots {
  readonly product: string;
  readonly carrier: string;
  readonly region: string;
  readonly order: string;
  readonly name: string;
  readonly agent: string;
}

/** The text with its slots filled in the words of the language. */
export function fill(text: string, slots: Slots, book: Phrasebook): string {
  if (!text.includes('{')) return text;
  return text.replace(/\{(product|carrier|region|order|name|agent)\}/g, (_, slot: keyof Slots) => {
    if (slot === 'product') return slots.product ? book.productName.replace('*', slots.product) : book.item;
    if (slot === 'region') return book.regions[slots.region] ?? slots.region;
    return slots[slot];
  });
}
