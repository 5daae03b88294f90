import { normalForm } from './normal-form.ts';

export interface PhoneOptions {
  /** The calling code of numbers that are written without one, as 44; without it such numbers are null. */
  readonly callingCode?: string;
}

/** What is dialled before a national number, where it is not 0; none where the 0 belongs to the number. */
const trunkPrefixes: Readonly<Record<string, string>> = { '1': '1', '7': '8', '39': '', '86': '0' };

// The look behind keeps a long run of spaces from being read again from each of them.
const extension = /(?<!\s)\s*(?:;?ext\.?=?|x|#|доб\.?|转|內線|分机)\s*[\d]+\s*$/iu;

/**
 * A phone number as + and digits (E.164): signs and extensions dropped, 00 read as +, "(0)" after a calling code dropped, the trunk prefix of national
 * numbers replaced by `callingCode`. Null where it is not 7 to 15 digits. It does not know which numbers are in use.
 */
export function normalisePhone(phone: string, { callingCode }: PhoneOptions = {}): string | null {
  const text = normalForm(phone, 'NFKC').trim().replace(/^tel:/i, '').replace(extension, '');
  if (/[^\d\s+().\-/·]/u.test(text)) return null;
  const isInternational = /^\s*(\+|00)/.test(text);
  const bare = isInternational ? text.replace('(0)', '') : text;
  const digits = bare.replace(/\D/g, '').replace(isInternational && !bare.trim().startsWith('+') ? /^00/ : /^$/, '');
  if (isInternational) return withinLength(digits);
  if (callingCode === undefined) return null;
  const trunk = trunkPrefixes[callingCode] ?? '0';
  const national = trunk !== '' && digits.startsWith(trunk) ? digits.slice(trunk.length) : digits;
  return withinLength(`${callingCode}${national}`);
}

function withinLength(digits: string): string | null {
  return digits.length >= 7 && digits.length <= 15 ? `+${digits}` : null;
}
