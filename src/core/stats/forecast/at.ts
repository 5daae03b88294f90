/** The number at a position that is known to be there; inlined, so that inner loops pay nothing for it. */
export function at(values: Float64Array, position: number): number {
  return values[position] ?? 0;
}
