import type { ColumnMapping, Mapping } from '../../core/import/mapping.ts';
import { questionsOf } from '../../core/import/survey-questions.ts';
import { allOf, bind, integer, join, type Sql, sql } from '../../core/sql/sql.ts';
import { cleanedCell } from './cleaned-cells.ts';

/** A question of a survey file: its column, the cell of its score, and the cells of what was written with it. */
export interface AskedQuestion {
  readonly column: ColumnMapping;
  readonly score: Sql;
  readonly comments: readonly Sql[];
}

/** The questions of a survey file; what was written stands with the question before it. */
export function askedQuestions(mapping: Mapping, fileColumns: readonly string[]): AskedQuestion[] {
  const place = ({ from }: ColumnMapping) => fileColumns.indexOf(from);
  const columns = questionsOf(mapping)
    .filter((column) => place(column) >= 0)
    .toSorted((left, right) => place(left) - place(right));
  const comments = mapping.columns.filter((column) => column.to === 'comment' && place(column) >= 0);
  const owner = (comment: ColumnMapping) => columns.findLast((column) => place(column) < place(comment)) ?? columns[0];
  return columns.map((column) => ({
    column,
    score: cleanedCell(place(column)),
    comments: comments.filter((comment) => owner(comment) === column).map((comment) => cleanedCell(place(comment))),
  }));
}

/** What stands for each question, in the row of that question. */
export function ofQuestion(values: readonly Sql[]): Sql {
  return sql`[${join(values)}][asked]`;
}

/** What each question is called: its column. */
export function questionNames(questions: readonly AskedQuestion[]): Sql {
  return ofQuestion(questions.map(({ column }) => bind('String', column.from)));
}

/** The values of an expression by question, of any one type. */
export function byQuestion(values: readonly Sql[]): Sql {
  const [last = sql`NULL`, ...before] = values.toReversed();
  const cases = before.toReversed().map((value, index) => sql`asked = ${integer(index + 1)}, ${value}`);
  return cases.length === 0 ? last : sql`multiIf(${join(cases)}, ${last})`;
}

/** The cells of a relation; where its rows answer several questions, each row once for every question, numbered in `asked`. */
export function cellsByQuestion(questions: readonly AskedQuestion[], cells: Sql, relation: Sql): Sql {
  if (questions.length === 0) return sql`SELECT ${cells} FROM ${relation}`;
  const numbers = questions.map((_, index) => integer(index + 1));
  return sql`SELECT ${cells}, asked FROM ${relation} ARRAY JOIN [${join(numbers)}] AS asked`;
}

/** A WHERE for the rows that stay of those: of the questions that were answered; the first of a row that answers none. */
export function whereAnswered(questions: readonly AskedQuestion[]): Sql {
  if (questions.length === 0) return sql``;
  const isEmpty = ({ score, comments }: AskedQuestion) => allOf([score, ...comments].map((cell) => sql`${cell} = ''`));
  const answered = byQuestion(questions.map((question) => sql`NOT (${isEmpty(question)})`));
  return sql`WHERE if(${allOf(questions.map(isEmpty))}, asked = 1, ${answered})`;
}
