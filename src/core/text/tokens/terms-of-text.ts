import { isStopWord } from '../stop-words.ts';
import { stemWord } from './stem-word.ts';
import { type Segmenter, type TextToken, textTokens } from './text-tokens.ts';

export interface TermOptions {
  /** ISO 639-1, for stems and empty words. */
  readonly language: string;
  readonly segment?: Segmenter | undefined;
  /** Words by their stems: true unless said. */
  readonly stems?: boolean;
  /** Keep words that say nothing by themselves: false unless said. */
  readonly emptyWords?: boolean;
}

/** What stands for a token of a kind whose text does not matter. */
export const placeholders: Partial<Readonly<Record<TextToken['kind'], string>>> = {
  number: '⟨number⟩',
  address: '⟨address⟩',
  'e-mail': '⟨e-mail⟩',
  mention: '⟨mention⟩',
};

/**
 * The terms of a text in order, in lower case: stems of words without the empty ones; numbers, addresses, e-mail addresses and mentions as what they are, hashtags
 * as their words, emoji as themselves.
 */
export function termsOfText(text: string, options: TermOptions): readonly string[] {
  return textTokens(text, options.segment).flatMap((token) => termOf(token, options) ?? []);
}

/** Null for an empty word. */
function termOf({ kind, text }: TextToken, { language, stems = true, emptyWords = false }: TermOptions): string | null {
  const placeholder = placeholders[kind];
  if (placeholder !== undefined) return placeholder;
  if (kind === 'emoji') return text;
  const word = text.replace(/^#/, '').toLowerCase().replaceAll('’', "'");
  if (!emptyWords && isStopWord(word, language)) return null;
  return stems ? stemWord(word, language) : word;
}
