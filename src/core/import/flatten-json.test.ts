import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flattenJson } from './flatten-json.ts';

const cells = (text: string) => Object.fromEntries(flattenJson(text) ?? []);

test('nested objects become dotted paths, lists of values are joined, null is empty and 0 is 0', () => {
  expect(cells('{"a":{"b":{"c":1}},"tags":["x","y"],"none":null,"zero":0,"no":false,"rows":[{"k":1}]}')).toEqual({
    'a.b.c': '1',
    tags: 'x,y',
    none: '',
    zero: '0',
    no: 'false',
    rows: '[{"k":1}]',
  });
});

test('whole numbers keep every digit, and digits inside texts stay as they are', () => {
  expect(
    cells(
      '{"id":9007199254740993123,"list":[-12345678901234567890],"text":"9007199254740993123, \\"12345678901234567890\\"","real":1234567890123456.5}',
    ),
  ).toEqual({
    id: '9007199254740993123',
    list: '-12345678901234567890',
    text: '9007199254740993123, "12345678901234567890"',
    real: '1234567890123456.5',
  });
});

test('texts come through whatever they hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(cells(JSON.stringify({ text }))).toEqual({ text });
    }),
  );
});

test('what is no JSON object is null', () => {
  for (const text of ['', 'x', '[1]', '"a"', 'null', '{"a":', `{"a":${'['.repeat(100_000)}`]) expect(flattenJson(text)).toBeNull();
});
