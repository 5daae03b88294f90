import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { methodDocument, methodsOf } from './docs/method-document.ts';
import { metricDocuments } from './docs/metric-documents.ts';

const folder = fileURLToPath(new URL('../docs/metrics/', import.meta.url));

test('docs/metrics says what the catalog says; after a change of a metric run `npm run docs`', () => {
  const documents = metricDocuments();
  expect(readdirSync(folder).sort()).toEqual(Object.keys(documents).sort());
  const stale = Object.entries(documents).filter(([name, text]) => readFileSync(`${folder}${name}`, 'utf8') !== text);
  expect(stale.map(([name]) => name)).toEqual([]);
});

test('docs/methods.md says what the docstrings say; after a change of a method run `npm run docs`', () => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const unsaid = ['stats', 'text', 'identity', 'journeys'].flatMap((part) => methodsOf(root, part)).filter(({ text }) => text === '');
  expect(unsaid.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  expect(readFileSync(`${root}docs/methods.md`, 'utf8') === methodDocument(root)).toBe(true);
});
