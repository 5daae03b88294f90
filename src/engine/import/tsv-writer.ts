const tab = 0x09;
const newline = 0x0a;
const carriageReturn = 0x0d;
const backslash = 0x5c;
const zero = 0x30;

/** Bytes that a tab-separated value cannot hold as they are. */
export const escapedBytes: readonly number[] = [0, tab, newline, carriageReturn, backslash];

const escapes = new Map([
  [0, Buffer.from('\uFFFD')],
  [tab, Buffer.from('\\t')],
  [newline, Buffer.from('\\n')],
  [carriageReturn, Buffer.from('\\r')],
  [backslash, Buffer.from('\\\\')],
]);

/** Collects tab-separated rows in a buffer that its owner empties. The owner keeps `capacity - fullAt` bytes free for the row at hand. */
export class TsvWriter {
  readonly bytes: Buffer;
  length = 0;
  readonly #fullAt: number;

  constructor(capacity: number, fullAt: number) {
    this.bytes = Buffer.allocUnsafe(capacity);
    this.#fullAt = fullAt;
  }

  get full(): boolean {
    return this.length >= this.#fullAt;
  }

  /** The rows so far. Valid until the next row is written. */
  take(): Buffer {
    const rows = this.bytes.subarray(0, this.length);
    this.length = 0;
    return rows;
  }

  /** A whole number, not negative, without a separator after it. */
  writeInteger(value: number): void {
    let digits = 1;
    for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) digits++;
    let rest = value;
    for (let place = digits - 1; place >= 0; place--) {
      this.bytes[this.length + place] = zero + (rest % 10);
      rest = Math.floor(rest / 10);
    }
    this.length += digits;
  }

  endCell(): void {
    this.bytes[this.length++] = tab;
  }

  endRow(): void {
    this.bytes[this.length++] = newline;
  }

  /** Bytes of one cell, escaped. */
  writeCell(cell: Uint8Array): void {
    for (const byte of cell) this.length = writeByte(this.bytes, this.length, byte);
  }
}

/** Writes one byte of a cell, escaped where it must be; gives the position after it. */
export function writeByte(bytes: Uint8Array, at: number, byte: number): number {
  const escaped = escapes.get(byte);
  if (!escaped) {
    bytes[at] = byte;
    return at + 1;
  }
  bytes.set(escaped, at);
  return at + escaped.length;
}
