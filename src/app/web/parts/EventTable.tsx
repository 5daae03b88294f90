import { ActionIcon } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Fragment, lazy, Suspense, useState } from 'react';
import { formatDay } from '../../../catalog/charts/format-time.ts';
import { nameEvent } from '../../../catalog/locales/name-event.ts';
import { namePair } from '../../../catalog/locales/name-pair.ts';
import { nameDimension, nameValue } from '../../../catalog/locales/names.ts';
import type { WordKey } from '../../../catalog/locales/words.ts';
import type { CalendarEvent as CalendarEntry } from '../../../core/model/endpoints/calendar-endpoints.ts';
import { Confirm } from './Confirm.tsx';
import { call } from './call.ts';
import { EventProfile } from './EventProfile.tsx';
import { useReader } from './language.ts';
import { sayFault } from './say-fault.ts';
import { useNames } from './use-names.ts';

const EventDialog = lazy(async () => ({ default: (await import('./EventDialog.tsx')).EventDialog }));

/** Events in order of their days; each opens into what it brought. */
export function EventTable({ events }: { readonly events: readonly CalendarEntry[] }) {
  const { say, locale } = useReader();
  const client = useQueryClient();
  const [open, setOpen] = useState<string | null>(null);
  const [edited, setEdited] = useState<CalendarEntry | null>(null);
  const [asked, setAsked] = useState<CalendarEntry | null>(null);
  const remove = useMutation({
    mutationFn: (id: string) => call('removeCalendarEvent', { id }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['calendarEvents'] }),
  });
  const columns = ['name', 'from', 'until', 'kind', 'scope'] as const;
  return (
    <>
      {remove.error !== null && <p role="alert">{sayFault(remove.error, say)}</p>}
      <div className="scroll">
        <table className="grid-table stacking">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {say(`events.${column}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {events.map((event) => (
              <Fragment key={event.id}>
                <EventRow
                  event={event}
                  isOpen={open === event.id}
                  onOpen={() => setOpen(open === event.id ? null : event.id)}
                  onEdit={() => setEdited(event)}
                  onRemove={() => setAsked(event)}
                />
                {open === event.id && (
                  <tr>
                    <td colSpan={columns.length + 1}>
                      <EventProfile id={event.id} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      <Suspense>{edited !== null && <EventDialog event={edited} onClose={() => setEdited(null)} />}</Suspense>
      <Confirm
        open={asked !== null}
        question={say('events.askRemove', { name: asked === null ? '' : nameEvent(asked, locale) })}
        action={say('events.remove')}
        onCancel={() => setAsked(null)}
        onConfirm={() => {
          if (asked !== null) remove.mutate(asked.id);
          setAsked(null);
        }}
      />
    </>
  );
}

interface EventRowProps {
  readonly event: CalendarEntry;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function EventRow({ event, isOpen, onOpen, onEdit, onRemove }: EventRowProps) {
  const reader = useReader();
  const { say, locale } = reader;
  const names = useNames();
  const { scope } = event;
  const name = nameEvent(event, locale);
  return (
    <tr data-event={event.id}>
      <td className="event-name">
        <button type="button" className="link" aria-expanded={isOpen} onClick={onOpen}>
          {name}
        </button>
      </td>
      <td className="event-day">{formatDay(event.from, locale)}</td>
      <td className="event-day">{event.until === event.from ? '' : formatDay(event.until, locale)}</td>
      <td>
        {say(`eventKind.${event.kind}` as WordKey)}
        {event.derived && <span className="quiet"> · {say('events.holidayOf')}</span>}
      </td>
      <td>
        {scope === null
          ? say('events.everything')
          : namePair(nameDimension(scope.dimension, reader), nameValue(scope.dimension, scope.value, reader, names), locale)}
      </td>
      <td className="event-tools">
        {!event.derived && (
          <div className="row" style={{ flexWrap: 'nowrap' }}>
            <ActionIcon aria-label={`${say('events.change')}: ${name}`} onClick={onEdit}>
              <IconPencil size={16} />
            </ActionIcon>
            <ActionIcon aria-label={`${say('events.remove')}: ${name}`} onClick={onRemove}>
              <IconTrash size={16} />
            </ActionIcon>
          </div>
        )}
      </td>
    </tr>
  );
}
