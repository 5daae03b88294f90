import { randomUUID } from 'node:crypto';

/** A form of named texts, as ClickHouse takes a statement whose parameters are too long for an address. */
export function multipartBody(fields: Readonly<Record<string, string>>): { body: string; contentType: string } {
  const boundary = `earshot-${randomUUID()}`;
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return { body: `${parts.join('')}--${boundary}--\r\n`, contentType: `multipart/form-data; boundary=${boundary}` };
}
