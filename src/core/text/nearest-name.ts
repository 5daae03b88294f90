/**
 * The candidate that takes the fewest edits to become `name` (Levenshtein distance, without regard to case), for "did you mean";
 * null when none is nearer than half of its own length. Of equally near ones the first.
 * @example nearestName('EARSHOT_DATE', ['PORT', 'EARSHOT_DATA']) // 'EARSHOT_DATA'
 */
export function nearestName<N extends string>(name: string, candidates: readonly N[]): N | null {
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: editDistance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance < candidate.length / 2)
    .sort((left, right) => left.distance - right.distance);
  return ranked[0]?.candidate ?? null;
}

/** Insertions, deletions and replacements of one character that turn `from` into `to` (Levenshtein 1966). */
export function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...from].entries()) {
    previous = nextRow(previous, row + 1, letter, to);
  }
  return previous[to.length] ?? 0;
}

function nextRow(previous: readonly number[], first: number, letter: string, to: string): number[] {
  const row = [first];
  for (let column = 1; column <= to.length; column += 1) {
    const replaced = (previous[column - 1] ?? 0) + (to[column - 1] === letter ? 0 : 1);
    row.push(Math.min(replaced, (previous[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1));
  }
  return row;
}
