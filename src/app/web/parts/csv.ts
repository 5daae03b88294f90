/**
 * Rows as CSV (RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8). A text that a spreadsheet would take for a formula
 * gets an apostrophe before it.
 */
export function csv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\ufeff${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
