import { entity, flag, instant, integer, label, text } from '../model/entity.ts';

/** Imports and ingest batches: what came in, from where, and how far it got. */
export const imports = entity({
  name: 'imports',
  doc: 'Imports: what came in, from where, and how far it got. The id is a hash of content, target and mapping, so the same file twice is one import.',
  key: ['id'],
  version: 'revision',
  shardBy: 'id',
  columns: {
    id: text('hash of content, target and mapping'),
    revision: integer('monotonic'),
    source: label('the system'),
    target: label('entity or shape that the rows are'),
    file_name: text('name of the file'),
    bytes: integer('size as read'),
    mapping: text('the mapping as JSON'),
    state: label('running, finished, failed, undone'),
    started_at: instant('start'),
    updated_at: instant('last progress'),
    chunks_done: integer('chunks that are durable'),
    bytes_done: integer('bytes that are durable'),
    rows_read: integer('records read'),
    rows_accepted: integer('rows that were used'),
    rows_rejected: integer('rows that could not be used'),
    rows_unchanged: integer('rows that were known already'),
    message: text('what went wrong; empty when nothing'),
    code: label('code of the refusal that this is; empty when it is none'),
    sample: flag('sample data that can be removed at once'),
  },
});

/** Rows that could not be used, with line and reason. */
export const rejects = entity({
  name: 'rejects',
  doc: 'Rows that could not be used, with line and reason.',
  key: ['import_id', 'line', 'reason', 'member'],
  version: 'revision',
  shardBy: 'import_id',
  columns: {
    import_id: text('the import or ingest batch'),
    revision: integer('monotonic'),
    source: label('the system'),
    at: instant('when it was refused'),
    member: text('the table of an archive or workbook that it stands in; empty where the file is the table'),
    line: integer('line in the file, 1 is the header; position in the batch for ingest'),
    reason: text('code of the reason'),
    column: text('column it is about; empty when none'),
    value: text('the value that was refused'),
    raw: text('the row as it came'),
  },
});

/** Rows as they were before an import replaced them. */
export const replacedRows = entity({
  name: 'replaced_rows',
  doc: 'Rows as they were before an import replaced them, so that they come back when it is taken back.',
  key: ['replaced_by', 'entity', 'id', 'import_id'],
  version: 'source',
  shardBy: 'id',
  columns: {
    replaced_by: text('the import that replaced the row'),
    entity: label('the table of the row'),
    id: text('id of the row'),
    import_id: text('the import or ingest batch that had brought the row'),
    version: integer('version of the row'),
    row: text('all of its columns as JSON'),
  },
});

/** Raw payloads of webhooks and pulls, before they are mapped. */
export const inbox = entity({
  name: 'inbox',
  doc: 'Raw payloads of webhooks and pulls, before they are mapped, so that a mapping can be replayed.',
  key: ['source', 'id'],
  version: 'revision',
  shardBy: 'id',
  columns: {
    source: label('the system'),
    id: text('delivery id'),
    revision: integer('monotonic'),
    received_at: instant('when it came'),
    stream: label('which stream'),
    body: text('as it came'),
    state: label('waiting, mapped or failed'),
    message: text('why it failed'),
  },
});
