/** What a person should know of how a file is read. The page says it in the words of its language by the key; `{name}` stands for a value. */
const texts = {
  recognised_as: 'Recognised as {name}.',
  read_as: 'Read as {what}.',
  encoding: 'The text is read as {encoding}.',
  no_header: 'The first row holds values, not names; the columns are numbered.',
  title_rows: 'Rows above the header that are left out: {count}.',
  header_rows: 'The header takes {count} rows.',
  other_lists: 'Read are the objects at {path}; those at {others} are not.',
  day_first: '5/3/2016 is read as 5 March.',
  month_first: '5/3/2016 is read as 3 May.',
  day_first_unsure: '5/3/2016 is read as 5 March; no date in the sample decides it.',
  month_first_unsure: '5/3/2016 is read as 3 May; no date in the sample decides it.',
  zone: 'Times that name no zone are read in {zone}.',
  no_dates: 'The file has no column of dates: every row is given the day of the import ({day}).',
  created_guessed:
    'No column is called the time of creation; {column} is taken for it, as the first of the dates. Correct it if it is not.',
  no_ids: 'The file has no column of ids: the id is made from the content of the row, so equal rows are one.',
  no_unit: '{column} names no unit and is read as minutes.',
  scale: '{column} is read on a scale from {min} to {max}.',
  scales: '{column} is read on the scale of its kind of survey: {scales}.',
  less_is_better: '{column} asks for effort: the lower answer is the better one.',
  questions: 'Each row answers several questions, which become an answer each: {columns}.',
  scale_words: '{column} is written in words, which are read on a scale from {min} to {max}.',
  mixed_scales:
    '{column} seems to hold answers on two scales, up to {lower} and up to {upper}: bring them as two files, each with its scale.',
  mixed_scales_by:
    '{column} seems to hold answers on two scales: up to {lower} where {by} is {lowerGroup}, up to {upper} where it is {upperGroup}; bring them as two files, each with its scale.',
  nested_columns: '{columns} hold lists of objects and are kept as JSON text.',
  not_used: 'Not used: {columns}. A mapping can name a field for each, also one of your own (field:<name>).',
  formulas_without_value:
    'Formulas without a computed value, which are empty: {count}; open the workbook, save it and bring it again to have them.',
  saved_mapping: 'Read by the saved mapping {name}.',
  left_out: '{member} is left out: {reason}.',
  incomplete: 'No column stands for {fields}: {target} need it; name the column in the mapping.',
  not_understood: 'Its columns tell of nothing that is known here; say what its rows are to import it.',
  replaced: 'Unreadable characters that were replaced: {count}.',
  unchanged: 'This file was imported before; nothing has changed.',
} as const;

export type NoteKey = keyof typeof texts;
export type NoteValues = Readonly<Record<string, string | number>>;

/** A sentence with the key and the values that it is made of. */
export interface ImportNote {
  readonly key: NoteKey;
  readonly values: NoteValues;
  readonly text: string;
}

/** Every key, for the words of the page. */
export const noteKeys = Object.keys(texts) as readonly NoteKey[];

/** A note with its English sentence. */
export function importNote(key: NoteKey, values: NoteValues = {}): ImportNote {
  const text = texts[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  return { key, values, text };
}
