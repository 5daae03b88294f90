import { stemWord } from '../tokens/stem-word.ts';
import { type TextToken, textTokens } from '../tokens/text-tokens.ts';
import { chineseLexicon } from './lexicons/chinese.ts';
import { englishLexicon } from './lexicons/english.ts';
import { russianLexicon } from './lexicons/russian.ts';
import type { SentimentLexicon } from './lexicons/sentiment-lexicon.ts';

/** What a text says of its matter. */
export type Sentiment = 'negative' | 'neutral' | 'positive';

export interface LexiconAnswer {
  /** Null when the text has no word of the lists, or there is no list for its language. */
  readonly label: Sentiment | null;
  /** (good − ill) / (good + ill) of what was found, −1 to 1; null without any. */
  readonly balance: number | null;
  /** Words and signs that were found. */
  readonly found: number;
}

const lexicons: Readonly<Record<string, SentimentLexicon>> = { en: englishLexicon, zh: chineseLexicon, ru: russianLexicon };

/** Languages with a list. */
export const lexiconLanguages: readonly string[] = Object.keys(lexicons);

const goodSigns = /^(?:👍|😀|😃|😄|😁|😊|🙂|😍|🥰|😘|❤|💖|👏|🎉|🙏|💯|⭐|🌟|✨|😎|🤗)/u;
const illSigns = /^(?:👎|😠|😡|🤬|😤|😞|😢|😭|😩|😫|🙁|☹|💔|🤮|🤢|😒|🙄|😑|😱)/u;

/**
 * Whether a text speaks well or ill, by lists of words of its language and emoji, with what turns them round ("not good") and strengthens them. A start where
 * nothing was learned yet: it knows neither irony nor words of the trade, and says how many words it went by. Positive or negative from a balance of a third.
 * @param language ISO 639-1
 */
export function lexiconSentiment(text: string, language: string): LexiconAnswer {
  const lexicon = lexicons[language.slice(0, 2)] ?? noLexicon;
  const count: Count = { good: 0, ill: 0, found: 0, negatedUntil: -1, strength: 1 };
  const tokens = textTokens(text, lexicon.language === 'zh' ? (run) => longestWords(run, lexicon) : undefined);
  for (const [place, token] of tokens.entries()) countToken(count, token, place, lexicon);
  const { good, ill, found } = count;
  if (found === 0) return { label: null, balance: null, found };
  const balance = (good - ill) / (good + ill);
  if (Math.abs(balance) < 1 / 3) return { label: 'neutral', balance, found };
  return { label: balance > 0 ? 'positive' : 'negative', balance, found };
}

const none: ReadonlySet<string> = new Set();
const noLexicon: SentimentLexicon = { language: '', positive: none, negative: none, negations: none, strengtheners: none, reach: 0 };

interface Count {
  good: number;
  ill: number;
  found: number;
  /** The last place that a negation reaches. */
  negatedUntil: number;
  /** Of the next word. */
  strength: number;
}

function countToken(count: Count, { kind, text }: TextToken, place: number, lexicon: SentimentLexicon): void {
  const word = plain(text);
  const unit = kind === 'word' && lexicon.language !== 'zh' ? stemWord(word, lexicon.language) : word;
  const side = kind === 'emoji' ? signSide(text) : wordSide(unit, lexicon);
  const isTurned = kind !== 'emoji' && place <= count.negatedUntil;
  if (side !== 0) {
    if (isTurned === side > 0) count.ill += count.strength;
    else count.good += count.strength;
    count.found++;
    count.negatedUntil = -1;
  }
  if (lexicon.negations.has(word)) count.negatedUntil = place + lexicon.reach;
  count.strength = lexicon.strengtheners.has(unit) ? 1.5 : 1;
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll('’', "'").replaceAll('ё', 'е');
}

function signSide(sign: string): number {
  if (illSigns.test(sign)) return -1;
  return goodSigns.test(sign) ? 1 : 0;
}

function wordSide(unit: string, { positive, negative }: SentimentLexicon): number {
  if (negative.has(unit)) return -1;
  return positive.has(unit) ? 1 : 0;
}

const longestWord = 4;

/** Cuts a run of Chinese into the longest words of the lists, and the rest into characters. */
function longestWords(run: string, lexicon: SentimentLexicon): readonly string[] {
  const words: string[] = [];
  for (let at = 0; at < run.length; ) {
    const word = wordAt(run, at, lexicon);
    words.push(word);
    at += word.length;
  }
  return words;
}

function wordAt(run: string, at: number, { positive, negative, negations, strengtheners }: SentimentLexicon): string {
  for (let length = longestWord; length > 1; length--) {
    const word = run.slice(at, at + length);
    if (positive.has(word) || negative.has(word) || negations.has(word) || strengtheners.has(word)) return word;
  }
  return String.fromCodePoint(run.codePointAt(at) ?? 0);
}
