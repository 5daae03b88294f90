import { UserError } from '../../core/model/user-error.ts';
import { nearestName } from '../../core/text/nearest-name.ts';

/** The error for a word that is not in a closed list: says what is wrong, what is near and what is allowed. */
export function notKnown(what: string, word: string, allowed: readonly string[]): UserError {
  const near = nearestName(word, allowed);
  const hint = near === null ? '' : `, did you mean "${near}"?`;
  return new UserError(`unknown_${what.replaceAll(' ', '_')}`, `"${word}" is no ${what}${hint}; allowed are ${allowed.join(', ')}`);
}
