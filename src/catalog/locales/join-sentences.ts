import type { Locale } from '../../core/model/locale.ts';

/** Sentences after each other: in Chinese without a space, as the full stop brings its own. */
export function joinSentences(sentences: readonly string[], locale: Locale): string {
  return sentences.join(locale.startsWith('zh') ? '' : ' ');
}
