import { type ImportNote, importNote } from '../../core/import/import-note.ts';
import type { InspectedTable } from './inspect-table.ts';

const mostNamed = 20;

/** What a person should know of how a table is read: what was decided, and which of its columns are not used. */
export function tableRemarks({ notes, layout, mapping }: InspectedTable): readonly ImportNote[] {
  const used = new Set(mapping.columns.map(({ from }) => from));
  const unused = layout.columns.filter((name) => !used.has(name));
  if (unused.length === 0) return notes;
  const more = unused.length - mostNamed;
  const columns = [...unused.slice(0, mostNamed), ...(more > 0 ? [`… (+${more})`] : [])].join(', ');
  return [...notes, importNote('not_used', { columns })];
}
