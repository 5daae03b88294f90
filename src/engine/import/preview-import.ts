import { targetNames } from '../../core/import/mapping.ts';
import { targets, wordsOf } from '../../core/import/target.ts';
import { UserError } from '../../core/model/user-error.ts';
import { integer, sql } from '../../core/sql/sql.ts';
import { type CompiledMapping, compileMapping } from './compile-mapping.ts';
import type { PreviewOptions, Workspace } from './import-options.ts';
import type { ImportPreview, Reject, UnmappedValue } from './import-summary.ts';
import { type InspectedFile, inspectFile } from './inspect-file.ts';
import { type Chunk, scanChunks } from './scan-chunks.ts';
import { openSource } from './source-file.ts';
import { refusedFileOf, sourceFileOf } from './source-file-of.ts';
import { columnOf, unreadStatement } from './stage-table.ts';
import { withWorkDirectory } from './work-directory.ts';
import { refusedStatement } from './write-rejects.ts';

const shownRows = 20;
const shownRejects = 100;
const shownSamples = 5;
const previewBytes = 2 << 20;

type FirstRows = Pick<ImportPreview, 'rows' | 'rejects' | 'unmapped'>;

/** What an import would make of a file: mapping, first rows and rejects, by the SQL of the import itself. Writes nothing. */
export async function previewImport(options: PreviewOptions): Promise<ImportPreview> {
  const source = await openSource(options.path, options.fileName);
  const file = await inspectFile(source, options);
  const { mapping } = file;
  const notes = [...file.notes];
  const first = await firstRows(options, file).catch((error: unknown) => {
    if (!(error instanceof UserError) || error.code !== 'mapping_incomplete') throw error;
    notes.push(error.message);
    return { rows: [], rejects: [], unmapped: [] };
  });
  return {
    fileName: source.fileName,
    bytes: source.bytes,
    mapping,
    sourceColumns: sampled(file),
    fields: targets[mapping.target].fields.map((field) => ({
      name: field.name,
      doc: field.doc,
      kind: field.kind,
      required: field.required,
      values: wordsOf(field),
    })),
    targets: targetNames,
    ...first,
    notes,
  };
}

function sampled({ layout }: InspectedFile): ImportPreview['sourceColumns'] {
  return layout.columns.map((name, index) => {
    const values = layout.rows.map((row) => row[index] ?? '');
    const samples = [...new Set(values.filter((value) => value !== ''))].slice(0, shownSamples);
    return { name, samples, empty: values.filter((value) => value === '').length };
  });
}

async function firstRows(options: PreviewOptions, file: InspectedFile): Promise<FirstRows> {
  const compiled = compileMapping(file.mapping, file.layout.columns);
  return withWorkDirectory(options.directories.tmp, async (directory) => {
    const scan = scanChunks(file.source, { mapping: file.mapping, columns: file.layout.columns, directory, chunkBytes: previewBytes });
    const first = await scan.next();
    await scan.return(undefined);
    return first.done ? { rows: [], rejects: [], unmapped: [] } : readChunk(options.workspace, compiled, first.value);
  });
}

async function readChunk({ store }: Workspace, compiled: CompiledMapping, chunk: Chunk): Promise<FirstRows> {
  const rows = sourceFileOf(chunk, compiled);
  const first = await store.queryFile<Record<string, unknown>>(
    rows,
    (relation) => sql`SELECT * EXCEPT (problem, unread)
FROM (${compiled.select(relation)})
WHERE problem = ''
ORDER BY line
LIMIT ${integer(shownRows)}`,
  );
  const unmapped = await store.queryFile<Omit<UnmappedValue, 'column'>>(rows, (relation) =>
    unreadStatement(sql`(${compiled.select(relation)})`),
  );
  const unusable = await store.queryFile<Reject>(
    rows,
    (relation) => sql`SELECT * FROM (${compiled.selectRejects(relation)}) ORDER BY line LIMIT ${integer(shownRejects)}`,
  );
  const refused = chunk.refused === 0 ? [] : await refusedOf({ store, database: '' }, compiled, chunk);
  return {
    rows: first.rows,
    rejects: [...refused, ...unusable.rows].sort((left, right) => left.line - right.line),
    unmapped: unmapped.rows.map((row) => ({ ...row, column: columnOf(compiled, row.field) })),
  };
}

async function refusedOf({ store }: Workspace, compiled: CompiledMapping, chunk: Chunk): Promise<readonly Reject[]> {
  const { rows } = await store.queryFile<Reject>(
    refusedFileOf(chunk),
    (relation) => sql`SELECT * FROM (${refusedStatement(compiled, relation)}) ORDER BY line LIMIT ${integer(shownRejects)}`,
  );
  return rows;
}
