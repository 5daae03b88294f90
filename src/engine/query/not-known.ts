import { UserError } from '../../core/model/user-error.ts';
import { nearestName, nearestNames } from '../../core/text/nearest-name.ts';

/** Sentences of the page for what there are many of. */
const sentences: Readonly<Record<string, string>> = {
  metric: 'refusal.unknownMetric',
  dimension: 'refusal.unknownDimension',
  column: 'refusal.unknownColumn',
};
const nearby = 5;
const mostShown = 80;

/**
 * The error for a word that is not in a closed list: says what is wrong, what is near and what is allowed.
 * @param listedBy the command that lists them where they are too many for a sentence: only the nearest are named
 */
export function notKnown(what: string, given: string, allowed: readonly string[], listedBy?: string): UserError {
  const word = given.length > mostShown ? `${given.slice(0, mostShown)}…` : given;
  const near = nearestName(word, allowed);
  const nearest = nearestNames(word, allowed, nearby).join(', ');
  const hint = near === null ? '' : `, did you mean "${near}"?`;
  const all = allowed.length === 0 ? 'there is none' : `allowed are ${allowed.join(', ')}`;
  const choice = listedBy === undefined ? all : `the nearest are ${nearest}; ${listedBy} lists all`;
  const key = sentences[what] ?? 'refusal.unknownWord';
  return new UserError(`unknown_${what.replaceAll(' ', '_')}`, `"${word}" is no ${what}${hint}; ${choice}`, 400, {
    key,
    values: { word, near: nearest },
  });
}
