import { UserError } from '../../core/model/user-error.ts';

/** The hosts by which this server may be called: the loopback names with its port. */
export function loopbackHosts(port: number): ReadonlySet<string> {
  return new Set(['127.0.0.1', 'localhost', '[::1]'].flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])));
}

/**
 * Refuses calls that a foreign web page could make: loopback is reachable by any of them.
 * A foreign Host is refused always (DNS rebinding), a foreign Origin wherever something can change.
 */
export function guardRequest(request: Request, hosts: ReadonlySet<string>): void {
  const host = request.headers.get('host') ?? new URL(request.url).host;
  if (!hosts.has(host.toLowerCase())) {
    throw new UserError('foreign_host', `Earshot is not called ${JSON.stringify(host)}; allowed are ${[...hosts].join(', ')}.`, 403);
  }
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  const foreign = (origin !== null && !isOwn(origin, hosts)) || (site !== null && site !== 'same-origin' && site !== 'none');
  if (foreign) throw new UserError('foreign_origin', 'Another site asked for this: only the pages of Earshot itself may.', 403);
}

/** Refuses a body of another kind than `types`; what browsers may send across sites without asking is never among them. */
export function checkContentType(request: Request, types: readonly string[]): string {
  const given = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (types.includes(given)) return given;
  const said = given === '' ? 'The request says no content-type' : `The content-type ${given} cannot be used`;
  throw new UserError('content_type', `${said}; allowed ${types.length === 1 ? 'is' : 'are'} ${types.join(', ')}.`, 415);
}

function isOwn(origin: string, hosts: ReadonlySet<string>): boolean {
  return URL.canParse(origin) && new URL(origin).protocol === 'http:' && hosts.has(new URL(origin).host);
}
