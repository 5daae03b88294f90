import { expect, test } from 'vitest';
import { targets, wordsOf } from '../../core/import/target.ts';
import { sources } from './index.ts';

test.each(sources.map((source) => [source.name, source] as const))('%s maps to fields and words that exist', (_name, source) => {
  const fields = targets[source.target].fields;
  const fieldOf = (name: string) => fields.find((field) => field.name === name);
  for (const column of source.columns) {
    const field = fieldOf(column.to);
    expect(field, column.to).toBeDefined();
    for (const word of Object.values(column.values ?? {})) expect(field ? wordsOf(field) : []).toContain(word);
  }
  expect(Object.keys(source.settings?.constants ?? {}).filter((name) => !fieldOf(name))).toEqual([]);
});

test('no two systems have the same name', () => {
  expect(new Set(sources.map(({ name }) => name)).size).toBe(sources.length);
});
