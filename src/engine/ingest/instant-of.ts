/** An instant as the store writes it, `2026-10-31 09:00:00.000` in UTC, as epoch milliseconds. */
export function instantOf(text: unknown): number | null {
  return text === null || text === undefined ? null : Date.parse(`${String(text).replace(' ', 'T')}Z`);
}
