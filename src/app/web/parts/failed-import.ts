import type { Output } from '../../../core/model/endpoints/index.ts';
import { CallFault } from './call.ts';
import { sayFault } from './say-fault.ts';
import { loadWords } from './translator.ts';

type Failure = Pick<Output<'import'>, 'code' | 'message'>;

/** Loads the words that say why imports failed, where one did. */
export async function loadFailureWords(imports: readonly Failure[]): Promise<void> {
  if (imports.some(({ code }) => code !== '')) await loadWords('refusals');
}

/** Why an import failed, in the reader's language. */
export function sayFailure({ code, message }: Failure, say: Parameters<typeof sayFault>[1]): string {
  return sayFault(new CallFault(code, message), say);
}
