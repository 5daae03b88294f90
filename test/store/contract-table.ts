import {
  date,
  durationMs,
  entity,
  flag,
  instant,
  integer,
  key,
  label,
  labels,
  list,
  nullable,
  number,
  text,
} from '../../src/core/model/entity.ts';
import type { Store } from '../../src/engine/store/store.ts';

/** One column of every kind. */
export const things = entity({
  name: 'things',
  doc: 'one column of every kind',
  key: ['id'],
  partition: 'day',
  version: 'source',
  shardBy: 'id',
  columns: {
    id: text('id'),
    version: integer('version'),
    name: text('text'),
    kind: label('label'),
    amount: number('number'),
    yes: flag('flag'),
    at: instant('instant'),
    day: date('date'),
    took_ms: durationMs('duration'),
    customer: key('key'),
    tags: labels('labels'),
    maybe_name: nullable(text('text')),
    maybe_kind: nullable(label('label')),
    maybe_count: nullable(integer('integer')),
    maybe_amount: nullable(number('number')),
    maybe_yes: nullable(flag('flag')),
    maybe_at: nullable(instant('instant')),
    spans: list(
      { from: instant('from'), until: nullable(instant('until')), who: text('who'), key: key('key'), count: nullable(integer('count')) },
      'list',
    ),
  },
});

/** A row of `things` in which everything is empty. */
export const plain = {
  version: 1,
  name: '',
  kind: '',
  amount: 0,
  yes: false,
  at: 0,
  day: '2024-02-29',
  took_ms: 0,
  customer: 0n,
  tags: [],
  maybe_name: null,
  maybe_kind: null,
  maybe_count: null,
  maybe_amount: null,
  maybe_yes: null,
  maybe_at: null,
  spans: [],
};

/** Texts that end, escape or open something somewhere. */
export const hostile = [
  "'",
  '\\',
  "\\'",
  '{p0:String}',
  'a\0b',
  '\n\t\r\b\f',
  '$$',
  '`',
  '"',
  "'; DROP TABLE things --",
  'žluťoučký 客户 😀',
  '\u2028',
  '\\N',
  '%s',
  '\uFEFF',
];

/** The database that the contract works in. */
export const database = 'contract';

/** What each part of the contract is given: the store is open between beforeAll and afterAll. */
export interface Contract {
  readonly store: Store;
  /** A directory for files to load. */
  readonly files: string;
  insert(rows: readonly Record<string, unknown>[]): Promise<void>;
  rowsOf(id: string): Promise<readonly Record<string, unknown>[]>;
  failureOf(work: Promise<unknown>): Promise<string>;
}
