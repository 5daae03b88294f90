import fc from 'fast-check';

/** Texts that are none, or nearly. */
export const oddTexts = [
  '',
  ' \n\t',
  '👍🏽',
  '\u0000',
  '\ud800',
  'a\udfffb',
  '退货',
  '12,50 €',
  'no@one',
  '@',
  '#',
  'ß'.repeat(50),
  'x'.repeat(1000),
];

/** Any code points, surrogates without their other half too. */
export function anyText(maxLength: number): fc.Arbitrary<string> {
  return fc
    .array(fc.oneof(fc.integer({ min: 0, max: 0x10ffff }), fc.integer({ min: 32, max: 126 })), { maxLength })
    .map((points) => String.fromCodePoint(...points));
}
