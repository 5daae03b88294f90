import { expect, it } from 'vitest';
import { bodyOfRequest, readJson } from './read-body.ts';

function sent(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
  return bodyOfRequest(new Request('http://localhost/', { method: 'POST', body, headers }), 'application/json');
}

const said = { 'content-length': '5' };

it.each([
  ['with', said],
  ['without', {}],
])('reads a body %s a length said before, up to the limit', async (_, headers) => {
  expect(await sent('hello', headers).text(5)).toBe('hello');
  await expect(sent('hello', headers).text(4)).rejects.toThrow('The body is larger than the 4 bytes that are allowed.');
});

it('stops a stream of bytes at the limit', async () => {
  const read = async (maxBytes: number) => {
    let text = '';
    for await (const chunk of sent('hello').bytes(maxBytes)) text += Buffer.from(chunk).toString();
    return text;
  };
  expect(await read(5)).toBe('hello');
  await expect(read(4)).rejects.toThrow('larger than');
});

it('refuses what is no UTF-8, and goes on reading what is', async () => {
  await expect(sent(new Uint8Array([0x22, 0xff, 0x22])).text(10)).rejects.toThrow('The body is no UTF-8 text.');
  expect(await sent('Zoë 客户').text(100)).toBe('Zoë 客户');
});

it('reads an empty body as an empty object, and refuses what is no JSON', async () => {
  expect(await readJson(bodyOfRequest(new Request('http://localhost/'), ''), 10)).toEqual({});
  await expect(readJson(sent('{"a":'), 10)).rejects.toThrow('The body is no JSON.');
});
