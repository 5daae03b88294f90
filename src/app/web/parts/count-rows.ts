/**
 * Records of a delimited file or NDJSON in UTF-8, header excluded: line ends outside quotes. Null when the file is compressed or of another encoding,
 * where only the server can tell.
 */
export async function countRows(
  file: Blob,
  { header, quoted }: { readonly header: boolean; readonly quoted: boolean },
): Promise<number | null> {
  const counter = { records: 0, inQuotes: false, pending: false };
  let first = true;
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (first && !isPlain(value)) return null;
    first = false;
    countChunk(value, quoted, counter);
  }
  return Math.max(0, counter.records + (counter.pending ? 1 : 0) - (header ? 1 : 0));
}

interface Counter {
  records: number;
  inQuotes: boolean;
  /** Something stands after the last line end. */
  pending: boolean;
}

const quote = 0x22;
const lineEnd = 0x0a;
const carriageReturn = 0x0d;

function countChunk(bytes: Uint8Array, quoted: boolean, counter: Counter): void {
  for (const byte of bytes) {
    if (byte === quote && quoted) counter.inQuotes = !counter.inQuotes;
    if (byte === lineEnd && !counter.inQuotes) endRecord(counter);
    else if (byte !== carriageReturn) counter.pending = true;
  }
}

function endRecord(counter: Counter): void {
  if (counter.pending) counter.records += 1;
  counter.pending = false;
}

/** Neither gzip nor UTF-16: those begin with 1f 8b, ff fe or fe ff, or hold zero bytes. */
function isPlain(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  const known = (first === 0x1f && second === 0x8b) || (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return !known && !bytes.subarray(0, 4096).includes(0);
}
