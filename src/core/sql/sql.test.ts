import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allOf, bind, database, identifier, integer, join, level, render, sql, typeName } from './sql.ts';

test('values travel beside the text, and equal values share a placeholder', () => {
  const statement = sql`SELECT ${identifier('a')} FROM ${database('w')}.t WHERE x = ${bind('String', "o'clock")} OR y = ${bind('String', "o'clock")} OR z = ${bind('Int64', 5)}`;
  expect(render(statement)).toEqual({
    text: 'SELECT `a` FROM {p0:Identifier}.t WHERE x = {p1:String} OR y = {p1:String} OR z = {p2:Int64}',
    parameters: { p0: 'w', p1: "o'clock", p2: 5 },
  });
});

test('no bound text ever becomes part of the statement', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (text) => {
      const rendered = render(sql`SELECT ${bind('String', text)}`);
      expect(rendered).toEqual({ text: 'SELECT {p0:String}', parameters: { p0: text } });
    }),
  );
});

test('a name, a type and a literal that are none are refused', () => {
  for (const name of ['', '1a', 'a b', 'a`', 'a;DROP', 'a.b', 'é']) expect(() => identifier(name)).toThrow('not a name');
  expect(() => typeName("String'); DROP TABLE x; --")).toThrow('not a ClickHouse type');
  expect(() => integer(1.5)).toThrow('not a whole number');
  expect(() => integer(Number.NaN)).toThrow('not a whole number');
  expect(() => level(1.1)).toThrow('not a level');
});

test('a plain string in a hole does not pass the compiler', () => {
  // @ts-expect-error a string is no Sql
  expect(() => sql`SELECT ${'1; DROP TABLE x'}`).toThrow();
});

test('lists join with their separator, and no condition means true', () => {
  expect(render(join([sql`a`, sql`b`])).text).toBe('a, b');
  expect(render(allOf([])).text).toBe('true');
  expect(render(allOf([sql`a OR b`, sql`c`])).text).toBe('(a OR b) AND (c)');
});

test('two lists that look alike when glued do not share a placeholder', () => {
  const { parameters } = render(sql`${bind('Array(String)', ['a,b'])} ${bind('Array(String)', ['a', 'b'])}`);
  expect(Object.values(parameters)).toEqual([['a,b'], ['a', 'b']]);
});
