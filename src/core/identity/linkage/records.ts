import { cannotAnswer, checkColumn } from '../../stats/column.ts';

/** A field of all records: null or an empty text where nothing is known. */
export type Field = readonly (string | null)[];

/** Records whose fields are compared. Normalise the texts before: what is written in two ways is two values. */
export interface Records {
  readonly fields: Readonly<Record<string, Field>>;
  /** The number of the table that each record is of. With it only records of different tables are compared; without, all with each other. */
  readonly tables?: ArrayLike<number>;
}

/** How many records there are. @throws UserError for no field and for fields of different lengths, and a table that is no number */
export function recordCount({ fields, tables }: Records): number {
  const [first, ...others] = Object.entries(fields);
  if (first === undefined) throw cannotAnswer('records have at least one field; this table has none');
  const n = first[1].length;
  const wrong = others.find(([, field]) => field.length !== n);
  if (wrong) throw cannotAnswer(`"${first[0]}" has ${n} values and "${wrong[0]}" ${wrong[1].length}; fields are of the same records`);
  if (tables !== undefined && tables.length !== n)
    throw cannotAnswer(`"tables" has ${tables.length} values for ${n} records; give one for each`);
  if (tables !== undefined) checkColumn(tables, 'tables', 0);
  return n;
}

/** A field by name. @throws UserError for a field that the records do not have */
export function fieldOf({ fields }: Records, name: string): Field {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (field === undefined) throw cannotAnswer(`the records have no field "${name}"; they have ${Object.keys(fields).join(', ')}`);
  return field;
}

/** A field whose equal values have one number: −1 where nothing is known. */
export interface NumberedField {
  readonly numbers: Int32Array;
  readonly values: readonly string[];
  /** Records with each value. */
  readonly counts: Int32Array;
  /** Records that have a value. */
  readonly known: number;
}

/** Numbers the values of a field in the order of their first record. */
export function numberField(field: Field): NumberedField {
  const numberOf = new Map<string, number>();
  const counts: number[] = [];
  const numbers = Int32Array.from(field, (value) => {
    if (value === null || value === '') return -1;
    const number = numberOf.get(value) ?? numberOf.size;
    numberOf.set(value, number);
    counts[number] = (counts[number] ?? 0) + 1;
    return number;
  });
  const known = counts.reduce((sum, count) => sum + count, 0);
  return { numbers, values: [...numberOf.keys()], counts: Int32Array.from(counts), known };
}
