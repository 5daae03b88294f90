import { isCalled } from './column-names.ts';
import type { Layout } from './detect-layout.ts';
import { unitInName } from './duration-units.ts';
import { type ImportNote, importNote } from './import-note.ts';
import type { Mapping } from './mapping.ts';
import { hasNumericDates, hasZonelessTimes } from './recognise-instants.ts';
import type { SourceDeclaration } from './source-declaration.ts';
import { questionsOf } from './survey-questions.ts';
import { targets } from './target.ts';

/** What a recognition went by. */
interface Grounds {
  readonly layout: Layout;
  /** Instants of the sample that are written as text. */
  readonly times: readonly string[];
  /** Something decides which of day and month comes first. */
  readonly isOrderSure: boolean;
  readonly declared: SourceDeclaration | undefined;
}

/** What was decided about a file and may be corrected. */
export function recognitionNotes(mapping: Mapping, grounds: Grounds): ImportNote[] {
  const { declared } = grounds;
  const shape = declared
    ? importNote('recognised_as', { name: declared.doc })
    : importNote('read_as', { what: targets[mapping.target].doc });
  return [
    shape,
    ...textNotes(mapping, grounds.layout),
    ...timeNotes(mapping, grounds),
    ...rowNotes(mapping, grounds),
    ...mapping.columns.flatMap(columnNotes),
  ];
}

function textNotes(mapping: Mapping, layout: Layout): ImportNote[] {
  const notes: ImportNote[] = [];
  if (mapping.encoding !== 'utf-8') notes.push(importNote('encoding', { encoding: mapping.encoding }));
  if (mapping.format === 'csv' && !mapping.header) notes.push(importNote('no_header'));
  if (layout.skipRows > 0) notes.push(importNote('title_rows', { count: layout.skipRows }));
  if (layout.headerRows > 1) notes.push(importNote('header_rows', { count: layout.headerRows }));
  const others = layout.otherLists ?? [];
  if (others.length > 0) notes.push(importNote('other_lists', { path: layout.recordsAt ?? '', others: others.join(', ') }));
  return notes;
}

function timeNotes(mapping: Mapping, { times, isOrderSure }: Grounds): ImportNote[] {
  const notes: ImportNote[] = [];
  if (hasNumericDates(times))
    notes.push(importNote(`${mapping.dateOrder === 'dmy' ? 'day' : 'month'}_first${isOrderSure ? '' : '_unsure'}`));
  if (hasZonelessTimes(times)) notes.push(importNote('zone', { zone: mapping.zone }));
  return notes;
}

const identifiedByContent: ReadonlySet<string> = new Set(['tickets', 'ticket_events', 'survey_responses']);

function rowNotes(mapping: Mapping, { declared }: Grounds): ImportNote[] {
  const notes: ImportNote[] = [];
  const day = mapping.constants.created_at;
  if (day) notes.push(importNote('no_dates', { day }));
  const created = mapping.columns.find((column) => column.to === 'created_at');
  if (created && !declared && mapping.target === 'tickets' && !isCalled(created.from, 'created'))
    notes.push(importNote('created_guessed', { column: created.from }));
  if (identifiedByContent.has(mapping.target) && !mapping.columns.some((column) => column.to === 'source_id'))
    notes.push(importNote('no_ids'));
  const questions = questionsOf(mapping).map(({ from, survey }) => (survey ? `${from} (${survey.toUpperCase()})` : from));
  if (questions.length > 0) notes.push(importNote('questions', { columns: questions.join(', ') }));
  return notes;
}

function columnNotes({ from, unit, scale, scales, values }: Mapping['columns'][number]): ImportNote[] {
  const notes: ImportNote[] = [];
  if (unit === 'min' && !unitInName(from)) notes.push(importNote('no_unit', { column: from }));
  const each = Object.entries(scales ?? {}).map(([kind, { min, max }]) => `${kind.toUpperCase()} ${min}–${max}`);
  if (each.length > 0) notes.push(importNote('scales', { column: from, scales: each.join(', ') }));
  else if (scale) notes.push(importNote(values ? 'scale_words' : 'scale', { column: from, min: scale.min, max: scale.max }));
  if (scale?.direction === 'down') notes.push(importNote('less_is_better', { column: from }));
  return notes;
}
