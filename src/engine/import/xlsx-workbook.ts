import { importNote } from '../../core/import/import-note.ts';
import { meaningOfFormat, type NumberMeaning } from '../../core/import/sheet-number.ts';
import { UserError } from '../../core/model/user-error.ts';
import type { OpenedFile } from './opened-file.ts';
import { readXml } from './read-xml.ts';
import type { SheetBook } from './sheet-reader.ts';
import type { SourceOnDisk } from './source-file.ts';
import type { TableSource } from './table-source.ts';
import { lookAtSheet, sheetCsv } from './xlsx-sheet.ts';
import type { ZipArchive } from './zip-archive.ts';

const workbookPart = 'xl/workbook.xml';
const mostTextBytes = 256e6;

/** An archive that is an Excel workbook. */
export function isWorkbook(archive: ZipArchive): boolean {
  return has(archive, workbookPart);
}

function has(archive: ZipArchive, part: string): boolean {
  return archive.members.some(({ name }) => name === part);
}

/** Refuses workbooks of other kinds, which are archives too. */
export function refuseOtherWorkbook(file: SourceOnDisk, archive: ZipArchive): void {
  const kind = has(archive, 'xl/workbook.bin')
    ? 'a binary Excel workbook (.xlsb)'
    : has(archive, 'content.xml') && has(archive, 'mimetype')
      ? 'an OpenDocument file'
      : has(archive, 'word/document.xml')
        ? 'a Word document'
        : null;
  if (kind) throw new UserError('import_other_workbook', `${file.fileName} is ${kind}; save it as XLSX or CSV and bring it again`);
}

interface Sheet {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

/** The sheets of a workbook as tables: cells as text, formulas by the value that was last computed, merged cells filled downward. */
export async function openWorkbook(file: SourceOnDisk, archive: ZipArchive): Promise<OpenedFile> {
  try {
    const { sheets, dateSystem } = await readSheets(archive);
    const texts = await readTexts(file, archive);
    const book: SheetBook = { texts, dateSystem, meanings: await readMeanings(archive) };
    const shown = sheets.filter(({ hidden }) => !hidden);
    const tables = await Promise.all(shown.map((sheet) => sheetTable(file, archive, book, sheet)));
    const filled = tables.filter((table) => table !== null);
    if (filled.length === 0) throw new UserError('import_empty', `${file.fileName} has no sheet with a header and a row`);
    const empty = shown.filter((_, index) => tables[index] === null);
    const leftOut = [
      ...sheets
        .filter(({ hidden }) => hidden)
        .map(({ name }) => ({ member: name, code: 'import_sheet_hidden', reason: 'the sheet is hidden' })),
      ...empty.map(({ name }) => ({ member: name, code: 'import_sheet_empty', reason: 'the sheet is empty' })),
    ];
    return { file, tables: filled, leftOut };
  } catch (error) {
    throw error instanceof UserError ? error : brokenWorkbook(file, error);
  }
}

function brokenWorkbook(file: SourceOnDisk, error: unknown): UserError {
  const detail = error instanceof Error ? error.message : String(error);
  return new UserError(
    'import_workbook_broken',
    `${file.fileName} is a broken workbook (${detail}); open it, save it as XLSX or CSV and bring it again`,
  );
}

async function readSheets(archive: ZipArchive): Promise<{ sheets: Sheet[]; dateSystem: 1900 | 1904 }> {
  const parts = new Map<string, string>();
  await readXml(archive.read('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id = '', Target = '', Type = '' }) => {
      if (name === 'Relationship' && Type.endsWith('/worksheet')) parts.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const sheets: Sheet[] = [];
  let dateSystem: 1900 | 1904 = 1900;
  await readXml(archive.read(workbookPart), {
    open: (name, attributes) => {
      if (name === 'workbookPr' && /^(1|true)$/.test(attributes.date1904 ?? '')) dateSystem = 1904;
      const part = name === 'sheet' ? parts.get(attributes['r:id'] ?? relationOf(attributes)) : undefined;
      if (part && has(archive, part))
        sheets.push({ name: attributes.name ?? part, part, hidden: (attributes.state ?? 'visible') !== 'visible' });
    },
  });
  return { sheets, dateSystem };
}

/** The prefix of the relation is the writer's choice. */
function relationOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

async function readTexts(file: SourceOnDisk, archive: ZipArchive): Promise<readonly string[]> {
  const texts: string[] = [];
  if (!has(archive, 'xl/sharedStrings.xml')) return texts;
  let current = '';
  let reads = false;
  let phonetic = false;
  let length = 0;
  await readXml(archive.read('xl/sharedStrings.xml'), {
    open: (name) => {
      if (name === 'si') current = '';
      else if (name === 't') reads = !phonetic;
      else if (name === 'rPh') phonetic = true;
    },
    text: (text) => {
      if (reads) current += text;
    },
    close: (name) => {
      if (name === 't') reads = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') {
        length += current.length;
        if (length > mostTextBytes)
          throw new UserError('import_workbook_large', `${file.fileName} holds more text than a workbook can be read with; save it as CSV`);
        texts.push(current);
      }
    },
  });
  return texts;
}

async function readMeanings(archive: ZipArchive): Promise<readonly NumberMeaning[]> {
  if (!has(archive, 'xl/styles.xml')) return [];
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let inCells = false;
  await readXml(archive.read('xl/styles.xml'), {
    open: (name, { numFmtId = '0', formatCode }) => {
      if (name === 'cellXfs') inCells = true;
      else if (name === 'numFmt' && formatCode !== undefined) codes.set(Number(numFmtId), formatCode);
      else if (name === 'xf' && inCells) formats.push(Number(numFmtId));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats.map((id) => meaningOfFormat(id, codes.get(id)));
}

async function sheetTable(file: SourceOnDisk, archive: ZipArchive, book: SheetBook, sheet: Sheet): Promise<TableSource | null> {
  const look = await lookAtSheet(archive.read(sheet.part), book);
  if (look.width === 0) return null;
  const fileName = `${file.fileName}: ${sheet.name}`;
  return {
    fileName,
    member: sheet.name,
    bytes: archive.members.find(({ name }) => name === sheet.part)?.packedBytes ?? 0,
    known: { format: 'csv', separator: ',', quoted: true, encoding: 'utf-8' },
    recordIsLine: true,
    notes: look.unknownFormulas > 0 ? [importNote('formulas_without_value', { count: look.unknownFormulas })] : [],
    read: (meter) => sheetCsv(archive.read(sheet.part, meter), book, look, (error) => brokenWorkbook({ ...file, fileName }, error)),
  };
}
