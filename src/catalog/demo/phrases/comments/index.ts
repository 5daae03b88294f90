import type { Category, Language } from '../../desk.ts';
import { chineseComments } from './chinese.ts';
import type { Comments } from './comments.ts';
import { englishComments } from './english.ts';
import { russianComments } from './russian.ts';

/** The comments in each language of the company. */
export const comments: Readonly<Record<Language, Comments>> = { en: englishComments, zh: chineseComments, ru: russianComments };

/** What a customer may write about a matter, content or not. */
export function commentsOn(language: Language, category: Category, isGood: boolean): readonly string[] {
  const { contented, praise, criticism } = comments[language];
  return isGood ? [...contented, ...praise[category]] : criticism[category];
}
