import { Agent, request } from 'node:http';

/** What a server answered. */
export interface PostAnswer {
  readonly status: number;
  readonly body: string;
}

/** Connections that stay open, this many at most. */
export function connections(maxSockets: number): Agent {
  return new Agent({ keepAlive: true, maxSockets });
}

/** Sends a body and reads the answer. Rejects when the connection breaks. */
export function post(agent: Agent, url: string, contentType: string, body: string): Promise<PostAnswer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': contentType, 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { agent, method: 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.once('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
      response.once('error', reject);
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

/** Sends rows of one entity as NDJSON. */
export function postRows(agent: Agent, address: string, entity: string, rows: readonly object[]): Promise<PostAnswer> {
  return post(agent, `${address}/api/ingest/${entity}`, 'application/x-ndjson', rows.map((row) => JSON.stringify(row)).join('\n'));
}
