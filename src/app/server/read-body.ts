import { UserError } from '../../core/model/user-error.ts';

/** Bytes as they come, until more than `maxBytes` came. */
export async function* limitedBytes(bytes: AsyncIterable<Uint8Array>, maxBytes: number): AsyncIterable<Uint8Array> {
  let total = 0;
  for await (const chunk of bytes) {
    total += chunk.byteLength;
    if (total > maxBytes)
      throw new UserError('too_large', `The body is larger than the ${maxBytes.toLocaleString('en')} bytes that are allowed.`, 413);
    yield chunk;
  }
}

/** All bytes as text. @throws UserError when there are more than `maxBytes` or they are no UTF-8 */
export async function readText(bytes: AsyncIterable<Uint8Array>, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of limitedBytes(bytes, maxBytes)) chunks.push(chunk);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new UserError('not_utf8', 'The body is no UTF-8 text.');
  }
}

/** A JSON body; an empty one is an empty object. */
export async function readJson(bytes: AsyncIterable<Uint8Array>, maxBytes: number): Promise<unknown> {
  const text = await readText(bytes, maxBytes);
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError('bad_json', 'The body is no JSON.');
  }
}
