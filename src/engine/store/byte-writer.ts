const asciiEnd = 128;
const two32 = 2 ** 32;
/** Longer texts are written by Node, which is faster for them. */
const shortText = 48;

/** Bytes that grow as they are written. Numbers are little-endian. */
export class ByteWriter {
  #bytes: Buffer;
  #at = 0;

  constructor(capacity = 1 << 16) {
    this.#bytes = Buffer.allocUnsafe(capacity);
  }

  get length(): number {
    return this.#at;
  }

  /** What was written. The writer must not be used again. */
  finish(): Buffer {
    return this.#bytes.subarray(0, this.#at);
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#at++] = value;
  }

  varint(value: number): void {
    this.#reserve(10);
    let rest = value;
    while (rest >= asciiEnd) {
      this.#bytes[this.#at++] = (rest % asciiEnd) | asciiEnd;
      rest = Math.floor(rest / asciiEnd);
    }
    this.#bytes[this.#at++] = rest;
  }

  /** A text with its length before it; half of a surrogate pair becomes U+FFFD. */
  text(value: string): void {
    if (value.length > shortText || !this.#shortAscii(value)) this.#utf8(value);
  }

  int32(value: number): void {
    this.#reserve(4);
    this.#at = this.#bytes.writeInt32LE(value, this.#at);
  }

  /** A whole number of up to 53 bits as one of 64. */
  int64(value: number): void {
    const high = Math.floor(value / two32);
    this.#reserve(8);
    this.#at = this.#bytes.writeUInt32LE(value - high * two32, this.#at);
    this.#at = this.#bytes.writeInt32LE(high, this.#at);
  }

  bigInt64(value: bigint): void {
    this.#reserve(8);
    this.#at = this.#bytes.writeBigInt64LE(value, this.#at);
  }

  bigUint64(value: bigint): void {
    this.#reserve(8);
    this.#at = this.#bytes.writeBigUInt64LE(value, this.#at);
  }

  float64(value: number): void {
    this.#reserve(8);
    this.#at = this.#bytes.writeDoubleLE(value, this.#at);
  }

  #shortAscii(value: string): boolean {
    this.#reserve(1 + shortText);
    const bytes = this.#bytes;
    const start = this.#at + 1;
    for (let index = 0; index < value.length; index++) {
      const code = value.charCodeAt(index);
      if (code >= asciiEnd) return false;
      bytes[start + index] = code;
    }
    bytes[this.#at] = value.length;
    this.#at = start + value.length;
    return true;
  }

  #utf8(value: string): void {
    const length = Buffer.byteLength(value);
    this.varint(length);
    this.#reserve(length);
    this.#at += this.#bytes.write(value, this.#at);
  }

  #reserve(bytes: number): void {
    if (this.#at + bytes <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#at + bytes));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }
}
