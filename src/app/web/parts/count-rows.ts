/**
 * Records of a delimited file or NDJSON in UTF-8, plain or gzip, header excluded: line ends outside quotes. Null when it is of another encoding or
 * cannot be read whole, where only the server can tell.
 */
export async function countRows(
  file: Blob,
  { header, quoted }: { readonly header: boolean; readonly quoted: boolean },
): Promise<number | null> {
  const counter: Counter = { records: 0, inQuotes: false, pending: false };
  try {
    const reader = (await plainStream(file)).getReader();
    for (let first = true; ; first = false) {
      const { done, value } = await reader.read();
      if (done) break;
      if (first && isWide(value)) return null;
      countChunk(value, quoted, counter);
    }
  } catch {
    return null;
  }
  return Math.max(0, counter.records + (counter.pending ? 1 : 0) - (header ? 1 : 0));
}

async function plainStream(file: Blob): Promise<ReadableStream<Uint8Array>> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isGzip = first === 0x1f && second === 0x8b;
  return isGzip ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
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

/** UTF-16: begins with ff fe or fe ff, or holds zero bytes. */
function isWide(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || bytes.subarray(0, 4096).includes(0);
}
