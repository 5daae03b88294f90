/** Pairs that stand in descending order, counted by a merge sort in n log n. The values stay as they are. */
export function inversions(values: Float64Array): number {
  let count = 0;
  let from = values.slice();
  let into = new Float64Array(values.length);
  for (let width = 1; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width) count += mergeRuns(from, into, start, width);
    [from, into] = [into, from];
  }
  return count;
}

/** Merges two neighbouring ascending runs and counts how often one of the right jumps over one of the left. */
function mergeRuns(from: Float64Array, into: Float64Array, start: number, width: number): number {
  const middle = Math.min(start + width, from.length);
  const end = Math.min(start + 2 * width, from.length);
  let [left, right, count] = [start, middle, 0];
  for (let k = start; k < end; k++) {
    const takesLeft = right >= end || (left < middle && (from[left] ?? 0) <= (from[right] ?? 0));
    if (!takesLeft) count += middle - left;
    into[k] = (takesLeft ? from[left++] : from[right++]) ?? 0;
  }
  return count;
}
