import type { Encoding } from './mapping.ts';

/** The encoding of the first bytes of a text: by its byte order mark, else by what the bytes can be read as. Pure ASCII is UTF-8. */
export function detectEncoding(bytes: Uint8Array): Encoding {
  return byMark(bytes) ?? byZeros(bytes) ?? (readsAs('utf-8', bytes) ? 'utf-8' : byLetters(bytes));
}

function byMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark: separators and digits leave a zero in every second byte. */
function byZeros(bytes: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  const length = Math.min(bytes.length, 4096);
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > length / 10 && even < odd / 10) return 'utf-16le';
  if (even > length / 10 && odd < even / 10) return 'utf-16be';
  return null;
}

/** The last character may be cut. */
function readsAs(encoding: Encoding, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

interface HighBytes {
  /** Bytes above ASCII. */
  count: number;
  /** Of them, those in a run of three or more. */
  running: number;
  /** Two-byte characters whose first byte lies where GB 2312 keeps the common ones. */
  common: number;
  pairs: number;
}

/** Chinese comes in pairs that begin in B0-D7; Cyrillic letters stand in runs; accented Latin letters stand alone or two together. */
function byLetters(bytes: Uint8Array): Encoding {
  const high = countHighBytes(bytes);
  if (readsAs('gb18030', bytes) && high.common > high.pairs / 2) return 'gb18030';
  return high.running > high.count / 2 ? 'windows-1251' : 'windows-1252';
}

function countHighBytes(bytes: Uint8Array): HighBytes {
  const high: HighBytes = { count: 0, running: 0, common: 0, pairs: 0 };
  const isHigh = (at: number) => (bytes[at] ?? 0) >= 0x80;
  let run = 0;
  for (let at = 0; at < bytes.length; at++) {
    run = isHigh(at) ? run + 1 : 0;
    if (run === 0) continue;
    high.count++;
    high.running += runningSince(run);
    if (run % 2 === 1) countPair(high, bytes[at] ?? 0);
  }
  return high;
}

/** A run counts from its third byte on, and then as a whole. */
function runningSince(run: number): number {
  if (run < 3) return 0;
  return run === 3 ? 3 : 1;
}

function countPair(high: HighBytes, first: number): void {
  high.pairs++;
  if ((first >= 0xb0 && first <= 0xd7) || first === 0xa3 || first === 0xa1) high.common++;
}
