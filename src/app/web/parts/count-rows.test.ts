import { describe, expect, it } from 'vitest';
import { countRows } from './count-rows.ts';

function gzip(text: string): Promise<Blob> {
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob();
}

const delimited = { header: true, quoted: true };

describe('counting rows', () => {
  it('takes line ends inside quotes for text, and a last line without end for a row', async () => {
    expect(await countRows(new Blob(['a,b\n1,"x\ny"\n2,z']), delimited)).toBe(2);
    expect(await countRows(new Blob(['a\r\n\r\n1\r\n']), delimited)).toBe(1);
  });

  it('reads through gzip', async () => {
    expect(await countRows(await gzip('a\n1\n2\n3\n'), delimited)).toBe(3);
  });

  it('counts every line of NDJSON', async () => {
    expect(await countRows(new Blob(['{}\n{}\n']), { header: false, quoted: false })).toBe(2);
  });

  it('knows nothing of UTF-16, and of a gzip that is cut off', async () => {
    expect(await countRows(new Blob([new Uint16Array([0xfeff, 0x61, 0x0a, 0x31, 0x0a])]), delimited)).toBeNull();
    expect(await countRows((await gzip('a\n1\n'.repeat(5000))).slice(0, 40), delimited)).toBeNull();
  });

  it('is zero for an empty file and for a header alone', async () => {
    expect(await countRows(new Blob([]), delimited)).toBe(0);
    expect(await countRows(new Blob(['a,b']), delimited)).toBe(0);
  });
});
