import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from './normalise/fold-text.ts';
import { normaliseAddress } from './normalise/normalise-address.ts';
import { normaliseEmail } from './normalise/normalise-email.ts';
import { normaliseName } from './normalise/normalise-name.ts';
import { normalisePhone } from './normalise/normalise-phone.ts';
import { normalisePostcode } from './normalise/normalise-postcode.ts';
import { transliterateRussian } from './normalise/transliterate-russian.ts';

describe('normalising', () => {
  it('folds what is written in two ways and keeps what is two letters', () => {
    expect(foldText('  ＣＡＦÉ—Łódź, Straße ')).toBe('cafe lodz strasse');
    expect(foldText('Семён Йошкин')).toBe('семен йошкин');
    expect(foldText('王小明（上海）')).toBe('王小明 上海');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => foldText(foldText(text)) === foldText(text)),
      { numRuns: 300, seed: 2 },
    );
  });

  it.each([
    ['Dr. Siobhán O’Brien-Smith', 'siobhan obrien smith'],
    ['г-н Пётр Ильич', 'петр ильич'],
    ['王小明先生', '王小明'],
    ['Mr.', null],
  ])('takes the name %s as %s', (name, expected) => {
    expect(normaliseName(name)).toBe(expected);
  });

  it.each([
    [' Ann.Lee+Shop@GoogleMail.com ', 'ann.lee+shop@googlemail.com', 'annlee@gmail.com'],
    ['Ann <ann@example.co.uk>', 'ann@example.co.uk', 'ann@example.co.uk'],
    ['mailto:a+b@x.de', 'a+b@x.de', 'a@x.de'],
    ['no address', null, null],
    ['a@b', null, null],
    ['a@b@c.de', null, null],
  ])('takes the e-mail %s as %s, or folded %s', (email, plain, folded) => {
    expect(normaliseEmail(email)).toBe(plain);
    expect(normaliseEmail(email, { dropsTag: true, foldsGmail: true })).toBe(folded);
  });

  it.each([
    ['+44 (0)20 7946 0018', undefined, '+442079460018'],
    ['0044 20 7946 0018 ext. 12', undefined, '+442079460018'],
    ['020 7946 0018', '44', '+442079460018'],
    ['020 7946 0018', undefined, null],
    ['8 (912) 345-67-89', '7', '+79123456789'],
    ['06 1234 5678', '39', '+390612345678'],
    ['+86 138 0013 8000', undefined, '+8613800138000'],
    ['12', '44', null],
    ['call me', '44', null],
  ])('takes the phone %s of %s as %s', (phone, callingCode, expected) => {
    expect(normalisePhone(phone, callingCode === undefined ? {} : { callingCode })).toBe(expected);
  });

  it('takes addresses and postcodes in one form', () => {
    expect(normaliseAddress('12, Baker Street (Flat 3)')).toBe('12 baker st apt 3');
    expect(normaliseAddress('Hauptstraße 5')).toBe('hauptstr 5');
    expect(normaliseAddress('улица Ленина, дом 5')).toBe('ул ленина д 5');
    expect(normaliseAddress(' – ')).toBe(null);
    expect([normalisePostcode('sw1a 1aa'), normalisePostcode('１０１-0001'), normalisePostcode('-')]).toEqual(['SW1A1AA', '1010001', null]);
    expect(transliterateRussian('Щукин Юрий, 王')).toBe('shchukin iurii, 王');
  });
});
