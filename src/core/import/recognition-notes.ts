import type { Mapping } from './mapping.ts';
import { unitInName } from './recognise-columns.ts';
import { hasNumericDates, hasZonelessTimes, recogniseDateOrder } from './recognise-instants.ts';
import type { SourceDeclaration } from './source-declaration.ts';
import { targets } from './target.ts';

/** What a recognition went by. */
interface Grounds {
  /** Instants of the sample that are written as text. */
  readonly times: readonly string[];
  readonly declared: SourceDeclaration | undefined;
}

/** In sentences: what was decided about a file and may be corrected. */
export function recognitionNotes(mapping: Mapping, grounds: Grounds): string[] {
  const { declared } = grounds;
  const shape = declared ? `Recognised as ${declared.doc}.` : `Read as ${targets[mapping.target].doc}.`;
  return [shape, ...textNotes(mapping), ...timeNotes(mapping, grounds), ...rowNotes(mapping), ...mapping.columns.flatMap(columnNotes)];
}

function textNotes(mapping: Mapping): string[] {
  const notes: string[] = [];
  if (mapping.encoding !== 'utf-8') notes.push(`The text is read as ${mapping.encoding}.`);
  if (mapping.format === 'csv' && !mapping.header) notes.push('The first row holds values, not names; the columns are numbered.');
  return notes;
}

function timeNotes(mapping: Mapping, { times, declared }: Grounds): string[] {
  const notes: string[] = [];
  if (hasNumericDates(times)) {
    const sure = recogniseDateOrder(times) !== null || declared?.settings?.dateOrder !== undefined;
    notes.push(
      `5/3/2016 is read as ${mapping.dateOrder === 'dmy' ? '5 March' : '3 May'}${sure ? '' : '; no date in the sample decides it'}.`,
    );
  }
  if (hasZonelessTimes(times)) notes.push(`Times that name no zone are read in ${mapping.zone}.`);
  return notes;
}

const identifiedByContent: ReadonlySet<string> = new Set(['tickets', 'ticket_events', 'survey_responses']);

function rowNotes(mapping: Mapping): string[] {
  const notes: string[] = [];
  const day = mapping.constants.created_at;
  if (day) notes.push(`The file has no column of dates: every row is given the day of the import (${day}).`);
  if (identifiedByContent.has(mapping.target) && !mapping.columns.some((column) => column.to === 'source_id')) {
    notes.push('The file has no column of ids: the id is made from the content of the row, so equal rows are one.');
  }
  return notes;
}

function columnNotes(column: Mapping['columns'][number]): string[] {
  const notes: string[] = [];
  if (column.unit === 'min' && !unitInName(column.from)) notes.push(`${column.from} names no unit and is read as minutes.`);
  if (column.scale) notes.push(`${column.from} is read on a scale from ${column.scale.min} to ${column.scale.max}.`);
  return notes;
}
