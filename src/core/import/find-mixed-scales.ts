import type { Layout } from './detect-layout.ts';

/** Two scales in one column, each by its highest value, and where another column parts them, by which. */
export interface MixedScales {
  readonly lower: number;
  readonly upper: number;
  readonly by: { readonly column: string; readonly lowerGroup: string; readonly upperGroup: string } | null;
}

const usualMaxima = [5, 7, 10, 100];
const fewestAnswers = 30;
const fewestOfGroup = 15;
const mostGroups = 12;
/** Of the answers on the larger scale so many lie above the smaller one. */
const shareAbove = 0.3;

interface Answer {
  readonly row: readonly string[];
  readonly score: number;
}

/** Sees whether a column of scores holds answers on two scales; null when it does not seem to. */
export function findMixedScales(layout: Layout, column: string): MixedScales | null {
  const index = layout.columns.indexOf(column);
  const answers = layout.rows.map((row) => ({ row, score: scoreOf(row[index] ?? '') })).filter((answer) => Number.isFinite(answer.score));
  if (answers.length < fewestAnswers) return null;
  for (const [place, name] of layout.columns.entries()) {
    const found = place === index ? null : partedBy(answers, place);
    if (found) return { ...found, by: { column: name, lowerGroup: found.lowerGroup, upperGroup: found.upperGroup } };
  }
  return inOneHeap(answers.map(({ score }) => score));
}

function scoreOf(cell: string): number {
  return cell.trim() === '' ? Number.NaN : Number(cell.replace(',', '.'));
}

function usualMaximum(scores: readonly number[]): number {
  const largest = Math.max(...scores);
  return usualMaxima.find((maximum) => largest <= maximum) ?? largest;
}

function partedBy(answers: readonly Answer[], place: number) {
  const groups = new Map<string, number[]>();
  for (const { row, score } of answers) {
    const group = row[place] ?? '';
    const scores = groups.get(group);
    if (scores) scores.push(score);
    else if (groups.size < mostGroups) groups.set(group, [score]);
    else return null;
  }
  const measured = [...groups].filter(([group, scores]) => group !== '' && scores.length >= fewestOfGroup);
  const scales = measured.map(([group, scores]) => ({ group, scores, maximum: usualMaximum(scores) }));
  const low = scales.find(({ scores, maximum }) => scores.includes(maximum) && scales.some((other) => isAbove(other.scores, maximum)));
  const high = low && scales.find(({ scores }) => isAbove(scores, low.maximum));
  return low && high ? { lower: low.maximum, upper: high.maximum, lowerGroup: low.group, upperGroup: high.group } : null;
}

function isAbove(scores: readonly number[], maximum: number): boolean {
  return scores.filter((score) => score > maximum).length >= shareAbove * scores.length;
}

/** Answers pile up below the top of each scale with a gap between: 4 and 5 far above 6 and 7 on one of ten, or nothing between 10 and 20 on one of a hundred. */
function inOneHeap(scores: readonly number[]): MixedScales | null {
  const upper = usualMaximum(scores);
  const count = (from: number, until: number) => scores.filter((score) => score >= from && score <= until).length;
  const isSizable = (answers: number) => answers >= 0.15 * scores.length;
  if (upper === 10 && Math.min(count(4, 4), count(5, 5)) > 2 * Math.max(count(6, 6), count(7, 7)) && isSizable(count(8, 10))) {
    return { lower: 5, upper, by: null };
  }
  if (upper !== 100 || count(10.001, 19.999) > 0.01 * scores.length || !isSizable(count(20, 100))) return null;
  const lower = count(5.001, 10) > 0 ? 10 : 5;
  return isSizable(count(0, lower)) && count(0, 0) < count(1, lower) ? { lower, upper, by: null } : null;
}
