import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay } from '../../../catalog/charts/format-time.ts';
import { nameEvent } from '../../../catalog/locales/name-event.ts';
import type { WordKey } from '../../../catalog/locales/words.ts';
import { eventKinds } from '../../../core/model/calendar-event.ts';
import type { CalendarEvent as CalendarEntry } from '../../../core/model/endpoints/calendar-endpoints.ts';
import { call } from './call.ts';
import { DayInput } from './DayInput.tsx';
import { EventScope } from './EventScope.tsx';
import { useReader } from './language.ts';
import { sayFault } from './say-fault.ts';
import { useFocusReturn } from './use-focus-return.ts';

export interface EventDialogProps {
  /** The event to change; null adds one. */
  readonly event: CalendarEntry | null;
  /** First day of a new one. */
  readonly day?: string | undefined;
  readonly onClose: () => void;
}

type Kind = (typeof eventKinds)[number];

interface Draft {
  readonly kind: Kind;
  readonly name: string;
  readonly from: string;
  readonly until: string;
  readonly scope: CalendarEntry['scope'];
  readonly note: string;
}

/** Adds or changes an event of the calendar. */
export function EventDialog({ event, day, onClose }: EventDialogProps) {
  useFocusReturn();
  const { say } = useReader();
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>({
    kind: (event?.kind ?? 'external') as Kind,
    name: event?.name ?? '',
    from: event?.from ?? day ?? '',
    until: event?.until ?? day ?? '',
    scope: event?.scope ?? null,
    note: event?.note ?? '',
  });
  const put = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const save = useMutation({
    mutationFn: () => {
      const said = { ...draft, until: draft.until === '' ? draft.from : draft.until };
      return event === null ? call('addCalendarEvent', said) : call('changeCalendarEvent', { id: event.id, ...said });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['calendarEvents'] });
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={say(event === null ? 'events.add' : 'events.change')}
      centered
      closeButtonProps={{ 'aria-label': say('action.close') }}
    >
      <div className="stack" style={{ gap: 8 }}>
        {event === null && <TemplateSelect onPick={({ kind, name, scope, note }) => put({ kind: kind as Kind, name, scope, note })} />}
        <EventFields draft={draft} onChange={put} />
        {save.error !== null && (
          <p role="alert" className="fault">
            {sayFault(save.error, say)}
          </p>
        )}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" onClick={onClose}>
            {say('action.cancel')}
          </Button>
          <Button loading={save.isPending} disabled={draft.name.trim() === '' || draft.from === ''} onClick={() => save.mutate()}>
            {say('events.save')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

function EventFields({ draft, onChange }: { readonly draft: Draft; readonly onChange: (change: Partial<Draft>) => void }) {
  const { say } = useReader();
  return (
    <>
      <TextInput
        size="xs"
        data-autofocus
        label={say('events.name')}
        maxLength={200}
        value={draft.name}
        onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
      />
      <Select
        size="xs"
        label={say('events.kind')}
        allowDeselect={false}
        data={eventKinds.map((kind) => ({ value: kind, label: say(`eventKind.${kind}` as WordKey) }))}
        value={draft.kind}
        onChange={(kind) => onChange({ kind: eventKinds.find((each) => each === kind) ?? draft.kind })}
      />
      <div className="fields">
        {(['from', 'until'] as const).map((end) => (
          <DayInput key={end} label={say(`events.${end}`)} value={draft[end]} onChange={(day) => onChange({ [end]: day })} />
        ))}
      </div>
      <EventScope scope={draft.scope} onChange={(scope) => onChange({ scope })} />
      <Textarea
        size="xs"
        label={say('events.note')}
        maxLength={2000}
        value={draft.note}
        onChange={({ currentTarget }) => onChange({ note: currentTarget.value })}
      />
    </>
  );
}

/** Takes kind, scope and note from an earlier event. */
function TemplateSelect({ onPick }: { readonly onPick: (event: CalendarEntry) => void }) {
  const { say, locale } = useReader();
  const { data } = useQuery({ queryKey: ['calendarEvents', 'all'], queryFn: ({ signal }) => call('calendarEvents', {}, signal) });
  const own = (data ?? []).filter(({ derived }) => !derived).toReversed();
  return (
    <Select
      size="xs"
      label={say('events.template')}
      data={own.map((event) => ({ value: event.id, label: `${nameEvent(event, locale)} · ${formatDay(event.from, locale)}` }))}
      searchable
      clearable
      onChange={(id) => {
        const event = own.find((each) => each.id === id);
        if (event !== undefined) onPick(event);
      }}
    />
  );
}
