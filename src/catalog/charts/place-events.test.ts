import { expect, it } from 'vitest';
import type { Bucket } from '../../core/model/result.ts';
import type { ChartContext } from './chart-context.ts';
import { placeEvents } from './place-events.ts';
import { timeAxis } from './time-axis.ts';

const dayMs = 86_400_000;

function buckets(first: string, days: number, count: number): Bucket[] {
  const at = (index: number) => new Date(Date.parse(`${first}T00:00:00Z`) + index * days * dayMs).toISOString();
  return Array.from({ length: count }, (_, index) => ({
    key: at(index).slice(0, 10),
    from: at(index),
    until: at(index + 1),
    complete: true,
  }));
}

const context = { widthPx: 900, locale: 'en' } as ChartContext;
const place = (days: readonly Bucket[], from: string, until: string) =>
  placeEvents(days, [{ name: 'Strike', kind: 'external', from, until }], 840);

it('stands at its own day within a week, and over the days that it lasts', () => {
  const weeks = buckets('2026-10-05', 7, 4);
  const [day] = place(weeks, '2026-10-18', '2026-10-18');
  expect(day?.first).toBeCloseTo(1 + 6 / 7, 9);
  expect(day?.last).toBe(day?.first);
  const [lasting] = place(weeks, '2026-10-07', '2026-10-13');
  expect([lasting?.first, lasting?.last].map((at) => Math.round((at ?? 0) * 7))).toEqual([2, 8]);
  expect(place(weeks, '2026-10-31', '2026-10-31')[0]?.first).toBe(3);
});

it('stands at the bucket of its day on an axis of days', () => {
  const [event] = place(buckets('2026-10-05', 1, 10), '2026-10-08', '2026-10-10');
  expect([event?.first, event?.last]).toEqual([3, 5]);
});

it('takes a row of its own, or none, where its word would lie on another at the width of the plot', () => {
  const days = buckets('2026-08-01', 1, 92);
  const events = ['2026-09-24', '2026-10-14', '2026-10-26'].map((from) => ({
    name: 'Mid-Autumn Festival',
    kind: 'external',
    from,
    until: from,
  }));
  const rowsAt = (plotPx: number) => placeEvents(days, events, plotPx).map(({ row }) => row);
  expect(rowsAt(1200)).toEqual([0, 0, 0]);
  expect(rowsAt(640)).toEqual([0, 1, 0]);
  expect(rowsAt(400)).toEqual([0, 1]);
});

it('has days with their year on an axis that reaches over years', () => {
  const labels = (days: readonly Bucket[]) => timeAxis({ buckets: [...days] } as Parameters<typeof timeAxis>[0], context).ticks[0]?.label;
  expect(labels(buckets('2025-12-01', 7, 8))).toBe('1 Dec 2025');
  expect(labels(buckets('2026-03-02', 7, 8))).toBe('2 Mar');
});
