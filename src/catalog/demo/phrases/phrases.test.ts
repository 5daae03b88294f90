import { describe, expect, test } from 'vitest';
import { isCourtesy } from '../../../core/text/courtesy.ts';
import type { Language } from '../desk.ts';
import { truths } from '../truths/index.ts';
import { comments } from './comments/index.ts';
import { phrasebooks } from './index.ts';
import { fill, type Phrasebook } from './phrasebook.ts';

const slots = { product: 'Nord', carrier: 'Northway', region: 'Scotland', order: 'LO-123456', name: 'Ava', agent: 'M. Osei' };

function customerTexts(book: Phrasebook): string[] {
  const openings = Object.values(book.openings).flatMap((list) => list.map((opening) => opening.text));
  return [...openings, ...book.again, ...book.details, ...book.reopening, ...book.chatDetails, ...book.toPerson];
}

function commentTexts(language: Language): string[] {
  const { contented, praise, criticism } = comments[language];
  return [...contented, ...Object.values(praise).flat(), ...Object.values(criticism).flat()];
}

describe.each(Object.entries(phrasebooks) as [Language, Phrasebook][])('what is said in %s', (language, book) => {
  test('every "thanks" is known as a courtesy', () => {
    expect(book.thanks.filter((text) => !isCourtesy(text))).toEqual([]);
  });

  test('nothing else that a customer writes is a courtesy', () => {
    expect(customerTexts(book).filter((text) => isCourtesy(fill(text, slots, book)))).toEqual([]);
  });

  test('every slot is filled', () => {
    const agentTexts = [...book.agentQuestion, ...Object.values(book.agentAnswer).flat(), ...book.agentChat, ...book.botGreeting];
    const texts = [...customerTexts(book), ...agentTexts, ...commentTexts(language), ...Object.values(book.botAnswer).flat()];
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
