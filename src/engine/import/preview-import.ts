import { type ImportNote, importNote } from '../../core/import/import-note.ts';
import { targetNames } from '../../core/import/mapping.ts';
import { suggestCustomFields } from '../../core/import/suggest-custom-fields.ts';
import { targets, wordsOf } from '../../core/import/target.ts';
import { UserError } from '../../core/model/user-error.ts';
import { compileMapping, missingFields } from './compile-mapping.ts';
import type { PreviewOptions } from './import-options.ts';
import type { ImportPreview, PreviewMember } from './import-summary.ts';
import type { InspectedTable } from './inspect-table.ts';
import { type InspectedFile, inspectFile } from './inspect-tables.ts';
import { leftOutNote } from './left-out-note.ts';
import { openTables } from './open-tables.ts';
import { type FirstRows, noRows, readFirstRows } from './preview-rows.ts';
import { scanChunks } from './scan-chunks.ts';
import { tableRemarks } from './table-remarks.ts';
import { withWorkDirectory } from './work-directory.ts';

const shownSamples = 5;
const previewBytes = 2 << 20;

/** What an import would make of a file: mapping, first rows and rejects, by the SQL of the import itself. Writes nothing. */
export async function previewImport(options: PreviewOptions): Promise<ImportPreview> {
  const opened = await openTables(options.workspace.store, options.path, options.fileName);
  const file = await inspectFile(opened, options);
  const table = tableToShow(file, options.member);
  const { mapping, layout, source } = table;
  const missing = missingFields(mapping, layout.columns);
  const incomplete = missing.length > 0 ? [importNote('incomplete', { fields: missing.join(', '), target: mapping.target })] : [];
  const first = missing.length > 0 ? noRows : await firstRows(options, table);
  const remarks = [...tableRemarks(table), ...(table.notes.some(({ key }) => key === 'incomplete') ? [] : incomplete)];
  return {
    fileName: file.file.fileName,
    bytes: file.file.bytes,
    member: source.member,
    members: source.member === null ? [] : membersOf(file),
    isText: source.known.encoding === undefined,
    mapping,
    sourceColumns: sampled(table),
    fields: targets[mapping.target].fields.map((field) => ({
      name: field.name,
      doc: field.doc,
      kind: field.kind,
      required: field.required,
      values: wordsOf(field),
    })),
    suggestedFields: suggestCustomFields(layout, mapping),
    savedMapping: savedMappingOf(table),
    targets: targetNames,
    ...first,
    remarks,
    notes: remarks.map(({ text }) => text),
  };
}

function tableToShow({ file, tables, unfit }: InspectedFile, member: string | undefined): InspectedTable {
  const all = [...tables, ...unfit];
  const found = member === undefined ? all[0] : all.find(({ source }) => source.member === member);
  if (found) return found;
  const names = all.map(({ source }) => source.member).join(', ');
  throw new UserError('import_member', `${file.fileName} has no table ${JSON.stringify(member ?? '')} that can be read; it has ${names}`);
}

function savedMappingOf({ notes }: InspectedTable): string | null {
  const note = notes.find(({ key }) => key === 'saved_mapping');
  return note ? String(note.values.name) : null;
}

function membersOf({ tables, unfit, leftOut }: InspectedFile): PreviewMember[] {
  const member = ({ source, mapping }: InspectedTable, remark: ImportNote | null): PreviewMember => ({
    name: source.member ?? '',
    used: remark === null,
    target: mapping.target,
    mapping,
    remark,
  });
  return [
    ...tables.map((table) => member(table, null)),
    ...unfit.map((table) => member(table, table.notes.at(-1) ?? null)),
    ...leftOut.map((table) => ({ name: table.member, used: false, target: null, mapping: null, remark: leftOutNote(table) })),
  ];
}

function sampled({ layout }: InspectedTable): ImportPreview['sourceColumns'] {
  return layout.columns.map((name, index) => {
    const values = layout.rows.map((row) => row[index] ?? '');
    const samples = [...new Set(values.filter((value) => value !== ''))].slice(0, shownSamples);
    return { name, samples, empty: values.filter((value) => value === '').length };
  });
}

async function firstRows(options: PreviewOptions, { source, mapping, layout }: InspectedTable): Promise<FirstRows> {
  const compiled = compileMapping(mapping, layout.columns);
  return withWorkDirectory(options.directories.tmp, async (directory) => {
    const scan = scanChunks(source, { mapping, columns: layout.columns, directory, chunkBytes: previewBytes });
    const first = await scan.next();
    await scan.return(0);
    return first.done ? noRows : readFirstRows(options.workspace.store, compiled, layout.columns, first.value);
  });
}
