import type { Endpoint } from '../../core/model/endpoint.ts';
import { type EndpointName, endpoints } from '../../core/model/endpoints/index.ts';
import { UserError } from '../../core/model/user-error.ts';
import { inputSentence } from '../../core/text/input-sentence.ts';
import { checkContentType } from './guard-request.ts';
import type { Body, FileAnswer, Services } from './handler.ts';
import { handlers } from './handlers.ts';
import { takesJson } from './openapi.ts';
import { bodyOfRequest, readJson } from './read-body.ts';

const jsonBytes = 2_000_000;

type AnyHandler = (services: Services, input: unknown, body: Body) => Promise<unknown>;

/** Answers one call: reads and checks its input, runs its handler and writes what comes of it. */
export async function answerCall(
  services: Services,
  name: EndpointName,
  request: Request,
  pathParameters: Readonly<Record<string, string>>,
): Promise<Response> {
  const endpoint: Endpoint = endpoints[name];
  const body = bodyOf(endpoint, request);
  const input = parseInput(endpoint, { ...(await readInput(endpoint, request, body)), ...pathParameters });
  const answer = await (handlers[name] as AnyHandler)(services, input, body);
  return endpoint.streamsOut === undefined ? Response.json(answer) : fileResponse(answer as FileAnswer);
}

function bodyOf(endpoint: Endpoint, request: Request): Body {
  const takesBody = endpoint.streamsIn || takesJson(endpoint);
  return bodyOfRequest(request, takesBody ? checkContentType(request, endpoint.streamsIn ?? ['application/json']) : '');
}

async function readInput(endpoint: Endpoint, request: Request, body: Body): Promise<object> {
  if (!takesJson(endpoint)) return Object.fromEntries(new URL(request.url).searchParams);
  const json = await readJson(body, jsonBytes);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new UserError('bad_input', 'The body is no JSON object.');
  return json;
}

function parseInput(endpoint: Endpoint, input: unknown): unknown {
  if (hasNull(input))
    throw new UserError('bad_input', 'The character U+0000 stands in the input; no text can be kept with it: leave it out.');
  const parsed = endpoint.input.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new UserError('bad_input', inputSentence(parsed.error, endpoint.input, input));
}

/** Whether the character U+0000 stands in any text of a value, which PostgreSQL does not keep. */
function hasNull(value: unknown): boolean {
  return /(?<!\\)(?:\\\\)*\\u0000/.test(JSON.stringify(value));
}

function fileResponse(answer: FileAnswer): Response {
  return new Response(answer.text, {
    headers: {
      'content-type': answer.contentType,
      'content-disposition': `attachment; filename="${answer.fileName.replaceAll(/[^\w.-]/g, '_')}"`,
    },
  });
}
