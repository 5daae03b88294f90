/** One column of a table on the terminal. */
export interface TextColumn {
  readonly title: string;
  /** Numbers stand to the right. */
  readonly right?: boolean;
}

const widest = 60;

/** A table in plain text, columns as wide as their longest cell and no wider than 60 characters. */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string {
  const cells = [columns.map((column) => column.title), ...rows].map((row) => row.map(cut));
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => widthOf(row[index] ?? ''))));
  const lines = cells.map((row) =>
    columns
      .map((column, index) => pad(row[index] ?? '', widths[index] ?? 0, column.right === true))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

function cut(text: string): string {
  const plain = text.replaceAll(/\p{Cc}+/gu, ' ');
  return widthOf(plain) <= widest ? plain : `${[...plain].slice(0, widest - 1).join('')}…`;
}

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? space + text : text + space;
}

/** Columns on a terminal: East Asian letters take two. */
function widthOf(text: string): number {
  return [...text].reduce(
    (width, letter) =>
      width + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(letter) ? 2 : 1),
    0,
  );
}
