import { describe, expect, test } from 'vitest';
import { isCourtesy } from '../../../core/text/courtesy.ts';
import { truths } from '../truths/index.ts';
import { phrasebooks } from './index.ts';
import { fill, type Phrasebook } from './phrasebook.ts';

const slots = { product: 'Nord', carrier: 'Northway', region: 'Scotland', order: 'LO-123456', name: 'Ava', agent: 'M. Osei' };

function customerTexts(book: Phrasebook): string[] {
  const openings = Object.values(book.openings).flatMap((list) => list.map((opening) => opening.text));
  return [...openings, ...book.again, ...book.details, ...book.reopening, ...book.chatDetails, ...book.toPerson];
}

describe.each(Object.entries(phrasebooks))('what is said in %s', (_, book) => {
  test('every "thanks" is known as a courtesy', () => {
    expect(book.thanks.filter((text) => !isCourtesy(text))).toEqual([]);
  });

  test('nothing else that a customer writes is a courtesy', () => {
    expect(customerTexts(book).filter((text) => isCourtesy(fill(text, slots, book)))).toEqual([]);
  });

  test('every slot is filled', () => {
    const agentTexts = [...book.agentQuestion, ...Object.values(book.agentAnswer).flat(), ...book.agentChat, ...book.botGreeting];
    const texts = [...customerTexts(book), ...agentTexts, ...Object.values(book.criticism).flat(), ...Object.values(book.botAnswer).flat()];
    expect(texts.map((text) => fill(text, slots, book)).filter((text) => /[{}]/.test(text))).toEqual([]);
  });

  test('a ticket without a product still reads well', () => {
    expect(fill('{product}', { ...slots, product: '' }, book)).toBe(book.item);
  });
});

test('each truth stands once', () => {
  const ids = truths.map((truth) => truth.id);
  expect(new Set(ids).size).toBe(ids.length);
});
