import { isZone } from '../time/zone.ts';
import { columnDetails } from './column-details.ts';
import type { Layout } from './detect-layout.ts';
import { findMixedScales } from './find-mixed-scales.ts';
import { type ImportNote, importNote } from './import-note.ts';
import { type ColumnMapping, type Encoding, type Mapping, mappingSchema, type TargetName } from './mapping.ts';
import { matchColumns, numberedTags } from './recognise-columns.ts';
import { closerDateOrder, hasPointedDates, isWritten, recogniseDateOrder } from './recognise-instants.ts';
import { addQuestions, questionKind } from './recognise-questions.ts';
import { recogniseScales } from './recognise-scales.ts';
import { recogniseTarget, type TargetHint } from './recognise-target.ts';
import { recognitionNotes } from './recognition-notes.ts';
import { type SampleColumn, sampleColumns } from './sample-column.ts';
import type { SourceDeclaration } from './source-declaration.ts';
import { type Field, targets } from './target.ts';
import { saysNothing } from './value-words.ts';

export interface RecogniseOptions {
  readonly encoding: Encoding;
  /** IANA zone of times that name none. */
  readonly zone: string;
  readonly target?: TargetHint;
  /** Name of the system when no declaration fits. */
  readonly sourceName: string;
  /** ISO 8601 instant for rows without any date. */
  readonly importDay: string;
  readonly sources: readonly SourceDeclaration[];
  /** Which comes first in 5/3/2016 where no value decides it: what other tables of the same file say. */
  readonly dateOrder?: Mapping['dateOrder'];
}

/** What was made of a file, and what was decided and may be corrected. */
export interface Recognition {
  readonly mapping: Mapping;
  readonly notes: readonly ImportNote[];
  /** Which comes first in 5/3/2016 by the values; null when none decides it. */
  readonly dateOrder: Mapping['dateOrder'] | null;
}

/** Words that say that nothing is known. */
const nullWords = ['?', 'NULL', 'null', 'N/A', 'n/a', 'NaN', 'nan', '\\N', '#N/A', 'Unspecified'];

/** Recognises shape, columns, formats and values of a file from its header and first rows. */
export function recognise(layout: Layout, options: RecogniseOptions): Recognition {
  const nothings = wordsOfNothing(layout);
  const columns = sampleColumns(layout, [...nullWords, ...nothings]);
  const declared = options.sources.find((source) => isWrittenBy(source, layout, options.target));
  const target = declared?.target ?? recogniseTarget(columns, layout.rows.length, options.target);
  const found = declared ? declaredColumns(declared, columns) : recognisedColumns(layout, target, columns);
  const constants = { ...constantsFor(target, found, options.importDay), ...declared?.settings?.constants };
  const times = columns
    .filter((column) => found.some((mapped) => mapped.from === column.name && isWritten(mapped.format)))
    .flatMap((column) => column.values);
  const dateOrder = declared?.settings?.dateOrder ?? recogniseDateOrder(times) ?? (hasPointedDates(times) ? 'dmy' : null);
  const mapping = mappingSchema.parse({
    version: 1,
    target,
    source: declared?.name ?? options.sourceName,
    format: layout.format,
    separator: layout.separator,
    quoted: layout.quoted,
    encoding: options.encoding,
    header: layout.header,
    ...(layout.recordsAt === undefined ? {} : { recordsAt: layout.recordsAt }),
    ...(layout.skipRows > 0 ? { skipRows: layout.skipRows } : {}),
    ...(layout.headerRows > 1 ? { headerRows: layout.headerRows } : {}),
    dateOrder: dateOrder ?? options.dateOrder ?? usualDateOrder(times),
    zone: declared?.settings?.zone ?? zoneInNames(found) ?? options.zone,
    decimal: recogniseDecimal(columns, found),
    columns: found,
    constants,
    nulls: declared?.settings?.nulls ?? [...nullWords, ...nothings],
  });
  const isOrderSure = (dateOrder ?? options.dateOrder ?? null) !== null;
  const notes = recognitionNotes(mapping, { layout, times, isOrderSure, declared });
  return { mapping, dateOrder, notes: [...notes, ...scaleNotes(layout, mapping)] };
}

/** Cells of the sample that say in some language that nothing is known. */
function wordsOfNothing(layout: Layout): string[] {
  const usual = new Set(nullWords);
  return [...new Set(layout.rows.flat())].filter((cell) => cell !== '' && !usual.has(cell) && saysNothing(cell));
}

function isWrittenBy(source: SourceDeclaration, layout: Layout, hint: TargetHint): boolean {
  const fits = hint === undefined || hint === source.target || (hint === 'tickets' && source.target === 'ticket_snapshots');
  return fits && source.signature.every((column) => layout.columns.includes(column));
}

function declaredColumns(source: SourceDeclaration, columns: readonly SampleColumn[]): ColumnMapping[] {
  return source.columns.filter((mapped) => columns.some((column) => column.name === mapped.from));
}

function recognisedColumns(layout: Layout, target: TargetName, columns: readonly SampleColumn[]): ColumnMapping[] {
  return addQuestions(target, columns, recogniseScales(layout, namedColumns(target, columns)));
}

function namedColumns(target: TargetName, columns: readonly SampleColumn[]): ColumnMapping[] {
  const fields = targets[target].fields;
  const matched = matchColumns(target, fields, columns);
  const details = [...matched].map(([name, column]) => ({
    from: column.name,
    to: name,
    ...columnDetails(column, fieldNamed(fields, name)),
  }));
  const tags = matched.has('tags') || !fields.some((field) => field.name === 'tags') ? [] : numberedTags(columns);
  return [...details, ...tags.map((column) => ({ from: column.name, to: 'tags' }))];
}

function fieldNamed(fields: readonly Field[], name: string): Field {
  const field = fields.find((candidate) => candidate.name === name);
  if (!field) throw new TypeError(`no field ${name}`);
  return field;
}

function constantsFor(target: TargetName, found: readonly ColumnMapping[], importDay: string): Record<string, string> {
  const has = (field: string) => found.some((mapped) => mapped.to === field);
  if (target === 'tickets' && !has('created_at')) return { created_at: importDay };
  if (target === 'messages' && !has('public')) return { public: 'true' };
  if (target === 'survey_responses' && !has('kind')) {
    const score = found.find((mapped) => mapped.to === 'score');
    return { kind: questionKind(score?.from ?? '') };
  }
  return {};
}

/** Where no value decides it: the order in which the dates lie closer together, as those of one file do; else the one that goes with AM and PM. */
function usualDateOrder(times: readonly string[]): 'dmy' | 'mdy' {
  return closerDateOrder(times) ?? (times.some((time) => /\d\s?[AP]M\b/i.test(time)) ? 'mdy' : 'dmy');
}

/** The zone that names of columns of times give: `Created at (America/New_York)`; null when they give none, or several. */
function zoneInNames(found: readonly ColumnMapping[]): string | null {
  const named = found
    .filter(({ format }) => isWritten(format))
    .map(({ from }) => /[([]([A-Za-z]+\/[\w/+-]+|UTC|GMT)[)\]]/.exec(from)?.[1] ?? null);
  const zones = new Set(named.filter((zone) => zone !== null));
  const [zone = null] = zones;
  return zones.size === 1 && zone !== null && isZone(zone) ? zone : null;
}

function scaleNotes(layout: Layout, mapping: Mapping): ImportNote[] {
  return mapping.columns
    .filter(({ scale, scales, values }) => scale && !scales && !values)
    .flatMap(({ from }) => {
      const mixed = findMixedScales(layout, from);
      if (!mixed) return [];
      const { lower, upper, by } = mixed;
      if (!by) return [importNote('mixed_scales', { column: from, lower, upper })];
      const { column, lowerGroup, upperGroup } = by;
      return [importNote('mixed_scales_by', { column: from, lower, upper, by: column, lowerGroup, upperGroup })];
    });
}

const decimalNumber = /^[-+]?\d[\d.,\s'’]*%?$/;

function recogniseDecimal(columns: readonly SampleColumn[], found: readonly ColumnMapping[]): '.' | ',' {
  const numbers = columns
    .filter(
      ({ name, values }) => found.some((mapped) => mapped.from === name && (mapped.unit || mapped.scale)) || isNumeric(name, values, found),
    )
    .flatMap(({ values }) => values);
  const commas = numbers.filter((value) => /^[-+]?[\d.\s]*,\d+$/.test(value) && !/,\d{3}$/.test(value)).length;
  const points = numbers.filter((value) => /^[-+]?[\d,\s]*\.\d+$/.test(value) && !/\.\d{3}$/.test(value)).length;
  return commas > points ? ',' : '.';
}

/** A column of numbers that is no field of ours. */
function isNumeric(name: string, values: readonly string[], found: readonly ColumnMapping[]): boolean {
  return values.length > 0 && !found.some((mapped) => mapped.from === name) && values.every((value) => decimalNumber.test(value));
}
