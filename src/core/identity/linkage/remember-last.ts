/** A function of a pair that remembers its last answer: the levels of one comparison ask for the same pair one after the other. */
export function rememberLast(measure: (left: number, right: number) => number): (left: number, right: number) => number {
  let [lastLeft, lastRight, last] = [-1, -1, 0];
  return (left, right) => {
    if (left !== lastLeft || right !== lastRight) {
      last = measure(left, right);
      lastLeft = left;
      lastRight = right;
    }
    return last;
  };
}
