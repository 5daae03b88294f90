import { type ImportNote, importNote } from '../../core/import/import-note.ts';
import type { LeftOut } from './opened-file.ts';

/** Says what of a file is not read, and why; the page knows the reason by its code. */
export function leftOutNote({ member, code, reason }: LeftOut): ImportNote {
  return importNote('left_out', { member, code, reason });
}

/** Says that a table cannot be imported, with the note that tells why; the page knows that by its key. */
export function unfitNote(member: string, why: ImportNote | undefined): ImportNote {
  return importNote('left_out', { ...why?.values, member, note: why?.key ?? '', reason: why?.text ?? '' });
}
