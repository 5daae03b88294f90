/** Parts of one line with dots between them: `CSAT · median`. A wide bracket brings its own room: `客户满意度（CSAT）· 中位数`. */
export function joinParts(parts: readonly string[]): string {
  return parts.join(' · ').replaceAll('） ·', '）·');
}
