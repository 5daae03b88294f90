import { formatNumber } from '../../../catalog/charts/format-number.ts';
import type { Reader } from '../../../catalog/locales/names.ts';
import { type CellContext, nameCell } from './name-cell.ts';

/** An answer on the scale that it was given on. */
export interface Score {
  readonly score: number;
  readonly scaleMin: number;
  readonly scaleMax: number;
}

/** A score with the best that its scale has: `2 of 5`; alone where the scale is not known. */
function nameScore({ score, scaleMin, scaleMax }: Score, { say, locale }: Reader): string {
  if (!(scaleMax > scaleMin)) return formatNumber(score, locale);
  return say('score.of', { score: formatNumber(score, locale), max: formatNumber(scaleMax, locale) });
}

/** A score with the kind of survey that it answers: `CSAT 2 of 5`. */
export function nameAnswer(kind: string, score: Score, reader: Reader): string {
  return kind === '' || kind === 'other' ? nameScore(score, reader) : `${kind.toUpperCase()} ${nameScore(score, reader)}`;
}

const scaleColumns: readonly string[] = ['scale_min', 'scale_max'];

/** The columns of a table of rows: the scale of a score is told with the score. */
export function columnsToRead(columns: readonly string[]): readonly string[] {
  return columns.includes('score') ? columns.filter((column) => !scaleColumns.includes(column)) : columns;
}

/** The value of a column of a row as text, a score with its scale. */
export function nameRowCell(column: string, row: Readonly<Record<string, unknown>>, context: CellContext): string {
  if (column !== 'score' || row.score == null || !('scale_max' in row)) return nameCell(column, row[column], context);
  return nameScore({ score: Number(row.score), scaleMin: Number(row.scale_min), scaleMax: Number(row.scale_max) }, context.reader);
}
