/** The code points of a text: an emoji or a rare Chinese character is one, a letter with a combining accent two (normalise before). */
export function codePoints(text: string): Int32Array {
  const points = new Int32Array(text.length);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) ?? 0;
    if (point > 0xffff) i++;
    points[length++] = point;
  }
  return length === points.length ? points : points.subarray(0, length);
}
