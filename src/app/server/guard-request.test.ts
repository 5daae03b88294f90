import { describe, expect, test } from 'vitest';
import { checkContentType, guardRequest, loopbackHosts } from './guard-request.ts';

const hosts = loopbackHosts(4000);

function request(method: string, headers: Record<string, string>): Request {
  return new Request('http://127.0.0.1:4000/api/query', { method, headers });
}

describe('guardRequest', () => {
  test.each(['127.0.0.1:4000', 'localhost:4000', 'LOCALHOST:4000', '[::1]:4000'])('lets %s in', (host) => {
    expect(() => guardRequest(request('GET', { host }), hosts)).not.toThrow();
  });

  test.each(['evil.example', 'evil.example:4000', '127.0.0.1', '127.0.0.1:4001', '127.0.0.1.evil.example:4000', ''])(
    'refuses the host %j, so that a rebound name reads nothing',
    (host) => {
      expect(() => guardRequest(request('GET', { host }), hosts)).toThrow(/^Earshot is not called /);
    },
  );

  test('reads may come from anywhere, because the browser keeps the answer from the other site', () => {
    expect(() => guardRequest(request('GET', { host: 'localhost:4000', origin: 'http://evil.example' }), hosts)).not.toThrow();
  });

  test.each([
    { origin: 'http://evil.example' },
    { origin: 'https://localhost:4000' },
    { origin: 'http://localhost:4001' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('refuses to change anything for %j', (headers) => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      expect(() => guardRequest(request(method, { host: 'localhost:4000', ...headers } as Record<string, string>), hosts)).toThrow(
        'Another site asked',
      );
    }
  });

  test.each([{}, { origin: 'http://localhost:4000' }, { origin: 'http://127.0.0.1:4000', 'sec-fetch-site': 'same-origin' }])(
    'changes things for our own page and for programs: %j',
    (headers) => {
      expect(() => guardRequest(request('POST', { host: 'localhost:4000', ...headers } as Record<string, string>), hosts)).not.toThrow();
    },
  );
});

describe('checkContentType', () => {
  test('takes the type without its parameters', () => {
    expect(checkContentType(request('POST', { 'content-type': 'application/json; charset=utf-8' }), ['application/json'])).toBe(
      'application/json',
    );
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'refuses %s, which browsers send without asking',
    (type) => {
      expect(() => checkContentType(request('POST', { 'content-type': type }), ['application/json'])).toThrow(
        `The content-type ${type} cannot be used; allowed is application/json.`,
      );
    },
  );
});
