const tooManyMarks = /(\p{M}{30})\p{M}+/gu;

/**
 * A normal form of Unicode, of more than 30 marks on one letter only the first 30, as its Stream-Safe Text Format has it (UAX 15): putting a longer run
 * in order takes the square of its length.
 */
export function normalForm(text: string, form: 'NFC' | 'NFKC'): string {
  return text.replace(tooManyMarks, '$1').normalize(form);
}
