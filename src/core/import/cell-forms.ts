const number = /^[-+]?[\d\s.,']*\d%?$/;
const clock = /^\d+:\d{2}(:\d{2}(\.\d+)?)?$/;

/** True for a number as files write it: signs, groups of thousands and a percent sign are allowed. */
export function isNumber(value: string): boolean {
  return number.test(value);
}

/** True for h:mm and h:mm:ss. */
export function isClock(value: string): boolean {
  return clock.test(value);
}

/** Whether nearly all values pass a test; those of an empty column do. */
export function mostly(values: readonly string[], test: (value: string) => boolean): boolean {
  return values.length === 0 || values.filter(test).length >= 0.8 * values.length;
}
