import { mappedFields, stagedName } from '../../core/import/mapped-fields.ts';
import type { ColumnMapping, Mapping } from '../../core/import/mapping.ts';
import type { Field } from '../../core/import/target.ts';
import { bind, join, type Sql, sql } from '../../core/sql/sql.ts';
import { type AskedQuestion, byQuestion, ofQuestion, questionNames } from './asked-questions.ts';
import { cleanedCell, firstText } from './cleaned-cells.ts';
import { typedValue } from './typed-value.ts';

/** A field of a mapping with what it is read from. */
export interface FieldSource {
  readonly field: Field;
  readonly columns: readonly ColumnMapping[];
  /** The text of the field, '' when nothing is known. */
  readonly text: Sql;
  readonly value: Sql;
  /** The name of the column that it is read from. */
  readonly from: Sql;
}

/** The fields that a mapping gives the rows of a file. */
export function fieldSources(mapping: Mapping, fileColumns: readonly string[], questions: readonly AskedQuestion[]): FieldSource[] {
  const known = mappedFields(mapping);
  const plain = sourcesOfFields(known, mapping, fileColumns);
  return questions.length === 0 ? plain : withQuestions(plain, known, questions, mapping);
}

function sourcesOfFields(known: readonly Field[], mapping: Mapping, fileColumns: readonly string[]): FieldSource[] {
  return known.map(asMapped).flatMap((field) => {
    const columns = mapping.columns.filter((column) => stagedName(column.to) === field.name && fileColumns.includes(column.from));
    const constant = mapping.constants[field.name];
    const texts = columns.map((column) => cleanedCell(fileColumns.indexOf(column.from)));
    const text = texts.length > 0 ? firstText(texts) : constant === undefined ? null : bind('String', constant);
    const from = bind('String', columns[0]?.from ?? '');
    return text ? [{ field, columns, text, value: readField(field, columns, texts, text, mapping), from }] : [];
  });
}

/** The fields of a file whose rows answer several questions: score, kind and what was written are those of one. */
function withQuestions(
  plain: readonly FieldSource[],
  known: readonly Field[],
  questions: readonly AskedQuestion[],
  mapping: Mapping,
): FieldSource[] {
  const names = questionNames(questions);
  const kind = plain.find(({ field }) => field.name === 'kind');
  const kindOf = ({ column: { survey } }: AskedQuestion) => (survey ? bind('String', survey) : (kind?.value ?? sql`''`));
  const own: Readonly<Record<string, (field: Field) => Omit<FieldSource, 'field'>>> = {
    question: () => ({ columns: [], text: names, value: names, from: names }),
    kind: () => ({ ...(kind ?? { columns: [], text: sql`''`, from: names }), value: byQuestion(questions.map(kindOf)) }),
    score: (field) => ({
      columns: questions.map(({ column }) => column),
      text: ofQuestion(questions.map(({ score }) => score)),
      value: byQuestion(questions.map(({ column, score }) => typedValue(field, score, column, mapping))),
      from: names,
    }),
  };
  return known.flatMap((field) => {
    const before = plain.find((source) => source.field.name === field.name);
    const text = ofQuestion(questions.map(({ comments }) => firstText(comments)));
    if (field.name === 'comment' && before) return [{ ...before, text, value: text }];
    const make = own[field.name];
    return make ? [{ ...make(field), field }] : before ? [before] : [];
  });
}

/** A column of ids must have one in every row. */
function asMapped(field: Field): Field {
  return field.name === 'source_id' ? { ...field, required: true } : field;
}

function readField(field: Field, columns: readonly ColumnMapping[], texts: readonly Sql[], text: Sql, mapping: Mapping): Sql {
  if (field.kind !== 'labels' || columns.length < 2) return typedValue(field, text, columns[0] ?? {}, mapping);
  const each = texts.map((item, index) => typedValue(field, item, columns[index] ?? {}, mapping));
  return sql`arrayConcat(${join(each)})`;
}
