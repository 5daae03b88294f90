import { messages } from '../../../core/entities/messages.ts';
import { ticketEvents } from '../../../core/entities/ticket-events.ts';
import { ticketRecords } from '../../../core/entities/ticket-records.ts';
import { settingFault } from '../../../core/model/settings/setting-fault.ts';
import { sql } from '../../../core/sql/sql.ts';
import { isAutomaticAddress } from '../../ingest/automatic-address.ts';
import { actorKind } from '../../ingest/read-events.ts';
import { table } from '../../store/workspace.ts';
import { checkNames } from './known-names.ts';
import type { SettingKind } from './setting-kind.ts';

/** Tickets are derived anew on which somebody becomes a bot or a person again. */
export const automaticSendersKind: SettingKind<'automatic-senders'> = {
  check: async (after, place, before) => {
    const all = after.addresses.find((address) => /^[*@.\s]*$/.test(address));
    if (all !== undefined)
      throw settingFault(
        'everybody',
        { address: all },
        `The address "${all}" stands for everybody; write a part of the address beside the *, as in no-reply@*.`,
      );
    const none = after.addresses.find((address) => !/^\S*(\*|\S@\S)\S*$/.test(address));
    if (none !== undefined)
      throw settingFault(
        'noAddress',
        { address: none },
        `"${none}" is no e-mail address; write it whole, as robot@example.com, or with * for any text, as in no-reply@*.`,
      );
    await checkNames('agent', after.agents, before.agents, place);
    return after;
  },
  touched: ({ database, before, after }) => {
    const [was, is] = [actorKind(before), actorKind(after)];
    const changed = [...new Set([...before.addresses, ...after.addresses])];
    const ofRecords =
      changed.length === 0
        ? sql``
        : sql`
UNION DISTINCT
SELECT id AS ticket_id FROM ${table(database, ticketRecords)} WHERE ${isAutomaticAddress(sql`requester_email`, changed)}`;
    return sql`SELECT ticket_id FROM ${table(database, ticketEvents)} AS told WHERE (${was}) != (${is})
UNION DISTINCT
SELECT ticket_id FROM ${table(database, messages)} AS told WHERE (${was}) != (${is})${ofRecords}`;
  },
};
