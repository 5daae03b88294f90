/**
 * The candidate that takes the fewest edits to become `name` (Levenshtein distance, without regard to case), for "did you mean";
 * null when none is nearer than half of its own length. Of equally near ones the first.
 * @example nearestName('EARSHOT_DATE', ['PORT', 'EARSHOT_DATA']) // 'EARSHOT_DATA'
 */
export function nearestName<N extends string>(name: string, candidates: readonly N[]): N | null {
  const nearest = ranked(name, candidates).find(({ candidate, distance }) => distance < candidate.length / 2);
  return nearest?.candidate ?? null;
}

/** The candidates that take the fewest edits to become `name`, nearest first, however far they are. */
export function nearestNames<N extends string>(name: string, candidates: readonly N[], most: number): readonly N[] {
  return ranked(name, candidates)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** Letters of a name that are looked at: what is longer is no slip of the pen, and comparing takes the product of both lengths. */
const mostLetters = 100;

function ranked<N extends string>(name: string, candidates: readonly N[]): readonly { readonly candidate: N; readonly distance: number }[] {
  const letters = name.slice(0, mostLetters).toLowerCase();
  return candidates
    .map((candidate) => ({ candidate, distance: editDistance(letters, candidate.toLowerCase()) }))
    .sort((left, right) => left.distance - right.distance);
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
