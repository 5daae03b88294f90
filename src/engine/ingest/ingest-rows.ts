import type { Columns, Entity } from '../../core/model/entity.ts';
import { UserError } from '../../core/model/user-error.ts';
import type { Deriver } from './deriver.ts';
import { withSentFields } from './ingest-fields.ts';
import type { IngestQueue } from './ingest-queue.ts';
import { type IngestSchema, ingestEntity, ingestSchema } from './ingest-schema.ts';

/** What became of sent rows. Positions count from 1. */
export interface IngestAnswer {
  readonly accepted: number;
  readonly rejected: { position: number; column: string; reason: string }[];
}

const schemas = new WeakMap<Columns, IngestSchema>();
const notJson = { column: '', reason: 'not valid JSON' };
const ticketColumns: Readonly<Record<string, string>> = { ticket_records: 'id', ticket_events: 'ticket_id', messages: 'ticket_id' };

/**
 * Takes rows of one entity as NDJSON, a JSON array or one JSON object; resolves when the good ones are durable. Bad ones are told by position.
 * @throws UserError when nothing can be read at all.
 */
export async function ingestRows(
  queue: IngestQueue,
  deriver: Pick<Deriver, 'touch'>,
  entityName: string,
  body: string,
): Promise<IngestAnswer> {
  const items = readItems(body);
  const sentValues = items.flatMap((item) => (item.ok ? [item.value] : []));
  const { entity, spread } = await withSentFields(queue.workspace, ingestEntity(entityName), sentValues);
  const schema = schemaOf(entity);
  const rows: Record<string, unknown>[] = [];
  const rejected: IngestAnswer['rejected'] = [];
  items.forEach((item, index) => {
    const sent = item.ok ? schema(spread(item.value)) : notJson;
    if ('row' in sent) rows.push(sent.row);
    else rejected.push({ position: index + 1, ...sent });
  });
  if (rows.length > 0) await queue.add(entity, rows);
  const column = ticketColumns[entity.name];
  if (column) deriver.touch(rows.map((row) => String(row[column])));
  return { accepted: rows.length, rejected };
}

function schemaOf(entity: Entity): IngestSchema {
  const schema = schemas.get(entity.columns) ?? ingestSchema(entity);
  schemas.set(entity.columns, schema);
  return schema;
}

type Item = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

function readItems(body: string): readonly Item[] {
  const text = body.trim();
  if (text === '') throw new UserError('empty_body', 'The body is empty; send one JSON object a line, or a JSON array of objects');
  if (text.startsWith('[')) return readArray(text);
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(readItem);
}

function readItem(line: string): Item {
  try {
    return { ok: true, value: JSON.parse(line) };
  } catch {
    return { ok: false };
  }
}

function readArray(text: string): readonly Item[] {
  const item = readItem(text);
  if (!item.ok || !Array.isArray(item.value))
    throw new UserError('bad_json', 'The body begins like a JSON array and is none; send valid JSON or one object a line');
  return item.value.map((value) => ({ ok: true, value }));
}
