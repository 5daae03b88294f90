import type { Endpoint } from '../../../core/model/endpoint.ts';
import type { EndpointName, Input, Output } from '../../../core/model/endpoints/index.ts';

/** Written in by the build. */
declare const EARSHOT_CALLS: Readonly<Record<EndpointName, Pick<Endpoint, 'method' | 'path'>>>;

import type { KeyedSentence } from '../../../core/model/user-error.ts';
import { loadWords } from './translator.ts';

/** Method and path of each call; nothing outside a build. */
export const calls = typeof EARSHOT_CALLS === 'undefined' ? ({} as typeof EARSHOT_CALLS) : EARSHOT_CALLS;

/** A refusal of the server, with the sentence that says why. */
export class CallFault extends Error {
  readonly code: string;
  /** The same sentence by its key among the words of the page. */
  readonly sentence: KeyedSentence | null;

  constructor(code: string, message: string, sentence: KeyedSentence | null = null) {
    super(message);
    this.name = 'CallFault';
    this.code = code;
    this.sentence = sentence;
  }
}

/** Calls the server and gives its answer. @throws CallFault with the server's own sentence. */
export async function call<N extends EndpointName>(name: N, input: Input<N>, signal?: AbortSignal): Promise<Output<N>> {
  const response = await send(name, input as Readonly<Record<string, unknown>>, signal);
  return (await response.json()) as Output<N>;
}

/** Calls the server for a file and gives its bytes. @throws CallFault with the server's own sentence. */
export async function callForFile<N extends EndpointName>(name: N, input: Input<N>): Promise<Blob> {
  const response = await send(name, input as Readonly<Record<string, unknown>>);
  return response.blob();
}

/** The path of a call with its parameters in place, and what is left of the input. */
export function placeInPath(
  path: string,
  input: Readonly<Record<string, unknown>>,
): { url: string; rest: Readonly<Record<string, unknown>> } {
  const rest = { ...input };
  const url = path.replace(/:([a-z]+)/gi, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  return { url, rest };
}

async function send(name: EndpointName, input: Readonly<Record<string, unknown>>, signal?: AbortSignal): Promise<Response> {
  const { method, path } = calls[name];
  const { url, rest } = placeInPath(path, input);
  const inBody = method === 'POST' || method === 'PUT';
  const response = await fetch(inBody ? url : withParameters(url, rest), {
    method,
    ...(inBody ? { body: JSON.stringify(rest), headers: { 'content-type': 'application/json' } } : {}),
    ...(signal === undefined ? {} : { signal }),
  });
  if (response.ok) return response;
  throw await refusalOf(response.status, await response.text());
}

function withParameters(url: string, parameters: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  if (given.length === 0) return url;
  return `${url}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

/** A refusal from the body of an answer, when the words that say it are there. */
export async function refusalOf(status: number, body: string): Promise<CallFault> {
  await loadWords('refusals').catch(() => undefined);
  return faultOf(status, body);
}

/** A refusal from the body of an answer; an answer that is not ours gives its status. */
export function faultOf(status: number, body: string): CallFault {
  try {
    const { error } = JSON.parse(body) as { error: { code: string; message: string; sentence?: KeyedSentence } };
    return new CallFault(error.code, error.message, error.sentence ?? null);
  } catch {
    return new CallFault('unreachable', `HTTP ${status}`);
  }
}
