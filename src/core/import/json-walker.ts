const quote = 0x22;
const backslash = 0x5c;
const newline = 0x0a;
const comma = 0x2c;
const colon = 0x3a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/** The path of values that stand side by side at the top of a text. */
export const topLevel = '.';

const longestKeyBytes = 256;

/** One value of a list, by its place in the input. */
export interface JsonRecord {
  /** Path of the list: names parted by points; '' is a list that is the whole document. */
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** A container that is open. */
interface Frame {
  readonly list: boolean;
  readonly path: string;
  readonly holdsRecords: boolean;
  key: string;
}

/** Walks over the bytes of a JSON document, block by block, and tells where the values of its lists lie. Memory does not grow with the document. */
export class JsonWalker {
  line = 1;
  readonly #holdsRecords: (path: string) => boolean;
  readonly #frames: Frame[] = [];
  #quoted = false;
  #escaped = false;
  #text: number[] = [];

  /** @param holdsRecords whether the values of the list at this path are wanted */
  constructor(holdsRecords: (path: string) => boolean) {
    this.#holdsRecords = holdsRecords;
  }

  /** Every container that was opened is closed. */
  get isComplete(): boolean {
    return this.#frames.length === 0 && !this.#quoted;
  }

  /** The next wanted value that lies wholly in the input from `at` on; else the position up to which nothing is needed any more. */
  next(input: Uint8Array, at: number, final = false): JsonRecord | number {
    let position = at;
    while (position < input.length) {
      if (!this.#quoted && this.#awaitsRecord() && beginsValue(input[position])) {
        const end = endOfValue(input, position, final);
        return end === -1 ? position : this.#record(input, position, end);
      }
      position = this.passInto(input, position);
    }
    return position;
  }

  #awaitsRecord(): boolean {
    return this.#frames.at(-1)?.holdsRecords ?? this.#holdsRecords(topLevel);
  }

  #record(input: Uint8Array, start: number, end: number): JsonRecord {
    const record = { path: this.#frames.at(-1)?.path ?? topLevel, start, end, line: this.line };
    for (let at = start; at < end; at++) if (input[at] === newline) this.line++;
    return record;
  }

  /** Passes one byte: a value that begins there is walked through and not given. */
  passInto(input: Uint8Array, at: number): number {
    const byte = input[at] as number;
    if (byte === newline) this.line++;
    if (this.#quoted) this.#passQuoted(byte);
    else this.#passPlain(byte);
    return at + 1;
  }

  #passQuoted(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === backslash) this.#escaped = true;
    else if (byte === quote) this.#quoted = false;
    if (this.#quoted && this.#text.length < longestKeyBytes) this.#text.push(byte);
  }

  #passPlain(byte: number): void {
    if (byte === quote) {
      this.#quoted = true;
      this.#text = [];
    } else if (byte === colon) this.#nameKey();
    else if (byte === openBrace || byte === openBracket) this.#open(byte === openBracket);
    else if (byte === closeBrace || byte === closeBracket) this.#frames.pop();
  }

  #nameKey(): void {
    const frame = this.#frames.at(-1);
    if (frame && !frame.list) frame.key = new TextDecoder().decode(Uint8Array.from(this.#text));
  }

  #open(list: boolean): void {
    const parent = this.#frames.at(-1);
    const path = parent ? childPath(parent) : '';
    this.#frames.push({ list, path, holdsRecords: list && this.#holdsRecords(path), key: '' });
  }
}

function childPath(parent: Frame): string {
  if (parent.list) return `${parent.path}[]`;
  return parent.path === '' ? parent.key : `${parent.path}.${parent.key}`;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === newline || byte === 0x0d || byte === 0x09;
}

function beginsValue(byte: number | undefined): boolean {
  return !isSpace(byte) && byte !== comma && byte !== closeBracket && byte !== closeBrace;
}

/** The position after the value that begins at `start`; -1 when the input ends within it. */
function endOfValue(input: Uint8Array, start: number, final: boolean): number {
  const first = input[start];
  if (first === quote) return endOfQuoted(input, start);
  if (first !== openBrace && first !== openBracket) return endOfWord(input, start, final);
  let depth = 0;
  for (let at = start; at !== -1 && at < input.length; ) {
    const byte = input[at];
    depth += depthChange(byte);
    at = byte === quote ? endOfQuoted(input, at) : at + 1;
    if (depth === 0) return at;
  }
  return -1;
}

function endOfQuoted(input: Uint8Array, start: number): number {
  for (let at = start + 1; at < input.length; at++) {
    if (input[at] === backslash) at++;
    else if (input[at] === quote) return at + 1;
  }
  return -1;
}

function depthChange(byte: number | undefined): number {
  if (byte === openBrace || byte === openBracket) return 1;
  return byte === closeBrace || byte === closeBracket ? -1 : 0;
}

function endOfWord(input: Uint8Array, start: number, final: boolean): number {
  for (let at = start; at < input.length; at++) if (isSpace(input[at]) || !beginsValue(input[at])) return at;
  return final ? input.length : -1;
}
