import type { Bucket } from '../../core/model/result.ts';
import type { MarkedEvent } from './chart-context.ts';
import { textWidthPx } from './text-width.ts';

/** An event on the axis, from its first day to its last; within a week or a month in parts of it. */
export interface PlacedEvent {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly row: number;
  /** Which side of its label stands at the event: labels near an edge lie inwards. */
  readonly align: 'left' | 'center' | 'right';
}

const labelRows = 2;
/** Longer names of events are cut. */
export const eventLabelPx = 160;
const betweenLabelsPx = 12;

/**
 * The events that fall into the buckets, in order of time, each with the row of its label; as many as can be read
 * over a plot of such a width.
 * What the company did comes before holidays when there is room for only some.
 */
export function placeEvents(buckets: readonly Bucket[], events: readonly MarkedEvent[], plotPx: number): PlacedEvent[] {
  const found = events.map((event) => locate(event, buckets)).filter((event) => event !== null);
  const wanted = [...found].sort((a, b) => Number(a.holiday) - Number(b.holiday) || a.first - b.first);
  const bucketPx = plotPx / Math.max(1, buckets.length - 1);
  const placed: PlacedEvent[] = [];
  for (const { name, first, last } of wanted) {
    const align = alignOf(first, buckets.length);
    const row = freeRow({ name, first, align }, placed, bucketPx);
    if (row !== null) placed.push({ name, first, last, row, align });
  }
  return placed.sort((a, b) => a.first - b.first);
}

function locate(event: MarkedEvent, buckets: readonly Bucket[]) {
  const days = buckets.map((bucket, index) => ({ from: bucket.key.slice(0, 10), next: buckets[index + 1]?.key.slice(0, 10), bucket }));
  const touched = days.flatMap(({ from, next, bucket }, index) => {
    const last = next === undefined ? lastDay(bucket) : next > from ? dayBefore(next) : from;
    return event.from <= last && event.until >= from ? [{ index, from, last }] : [];
  });
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined) return null;
  const placeOf = ({ index, ...stretch }: typeof first, day: string) => Math.min(buckets.length - 1, index + partOf(stretch, day));
  return { name: event.name, holiday: event.kind === 'holiday', first: placeOf(first, event.from), last: placeOf(last, event.until) };
}

const dayMs = 86_400_000;

/** How far into a stretch of days one of them begins, as a share of it. */
function partOf({ from, last }: { readonly from: string; readonly last: string }, day: string): number {
  const [at, begin, end] = [day, from, last].map((each) => Date.parse(`${each}T00:00:00Z`)) as [number, number, number];
  return (Math.min(end, Math.max(begin, at)) - begin) / (end - begin + dayMs);
}

function lastDay(bucket: Bucket): string {
  const lengthMs = Date.parse(bucket.until) - Date.parse(bucket.from);
  const days = Math.max(0, Math.round(lengthMs / dayMs) - 1);
  return new Date(Date.parse(`${bucket.key.slice(0, 10)}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - dayMs).toISOString().slice(0, 10);
}

function alignOf(first: number, count: number): PlacedEvent['align'] {
  if (first < count * 0.15) return 'left';
  return first > count * 0.8 ? 'right' : 'center';
}

type Label = Pick<PlacedEvent, 'name' | 'first' | 'align'>;

function freeRow(event: Label, placed: readonly PlacedEvent[], bucketPx: number): number | null {
  const own = extentPx(event, bucketPx);
  for (let row = 0; row < labelRows; row += 1) {
    const clash = placed.some((other) => {
      const theirs = extentPx(other, bucketPx);
      return other.row === row && own.from < theirs.until + betweenLabelsPx && theirs.from < own.until + betweenLabelsPx;
    });
    if (!clash) return row;
  }
  return null;
}

/** From where to where a label reaches. */
function extentPx({ name, first, align }: Label, bucketPx: number): { from: number; until: number } {
  const widthPx = Math.min(eventLabelPx, textWidthPx(name));
  const from = first * bucketPx - { left: 0, center: widthPx / 2, right: widthPx }[align];
  return { from, until: from + widthPx };
}
