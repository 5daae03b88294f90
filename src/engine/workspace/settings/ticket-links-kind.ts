import { checkTicketLinks } from '../../../core/model/settings/check-ticket-links.ts';
import type { SettingKind } from './setting-kind.ts';

/** Links are put together when a ticket is read: no fact changes. */
export const ticketLinksKind: SettingKind<'ticket-links'> = {
  check: (after) => {
    checkTicketLinks(after);
    return after;
  },
};
