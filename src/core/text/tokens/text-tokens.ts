/** A part of a text that is one thing. */
export interface TextToken {
  readonly kind: 'word' | 'number' | 'address' | 'e-mail' | 'mention' | 'hashtag' | 'emoji';
  /** As written. */
  readonly text: string;
  /** Where it begins, in UTF-16 units. */
  readonly start: number;
}

/** Cuts writing without spaces into words; joined they give it again. */
export type Segmenter = (text: string) => readonly string[];

const address = /^(?:https?:\/\/|www\.)\S+$/i;
const eMail = /^[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{2,63}){1,4}[.,;:!?)]*$/u;
const parts =
  /[@#][\p{L}\p{N}_]+|\p{Sc}?\p{Nd}+(?:[.,:]\p{Nd}+)*%?(?![\p{L}\p{N}])|(?!\p{Nd})\p{Emoji_Presentation}(?:[\u{1f3fb}-\u{1f3ff}\ufe0f]|\u200d\p{Extended_Pictographic})*|\p{Extended_Pictographic}\ufe0f|[\p{L}\p{M}\p{N}_]+(?:['’-][\p{L}\p{N}]+)*/gu;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]+/gu;

/**
 * What a text is made of: words, numbers with their currency, addresses, e-mail addresses, mentions, hashtags, emoji; the rest is dropped. Writing without
 * spaces (Chinese, Japanese, Thai) is cut by `segment`, and without one into pairs of characters that overlap.
 */
export function textTokens(text: string, segment: Segmenter = characterPairs): readonly TextToken[] {
  const tokens: TextToken[] = [];
  for (const chunk of text.matchAll(/\S+/g)) {
    const [written] = chunk;
    if (address.test(written)) tokens.push({ kind: 'address', text: written, start: chunk.index });
    else if (written.includes('@') && written.length < 320 && eMail.test(written))
      tokens.push({ kind: 'e-mail', text: written, start: chunk.index });
    else addParts(tokens, written, chunk.index, segment);
  }
  return tokens;
}

/** Characters two by two, overlapping: 退货款 is 退货 and 货款. One character is itself. */
export function characterPairs(text: string): readonly string[] {
  const characters = [...text];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

function addParts(tokens: TextToken[], chunk: string, start: number, segment: Segmenter): void {
  for (const part of chunk.matchAll(parts)) {
    const [text] = part;
    const kind = kindOf(text);
    if (kind === 'word') addWords(tokens, text, start + part.index, segment);
    else tokens.push({ kind, text, start: start + part.index });
  }
}

function kindOf(text: string): TextToken['kind'] {
  if (text.startsWith('@')) return 'mention';
  if (text.startsWith('#')) return 'hashtag';
  if (/^\p{Sc}?\p{Nd}[\p{Nd}.,:%]*$/u.test(text)) return 'number';
  return /[\p{L}\p{N}_]/u.test(text) ? 'word' : 'emoji';
}

/** A run of letters: what has no spaces is cut into words, the rest stays whole. */
function addWords(tokens: TextToken[], run: string, start: number, segment: Segmenter): void {
  let end = 0;
  const addPlain = (to: number) => {
    if (to > end) tokens.push({ kind: 'word', text: run.slice(end, to), start: start + end });
  };
  for (const match of run.matchAll(unspaced)) {
    addPlain(match.index);
    let at = match.index;
    for (const word of segment(match[0])) {
      const found = run.indexOf(word, Math.max(match.index, at - 1));
      at = found < 0 ? at : found + word.length;
      tokens.push({ kind: 'word', text: word, start: start + (found < 0 ? at : found) });
    }
    end = match.index + match[0].length;
  }
  addPlain(run.length);
}
