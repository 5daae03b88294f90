/** Minutes after midnight, the end included as 1440 at most. */
export interface ShiftSpan {
  readonly fromMinute: number;
  readonly toMinute: number;
}

const span = /^(\d{1,2})(?:[:.](\d{2}))?\s*[-–—~至]\s*(\d{1,2})(?:[:.](\d{2}))?$/;

/** Hours of a day as people write them, `9–13, 14:00-18:00`; empty is closed. Null when it is no such text. Whether spans end and overlap is checked elsewhere. */
export function parseShifts(text: string): readonly ShiftSpan[] | null {
  const parts = text
    .split(/[,;,、;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const spans = parts.map(spanOf);
  return spans.some((each) => each === null) ? null : spans.flatMap((each) => (each === null ? [] : [each]));
}

/** The same as text: `09:00–13:00, 14:00–18:00`. */
export function writeShifts(spans: readonly ShiftSpan[]): string {
  return spans
    .toSorted((a, b) => a.fromMinute - b.fromMinute)
    .map(({ fromMinute, toMinute }) => `${writeMinute(fromMinute)}–${writeMinute(toMinute)}`)
    .join(', ');
}

function spanOf(text: string): ShiftSpan | null {
  const match = span.exec(text);
  if (!match) return null;
  const fromMinute = Number(match[1]) * 60 + Number(match[2] ?? 0);
  const toMinute = Number(match[3]) * 60 + Number(match[4] ?? 0);
  const isClock = Number(match[2] ?? 0) < 60 && Number(match[4] ?? 0) < 60 && fromMinute < 1440 && toMinute <= 1440 && toMinute > 0;
  return isClock ? { fromMinute, toMinute } : null;
}

function writeMinute(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
