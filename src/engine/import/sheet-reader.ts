import { type NumberMeaning, sheetNumberText } from '../../core/import/sheet-number.ts';
import type { XmlVisitor } from './read-xml.ts';

/** What the cells of every sheet of a workbook refer to. */
export interface SheetBook {
  readonly texts: readonly string[];
  readonly meanings: readonly NumberMeaning[];
  readonly dateSystem: 1900 | 1904;
}

/** A row of a sheet; its number counts from 1. Cells that the sheet leaves out are empty. */
export interface SheetRow {
  readonly number: number;
  readonly cells: string[];
}

const mostColumns = 16_384;

/** The place of a column from its letters: A is 0. */
export function columnOfReference(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

/** Reads the rows of a sheet (ECMA-376 part 1, 18.3): texts, numbers by their format, formulas by their last value; an error is empty. */
export class SheetReader implements XmlVisitor {
  rows = 0;
  /** Formulas without a value. */
  unknownFormulas = 0;
  readonly #book: SheetBook;
  readonly #take: (row: SheetRow) => void;
  #row: SheetRow = { number: 0, cells: [] };
  #column = 0;
  #type = '';
  #style = 0;
  #value = '';
  #reads = false;
  #phonetic = false;
  #formula = false;

  constructor(book: SheetBook, take: (row: SheetRow) => void) {
    this.#book = book;
    this.#take = take;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.#row = { number: Number(attributes.r ?? this.#row.number + 1), cells: [] };
    else if (name === 'c') this.#openCell(attributes);
    else if (name === 'v' || name === 't') this.#reads = !this.#phonetic;
    else if (name === 'f') this.#formula = true;
    else if (name === 'rPh') this.#phonetic = true;
  }

  text(text: string): void {
    if (this.#reads) this.#value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#reads = false;
    else if (name === 'rPh') this.#phonetic = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') {
      this.rows++;
      this.#take(this.#row);
    }
  }

  #openCell({ r, t, s }: Readonly<Record<string, string>>): void {
    this.#column = r === undefined ? this.#row.cells.length : columnOfReference(r);
    this.#type = t ?? 'n';
    this.#style = Number(s ?? 0);
    this.#value = '';
    this.#formula = false;
  }

  #closeCell(): void {
    if (this.#formula && this.#value === '') this.unknownFormulas++;
    const text = this.#cellText();
    if (text === '' || this.#column < 0 || this.#column >= mostColumns) return;
    const { cells } = this.#row;
    while (cells.length < this.#column) cells.push('');
    cells[this.#column] = text;
  }

  #cellText(): string {
    const value = this.#value;
    if (value === '' || this.#type === 'e') return '';
    if (this.#type === 's') return this.#book.texts[Number(value)] ?? '';
    if (this.#type === 'b') return value === '1' ? 'true' : 'false';
    if (this.#type !== 'n') return value;
    return sheetNumberText(value, this.#book.meanings[this.#style] ?? 'number', this.#book.dateSystem);
  }
}
