import { strToU8, zipSync } from 'fflate';

/** A cell: a text, a number, a date or time serial, a formula with the value that was last computed, or nothing. */
export type Cell =
  | string
  | number
  | boolean
  | null
  | { readonly date: number }
  | { readonly time: number }
  | { readonly formula: string; readonly value: string | number | null }
  | { readonly error: string };

export interface SheetPlan {
  readonly rows: readonly (readonly Cell[])[];
  /** Merged ranges, such as A2:A4. */
  readonly merged?: readonly string[];
  readonly hidden?: boolean;
}

const general = 0;
const dateStyle = 1;
const timeStyle = 2;

/** A workbook (ECMA-376) with its sheets by name, as Excel writes it: shared texts, styles, merged cells behind the rows. */
export function buildWorkbook(sheets: Readonly<Record<string, SheetPlan>>, { date1904 = false } = {}): Buffer {
  const texts: string[] = [];
  const names = Object.keys(sheets);
  const relations = names.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  const listed = names.map(
    (name, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}"${sheets[name]?.hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="http://r">${date1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${listed.join('')}</sheets></workbook>`,
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd h:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="46"/></cellXfs></styleSheet>',
  };
  names.forEach((name, index) => {
    files[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheets[name] ?? { rows: [] }, texts);
  });
  files['xl/sharedStrings.xml'] = `<sst>${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`;
  return buildZip(files);
}

/** An archive of texts by name. */
export function buildZip(files: Readonly<Record<string, string | Uint8Array>>, level: 0 | 6 = 6): Buffer {
  const entries = Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content] as const);
  return Buffer.from(zipSync(Object.fromEntries(entries), { level }));
}

function sheetXml({ rows, merged = [] }: SheetPlan, texts: string[]): string {
  const written = rows.map((cells, index) => {
    const row = cells.map((cell, column) => cellXml(cell, `${letters(column)}${index + 1}`, texts)).join('');
    return row === '' ? '' : `<row r="${index + 1}">${row}</row>`;
  });
  const merges =
    merged.length === 0
      ? ''
      : `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  return `<worksheet><sheetData>${written.join('')}</sheetData>${merges}</worksheet>`;
}

function cellXml(cell: Cell, reference: string, texts: string[]): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return `<c r="${reference}" t="s"><v>${texts.push(cell) - 1}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'number') return number(reference, general, cell);
  if ('date' in cell) return number(reference, dateStyle, cell.date);
  if ('time' in cell) return number(reference, timeStyle, cell.time);
  if ('error' in cell) return `<c r="${reference}" t="e"><v>${cell.error}</v></c>`;
  const type = typeof cell.value === 'string' ? ' t="str"' : '';
  return `<c r="${reference}"${type}><f>${escaped(cell.formula)}</f>${cell.value === null ? '' : `<v>${escaped(String(cell.value))}</v>`}</c>`;
}

function number(reference: string, style: number, value: number): string {
  return `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
