import { type Entity, toWire } from '../../core/model/entity.ts';

/** Rows as JSON lines, in payloads of a bounded number of rows. */
export function* insertPayloads(
  entity: Entity,
  rows: readonly Readonly<Record<string, unknown>>[],
  rowsPerPayload = 50_000,
): Generator<string> {
  for (let start = 0; start < rows.length; start += rowsPerPayload) {
    const lines: string[] = [];
    for (const row of rows.slice(start, start + rowsPerPayload)) lines.push(JSON.stringify(toWire(entity.columns, row)));
    yield withoutLoneSurrogates(lines.join('\n'));
  }
}

/** ClickHouse refuses half of a surrogate pair; JSON.stringify writes it as an escape, and only it. */
function withoutLoneSurrogates(json: string): string {
  if (!json.includes('\\ud')) return json;
  return json.replace(/\\\\|\\ud[89a-f][0-9a-f]{2}/g, (match) => (match === '\\\\' ? match : '\ufffd'));
}
