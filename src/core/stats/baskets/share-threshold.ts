/** A threshold as people write it: 0.8 is 8 of 10, not the binary number beside it. */
interface DecimalFraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** Whether a part of a whole is at least a share, by whole numbers: 4 of 5 reaches 0.8, however the division would round. */
export function shareThreshold(share: number): (part: number, whole: number) => boolean {
  const { numerator, denominator } = decimalFraction(share);
  return (part, whole) => {
    const [left, right] = [part * denominator, whole * numerator];
    if (left <= Number.MAX_SAFE_INTEGER && right <= Number.MAX_SAFE_INTEGER) return left >= right;
    return BigInt(part) * BigInt(denominator) >= BigInt(whole) * BigInt(numerator);
  };
}

/** The smallest count of at least 1 that is at least `share` of `n`. */
export function leastCount(share: number, n: number): number {
  const reaches = shareThreshold(share);
  let count = Math.max(1, Math.floor(share * n) - 1);
  while (!reaches(count, n)) count++;
  return count;
}

/** The shortest decimal number that reads back as `share`, cut after 15 digits behind the point. */
function decimalFraction(share: number): DecimalFraction {
  const [digits = '0', exponent = '0'] = share.toString().split('e');
  const places = Math.min(15, Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent)));
  return { numerator: Math.round(share * 10 ** places), denominator: 10 ** places };
}
