import { describe, expect, it } from 'vitest';
import { findPlaces, type Place } from './find-places.ts';

const places: readonly Place[] = [
  { kind: 'pages', name: 'Why they write', path: '/boards/why-they-write' },
  { kind: 'boards', name: 'Why they write', path: '/boards/why-they-write' },
  { kind: 'metrics', name: 'First response time', path: '/metrics/first_response' },
  { kind: 'metrics', name: 'Time to close', path: '/metrics/time_to_close' },
];
const found = (typed: string) => findPlaces(places, typed, 'en').map(({ name }) => name);

describe('finding a place', () => {
  it('takes each address once and all of them where nothing is typed', () => {
    expect(found('')).toEqual(['Why they write', 'First response time', 'Time to close']);
  });

  it('wants every word, in any order, and puts names that begin with it first', () => {
    expect(found('time')).toEqual(['Time to close', 'First response time']);
    expect(found('time first')).toEqual(['First response time']);
    expect(found('WHY')).toEqual(['Why they write']);
    expect(found('nothing')).toEqual([]);
  });
});
