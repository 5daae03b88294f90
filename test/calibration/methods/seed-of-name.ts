/** A seed out of a name, so that a simulation draws the same whatever stands beside it (FNV-1a). */
export function seedOfName(name: string): number {
  let hash = 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
