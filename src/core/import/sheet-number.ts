/** How the number of a cell is shown, as far as it changes what it means. */
export type NumberMeaning = 'number' | 'date' | 'time';

const dateIds = new Set([14, 15, 16, 17, 22, ...range(27, 36), ...range(50, 58)]);
const timeIds = new Set([18, 19, 20, 21, 45, 46, 47]);

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** What a number format makes of a number: built-in formats by their id, others by their code (ECMA-376 part 1, 18.8.30). */
export function meaningOfFormat(id: number, code: string | undefined): NumberMeaning {
  if (code === undefined) return dateIds.has(id) ? 'date' : timeIds.has(id) ? 'time' : 'number';
  const bare = code
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '')
    .toLowerCase();
  if (/^general/.test(bare)) return 'number';
  if (/[yd]/.test(bare)) return 'date';
  if (/[hs]/.test(bare)) return 'time';
  return /m/.test(bare) && !/[0#?]/.test(bare) ? 'date' : 'number';
}

const dayMs = 86_400_000;
/** 1 January 1970 in days since 30 December 1899, and since 1 January 1904. */
const epochDay = { 1900: 25_569, 1904: 24_107 };

/** A cell's number as text: a date as `2026-03-02` or `2026-03-02 10:05:00`, a time as `h:mm:ss`, another number with a point and no needless digits. */
export function sheetNumberText(value: string, meaning: NumberMeaning, dateSystem: 1900 | 1904): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (meaning === 'time' && number >= 0) return clockText(number);
  const ms = nearSecond(Math.round((number - epochDay[dateSystem]) * dayMs));
  if (meaning !== 'date' || Math.abs(ms) > 8e15) return Number.isSafeInteger(number) ? String(number) : plain(number);
  const [day = '', time = ''] = new Date(ms).toISOString().split('T');
  if (Number.isInteger(number)) return day;
  return `${day} ${time.replace('Z', '').replace('.000', '')}`;
}

/** Days as doubles miss a second by less than a millisecond. */
function nearSecond(ms: number): number {
  const second = Math.round(ms / 1000) * 1000;
  return Math.abs(ms - second) <= 2 ? second : ms;
}

function clockText(days: number): string {
  const seconds = Math.round(days * 86_400);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function plain(number: number): string {
  const text = String(number);
  return text.includes('e') ? number.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 }) : text;
}
