import type { Settings } from './statement-settings.ts';
import type { SourceFile } from './store.ts';

/** The columns of a file as ClickHouse takes them, all Nullable(String). Names may hold any character. */
export function sourceStructure(file: SourceFile): string {
  return file.columns.map((name) => `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\` Nullable(String)`).join(', ');
}

/** How the file is read: a row may have fewer or more fields than columns (missing ones are null), and JSON values of any kind come as text. */
export function sourceSettings(file: SourceFile): Settings {
  if (file.format === 'CSV') {
    const separator = file.separator ?? ',';
    if (separator.length !== 1) throw new TypeError(`a separator is one character, not ${JSON.stringify(separator)}`);
    return {
      format_csv_delimiter: separator,
      input_format_csv_allow_variable_number_of_columns: 1,
      input_format_csv_trim_whitespaces: 0,
      input_format_csv_empty_as_default: 0,
    };
  }
  if (file.format === 'TSV') return { input_format_tsv_allow_variable_number_of_columns: 1 };
  return {
    input_format_json_read_numbers_as_strings: 1,
    input_format_json_read_bools_as_strings: 1,
    input_format_json_read_objects_as_strings: 1,
    input_format_json_read_arrays_as_strings: 1,
    input_format_skip_unknown_fields: 1,
  };
}
