import type { ColumnMapping, Mapping, TargetName } from './mapping.ts';

/** The columns of a survey file that are a question each: the scores, where a row has several. Empty where a row is one answer. */
export function questionsOf({ target, columns }: Pick<Mapping, 'target' | 'columns'>): readonly ColumnMapping[] {
  const scores = target === 'survey_responses' ? columns.filter(({ to }) => to === 'score') : [];
  return scores.length > 1 ? scores : [];
}

/** Whether several columns of a file can be this field, one for each question. */
export function takesQuestions(target: TargetName, to: string): boolean {
  return target === 'survey_responses' && (to === 'score' || to === 'comment');
}
