import { type CustomFieldKind, customFieldName } from '../model/custom-field.ts';
import type { Layout } from './detect-layout.ts';
import { isFlagWord } from './flag-words.ts';
import { takesCustomFields } from './mapped-fields.ts';
import type { Mapping } from './mapping.ts';
import { recogniseInstants } from './recognise-instants.ts';

/** What a column could be as a field of the house's own. */
export interface SuggestedField {
  readonly column: string;
  /** As a mapping names it. */
  readonly to: string;
  readonly label: string;
  readonly kind: CustomFieldKind;
}

/** What each column that has no field could be, by what it holds. Columns that say nothing in the sample are left out. */
export function suggestCustomFields(layout: Layout, mapping: Mapping): SuggestedField[] {
  if (!takesCustomFields(mapping.target)) return [];
  const mapped = new Set(mapping.columns.map(({ from }) => from));
  const nulls = new Set(['', ...mapping.nulls]);
  const names = new Set<string>();
  return layout.columns.flatMap((column, index) => {
    const values = layout.rows.map((row) => (row[index] ?? '').trim()).filter((value) => !nulls.has(value));
    if (mapped.has(column) || values.length === 0) return [];
    const name = freeName(customFieldName(column), names);
    return [{ column, to: `field:${name}`, label: column.slice(0, 200), kind: kindOf(values) }];
  });
}

function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name.slice(0, 44)}_${count}`;
  taken.add(free);
  return free;
}

const number = /^[-+]?(\d+|\d{1,3}([ .,']\d{3})+)([.,]\d+)?%?$/;

/** Long digits and digits behind a zero are ids, not numbers. */
function kindOf(values: readonly string[]): CustomFieldKind {
  if (values.every(isFlagWord) && new Set(values).size <= 2) return 'flag';
  if (values.every((value) => number.test(value) && !/^0\d|\d{12}/.test(value))) return 'number';
  return recogniseInstants(values, false) === null ? 'label' : 'date';
}
