import { UserError } from '../../core/model/user-error.ts';
import type { Body } from './handler.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The body of a request; nothing of it is touched before it is asked for. */
export function bodyOfRequest(request: Request, contentType: string): Body {
  return {
    contentType,
    bytes: (maxBytes) => limitedBytes(request, maxBytes),
    text: async (maxBytes) => decoded(await wholeBody(request, maxBytes)),
  };
}

/** A JSON body; an empty one is an empty object. */
export async function readJson(body: Body, maxBytes: number): Promise<unknown> {
  const text = await body.text(maxBytes);
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError('bad_json', 'The body is no JSON.');
  }
}

async function* limitedBytes(request: Request, maxBytes: number): AsyncIterable<Uint8Array> {
  let total = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    total += chunk.byteLength;
    if (total > maxBytes) throw tooLarge(maxBytes);
    yield chunk;
  }
}

/** A body whose length is said before is read at once, which takes half of the time of a request. */
async function wholeBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  const said = request.headers.get('content-length');
  if (said !== null && Number(said) > maxBytes) throw tooLarge(maxBytes);
  if (said !== null) return new Uint8Array(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  for await (const chunk of limitedBytes(request, maxBytes)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new UserError('not_utf8', 'The body is no UTF-8 text.');
  }
}

function tooLarge(maxBytes: number): UserError {
  return new UserError('too_large', `The body is larger than the ${maxBytes.toLocaleString('en')} bytes that are allowed.`, 413);
}
