import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseShifts, writeShifts } from './parse-shifts.ts';

describe('hours as people write them', () => {
  it.each([
    ['9–18', '09:00–18:00'],
    ['09:00-13:00, 14.00–18.30', '09:00–13:00, 14:00–18:30'],
    ['20:00–24:00;0–6', '00:00–06:00, 20:00–24:00'],
    ['9至12、13至18', '09:00–12:00, 13:00–18:00'],
    ['', ''],
  ])('%s', (typed, written) => {
    expect(writeShifts(parseShifts(typed) ?? [])).toBe(written);
  });

  it.each(['nine to five', '9', '9–25', '25–26', '9:70–10', '9–12 13–18'])('are not understood from %s', (typed) => {
    expect(parseShifts(typed)).toBeNull();
  });

  it('come back as they were written', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const span = fc.tuple(minute, minute).map(([a, b]) => ({ fromMinute: Math.min(a, b), toMinute: Math.max(a, b) + 1 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 5 }), (spans) => {
        expect(parseShifts(writeShifts(spans))).toEqual(spans.toSorted((a, b) => a.fromMinute - b.fromMinute));
      }),
    );
  });
});
