import { formatInstant } from '../../../catalog/charts/format-time.ts';
import type { Output } from '../../../core/model/endpoints/index.ts';
import { type CellContext, nameCell } from './name-cell.ts';

export interface OtherTicketsProps {
  readonly others: Output<'ticket'>['others'];
  readonly context: CellContext;
  readonly onOpen: (id: string) => void;
}

/** What else the customer of a ticket has written, newest first. */
export function OtherTickets({ others, context, onOpen }: OtherTicketsProps) {
  const { reader, zone } = context;
  if (others.length === 0) return null;
  return (
    <section aria-label={reader.say('ticket.others')}>
      <h3 className="pane-title">{reader.say('ticket.others')}</h3>
      <ul className="others">
        {others.map(({ id, subject, status, createdAt }) => (
          <li key={id}>
            <button type="button" className="link" onClick={() => onOpen(id)}>
              {subject || id}
            </button>{' '}
            <span className="quiet">
              {nameCell('status', status, context)} · {formatInstant(createdAt, reader.locale, zone)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
