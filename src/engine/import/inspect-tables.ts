import { type ImportNote, importNote } from '../../core/import/import-note.ts';
import type { Mapping, TargetName } from '../../core/import/mapping.ts';
import { UserError } from '../../core/model/user-error.ts';
import { missingFields } from './compile-mapping.ts';
import type { SavedMappingFor } from './import-options.ts';
import { type InspectedTable, inspectAs, inspectTable, readSample, sourceNameOf, type TableSample } from './inspect-table.ts';
import type { LeftOut, OpenedFile } from './opened-file.ts';
import type { SourceOnDisk } from './source-file.ts';
import type { TableSource } from './table-source.ts';

/** A file after a look at all of its tables. */
export interface InspectedFile {
  readonly file: SourceOnDisk;
  /** Those that can be imported, in the order in which they are. */
  readonly tables: readonly InspectedTable[];
  /** Those that were looked at and cannot be, as far as they were understood. */
  readonly unfit: readonly InspectedTable[];
  readonly leftOut: readonly LeftOut[];
}

export interface InspectFileOptions {
  /** What was decided before, where the file has one table; detected when absent. */
  readonly mapping?: Mapping;
  /** What was decided before, by the names of the tables; the others are recognised. */
  readonly mappings?: Readonly<Record<string, Mapping>>;
  /** The tables to read, by name; all that can be when absent. */
  readonly members?: readonly string[];
  /** Finds what was decided before for a table with these columns. */
  readonly savedFor?: SavedMappingFor;
  readonly target?: TargetName;
  readonly zone?: string;
  readonly now: number;
}

/** A sample with what was decided of its table before. */
interface Sampled extends TableSample {
  readonly decided: { readonly mapping: Mapping; readonly notes: readonly ImportNote[] } | null;
}

/** People come first, so that what speaks of them is linked, and tickets before what was said of them. */
const order: readonly TargetName[] = [
  'agents',
  'customers',
  'tickets',
  'ticket_snapshots',
  'ticket_events',
  'messages',
  'survey_responses',
];

/**
 * Looks at the tables of a file together: one system wrote them, and a date that decides between day and month decides it for all.
 * @throws UserError when none of them can be read, or a given mapping does not fit
 */
export async function inspectFile(opened: OpenedFile, options: InspectFileOptions): Promise<InspectedFile> {
  const asked = askedFor(opened, options);
  const { samples, leftOut } = await readSamples(asked, options);
  const tables =
    samples.length === 1 && samples[0] && options.mapping ? [inspectAs(samples[0], options.mapping)] : inspectAll(opened, samples, options);
  const others = [...opened.leftOut, ...leftOut];
  if (opened.tables.length === 1) return { file: opened.file, tables, unfit: [], leftOut: others };
  const judged = tables.map((table) => ({ table, fault: options.mappings?.[table.source.member ?? ''] ? null : faultOf(table) }));
  const unfit = judged.flatMap(({ table, fault }) => (fault === null ? [] : [{ ...table, notes: [...table.notes, fault] }]));
  const fit = judged.filter(({ fault }) => fault === null).map(({ table }) => table);
  return {
    file: opened.file,
    tables: fit.sort((left, right) => order.indexOf(left.mapping.target) - order.indexOf(right.mapping.target)),
    unfit,
    leftOut: others,
  };
}

function askedFor({ file, tables }: OpenedFile, { members, mappings = {} }: InspectFileOptions): readonly TableSource[] {
  const names = members ?? tables.map((table) => table.member ?? '');
  const unknown = [...names, ...Object.keys(mappings)].filter((name) => !tables.some((table) => (table.member ?? '') === name));
  if (unknown.length > 0) {
    const known = tables.flatMap((table) => table.member ?? []).join(', ');
    const holds = known === '' ? 'is one table without a name' : `has ${known}`;
    throw new UserError('import_member', `${file.fileName} has no ${unknown.map((name) => JSON.stringify(name)).join(', ')}; it ${holds}`);
  }
  return tables.filter((table) => names.includes(table.member ?? ''));
}

async function readSamples(asked: readonly TableSource[], options: InspectFileOptions) {
  const samples: Sampled[] = [];
  const faults: { readonly member: string; readonly error: UserError }[] = [];
  for (const table of asked) {
    const mapping = options.mappings?.[table.member ?? ''] ?? (asked.length === 1 ? options.mapping : undefined);
    const sample = await sampleOf(table, mapping, options).catch(keepUserError);
    if (sample instanceof UserError) faults.push({ member: table.member ?? '', error: sample });
    else samples.push(sample);
  }
  if (samples.length === 0 && faults[0]) throw faults[0].error;
  return { samples, leftOut: faults.map(({ member, error }) => ({ member, code: error.code, reason: error.message })) };
}

/** A table of which nothing is said is read as one with the same columns was before. */
async function sampleOf(table: TableSource, mapping: Mapping | undefined, { savedFor, target }: InspectFileOptions): Promise<Sampled> {
  const sample = await readSample(table, mapping);
  if (mapping) return { ...sample, decided: { mapping, notes: [] } };
  const saved = target === undefined ? await savedFor?.(sample.layout.columns) : null;
  if (!saved) return { ...sample, decided: null };
  const again = await readSample(table, saved.mapping);
  return { ...again, decided: { mapping: saved.mapping, notes: [importNote('saved_mapping', { name: saved.name })] } };
}

/** A table that cannot be read is left out; an archive that is broken is refused as a whole. */
function keepUserError(error: unknown): UserError {
  if (error instanceof UserError && error.code !== 'import_zip_broken') return error;
  throw error;
}

function inspectAll({ file }: OpenedFile, samples: readonly Sampled[], options: InspectFileOptions): InspectedTable[] {
  const base = { ...options, sourceName: sourceNameOf(file.fileName) };
  const inspect = (sample: Sampled, dateOrder?: Mapping['dateOrder']) => {
    if (!sample.decided) return inspectTable(sample, { ...base, ...(dateOrder ? { dateOrder } : {}) });
    const { mapping, notes } = sample.decided;
    return { ...inspectAs(sample, mapping), notes, dateOrder: null };
  };
  const first = samples.map((sample) => inspect(sample));
  const dateOrder = first.find((table) => table.dateOrder !== null)?.dateOrder;
  if (!dateOrder || samples.length === 1) return first;
  return samples.map((sample) => inspect(sample, dateOrder));
}

/** Why a table among several cannot be imported as it is understood; null when it can. */
function faultOf({ mapping, layout }: InspectedTable): ImportNote | null {
  const fields = missingFields(mapping, layout.columns);
  if (fields.length > 0) return importNote('incomplete', { fields: fields.join(', '), target: mapping.target });
  const mapped = (name: string) => mapping.columns.some((column) => column.to === name);
  const tells = mapping.columns.length > 1 && (mapped('source_id') || mapping.constants.created_at === undefined);
  return tells ? null : importNote('not_understood');
}
