import { normalForm } from './normal-form.ts';

/** A postcode for comparing: capital letters and digits alone, so that "sw1a 1aa" and "SW1A-1AA" are one. Null where there is neither. */
export function normalisePostcode(postcode: string): string | null {
  const kept = normalForm(postcode, 'NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return kept === '' ? null : kept;
}
