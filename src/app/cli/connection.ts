import { type Endpoint, faultSchema } from '../../core/model/endpoint.ts';
import { type EndpointName, endpoints, type Input, type Output } from '../../core/model/endpoints/index.ts';
import { UserError } from '../../core/model/user-error.ts';
import { takesJson } from '../server/openapi.ts';

/** Calls endpoints: of a running server, or of the data directory opened in this process. */
export interface Connection {
  call<N extends EndpointName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** The text of an endpoint that answers with a file. */
  download<N extends EndpointName>(name: N, input: Input<N>): Promise<string>;
  /** Hands a file over for preview and import; resolves to its token. */
  upload(path: string): Promise<string>;
  close(): Promise<void>;
}

/** Sends one request: over the network, or straight into the server's code. */
export type Send = (request: Request) => Promise<Response>;

/** The calls of a connection over a way to send requests. */
export function calls(base: string, send: Send): Pick<Connection, 'call' | 'download'> {
  return {
    call: async (name, input) => (await answerOf(await send(requestOf(base, endpoints[name], input)))).json() as Promise<never>,
    download: async (name, input) => textOf(await answerOf(await send(requestOf(base, endpoints[name], input)))),
  };
}

/** The text of a file with its byte order mark, so that it is the file of the page to the byte. */
async function textOf(response: Response): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
}

/** The answer itself. @throws UserError with what the server says when it refuses */
export async function answerOf(response: Response): Promise<Response> {
  if (response.ok) return response;
  const fault = faultSchema.safeParse(await response.json().catch(() => null));
  if (fault.success) throw new UserError(fault.data.error.code, fault.data.error.message, response.status);
  throw new UserError('no_answer', `What answers at ${response.url} is no Earshot (status ${response.status}).`, response.status);
}

function requestOf(base: string, endpoint: Endpoint, input: unknown): Request {
  const rest = new Map(Object.entries(input as Record<string, unknown>).filter(([, value]) => value !== undefined));
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = String(rest.get(name));
    rest.delete(name);
    return encodeURIComponent(value);
  });
  const url = new URL(path, base);
  if (takesJson(endpoint)) {
    return new Request(url, {
      method: endpoint.method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(Object.fromEntries(rest)),
    });
  }
  for (const [name, value] of rest) url.searchParams.set(name, String(value));
  return new Request(url, { method: endpoint.method });
}
