import { normalForm } from './normal-form.ts';

export interface EmailOptions {
  /** Drops what comes after a plus sign before the @, which many hosts deliver to the same box; kept by default. */
  readonly dropsTag?: boolean;
  /** Takes dots before the @ and googlemail.com as Gmail does; letter by letter by default. */
  readonly foldsGmail?: boolean;
}

/** An e-mail address for comparing: no spaces around it, lower case, without a display name. Null where it is no address of a local part and a domain. */
export function normaliseEmail(email: string, { dropsTag = false, foldsGmail = false }: EmailOptions = {}): string | null {
  const bare = normalForm(email, 'NFKC').trim().toLowerCase();
  const address = (/<([^<>]+)>\s*$/.exec(bare)?.[1] ?? bare).replace(/^mailto:/, '').trim();
  const found = /^([^\s@"(),:;<>[\]\\]+)@([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)$/u.exec(address);
  if (!found) return null;
  const [, local = '', domain = ''] = found;
  const untagged = dropsTag ? local.replace(/(?<=.)\+.*$/, '') : local;
  if (!foldsGmail || !/^(gmail|googlemail)\.com$/.test(domain)) return `${untagged}@${domain}`;
  return `${untagged.replaceAll('.', '')}@gmail.com`;
}
