import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectEncoding } from './detect-encoding.ts';

test('plain ASCII and valid UTF-8 are UTF-8, wherever the text is cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', 'é', '中', '😀', '\n') }), fc.nat(), (text, cut) => {
      const bytes = new TextEncoder().encode(text);
      expect(detectEncoding(bytes.subarray(0, bytes.length === 0 ? 0 : cut % (bytes.length + 1)))).toBe('utf-8');
    }),
  );
});

test('byte order marks are believed', () => {
  expect(detectEncoding(Uint8Array.of(0xff, 0xfe, 0x41, 0))).toBe('utf-16le');
  expect(detectEncoding(Uint8Array.of(0xfe, 0xff, 0, 0x41))).toBe('utf-16be');
  expect(detectEncoding(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41))).toBe('utf-8');
});

const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

test('bytes of other encodings are told apart by their letters', () => {
  const privet = bytesOf('cff0e8e2e5f22c20e3e4e520e7e0eae0e73f');
  const grosse = bytesOf('4772f6df652070617373742c2052fc636b67616265');
  const dingdan = bytesOf('ced2b5c4b6a9b5a5d4dac4c4c0ef');
  expect([privet, grosse, dingdan].map(detectEncoding)).toEqual(['windows-1251', 'windows-1252', 'gb18030']);
});
