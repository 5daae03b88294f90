/** Rough width of a text at 12 px: Cyrillic is wider than Latin, Chinese twice as wide. */
export function textWidthPx(text: string): number {
  return [...text].reduce((sum, character) => sum + characterPx(character), 0);
}

/** A text cut with an ellipsis to about this width at 12 px. */
export function shorten(text: string, widthPx: number): string {
  if (textWidthPx(text) <= widthPx) return text;
  let kept = '';
  let usedPx = characterPx('…');
  for (const character of text) {
    usedPx += characterPx(character);
    if (usedPx > widthPx) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

function characterPx(character: string): number {
  if (character > '\u2e7f') return 12.5;
  return character > '\u02af' ? 7.8 : 6.6;
}
