import { columnOfReference } from './sheet-reader.ts';

/** A merged cell over several rows. Columns count from 0, rows from 1. */
export interface MergedCell {
  readonly column: number;
  readonly fromRow: number;
  readonly untilRow: number;
}

const opening = Buffer.from('mergeCells');
const longestList = 16 << 20;

/** Finds the merged cells of a sheet, which stand behind its rows, in its bytes. */
export class MergeFinder {
  #tail: Buffer = Buffer.alloc(0);
  #list = '';

  look(block: Buffer): void {
    if (this.#list !== '') {
      if (this.#list.length < longestList) this.#list += block.toString('latin1');
      return;
    }
    const bytes = Buffer.concat([this.#tail, block]);
    const at = bytes.indexOf(opening);
    if (at !== -1) this.#list = bytes.toString('latin1', at);
    this.#tail = bytes.subarray(Math.max(0, bytes.length - opening.length));
  }

  get found(): MergedCell[] {
    const list = this.#list.split('/mergeCells', 1)[0] ?? '';
    return [...list.matchAll(/ref="([A-Z]+)(\d+):[A-Z]+(\d+)"/g)]
      .map(([, column = '', from, until]) => ({ column: columnOfReference(column), fromRow: Number(from), untilRow: Number(until) }))
      .filter(({ fromRow, untilRow }) => untilRow > fromRow);
  }
}
