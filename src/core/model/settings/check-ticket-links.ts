import type { Setting } from './index.ts';
import { refuseTwice, settingFault } from './setting-fault.ts';

const idMark = '{id}';

/**
 * Addresses that lead to one ticket of one system each: https, with the id in the path or after it, and one for a source.
 * @throws UserError that says what is wrong
 */
export function checkTicketLinks({ templates }: Setting<'ticket-links'>): void {
  refuseTwice(
    templates.map(({ source }) => source),
    (source) => settingFault('sameName', { name: source }, `The source "${source}" has two links; it can have one.`),
  );
  for (const { source, url } of templates)
    if (!leadsToTicket(url))
      throw settingFault(
        'ticketLink',
        { source },
        `The link of "${source}" must begin with https:// and hold {id} after the name of the server, such as https://example.com/tickets/{id}.`,
      );
}

function leadsToTicket(url: string): boolean {
  if (!url.startsWith('https://') || !url.includes(idMark)) return false;
  const [one, other] = [filled(url, '1'), filled(url, '2')];
  return one !== null && one.origin === other?.origin && one.username === '';
}

function filled(url: string, id: string): URL | null {
  const text = url.replaceAll(idMark, id);
  return URL.canParse(text) ? new URL(text) : null;
}
