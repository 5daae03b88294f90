import { Button, Menu, Popover, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay } from '../../../catalog/charts/format-time.ts';
import type { WordKey } from '../../../catalog/locales/words.ts';
import type { Input } from '../../../core/model/endpoints/index.ts';
import type { Finding } from '../../../core/model/finding.ts';
import { call } from './call.ts';
import { countedThings } from './counted-things.ts';
import { useReader } from './language.ts';
import { parseMetricName } from './parse-metric-name.ts';
import { sayFault } from './say-fault.ts';
import { useBoardSearch } from './use-board-search.ts';

/** What can be done about a finding: look at its rows, take it apart, put it aside, give it to somebody, say something. */
export function FindingActions({ finding, day }: { readonly finding: Finding; readonly day: string }) {
  const { say, names } = useReader();
  const [, change] = useBoardSearch();
  const client = useQueryClient();
  const { mutate, error } = useMutation({
    mutationFn: (state: Omit<Input<'changeFinding'>, 'id'>) => call('changeFinding', { id: finding.id, ...state }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['home'] }),
  });
  const isFresh = finding.state.kind === 'fresh' || finding.state.kind === 'assigned';
  return (
    <div className="row actions">
      <Button
        variant="default"
        onClick={() => change({ drill: { tile: finding.id, metric: finding.metric, group: {} }, ticket: undefined })}
      >
        {say(`tile.drill${countedThings(parseMetricName(finding.metric, names), names)}`)}
      </Button>
      <Button variant="default" onClick={() => change({ why: finding.id })}>
        {say('finding.explain')}
      </Button>
      {isFresh ? (
        <>
          <SnoozeMenu day={day} onSnooze={(until) => mutate({ kind: 'snoozed', until })} />
          <Button variant="subtle" color="gray" onClick={() => mutate({ kind: 'acknowledged' })}>
            {say('finding.acknowledge')}
          </Button>
        </>
      ) : (
        <Button variant="subtle" color="gray" onClick={() => mutate({ kind: 'fresh' })}>
          {say('finding.bringBack')}
        </Button>
      )}
      <TextPopover face="finding.assign" label="finding.assignTo" onSave={(to) => mutate({ kind: 'assigned', to })} />
      <TextPopover face="finding.comment" label="finding.yourComment" onSave={(comment) => mutate({ comment })} />
      {error !== null && <span role="alert">{sayFault(error, say)}</span>}
    </div>
  );
}

const snoozes = [
  ['finding.snoozeDay', 1],
  ['finding.snoozeWeek', 7],
  ['finding.snoozeMonth', 28],
] as const satisfies readonly (readonly [WordKey, number])[];

function SnoozeMenu({ day, onSnooze }: { readonly day: string; readonly onSnooze: (until: string) => void }) {
  const { say, locale } = useReader();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="subtle" color="gray">
          {say('finding.snooze')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {snoozes.map(([key, days]) => {
          const until = dayAfter(day, days + 1);
          return (
            <Menu.Item key={key} onClick={() => onSnooze(until)} rightSection={<span className="quiet">{formatDay(until, locale)}</span>}>
              {say(key)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

/** A local day some days later. */
function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

interface TextPopoverProps {
  readonly face: WordKey;
  readonly label: WordKey;
  readonly onSave: (text: string) => void;
}

function TextPopover({ face, label, onSave }: TextPopoverProps) {
  const { say } = useReader();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const save = () => {
    setOpen(false);
    setText('');
    onSave(text.trim());
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" width={280} trapFocus>
      <Popover.Target>
        <Button variant="subtle" color="gray" onClick={() => setOpen(!open)}>
          {say(face)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className="stack"
          style={{ gap: 8 }}
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <TextInput label={say(label)} value={text} onChange={(event) => setText(event.currentTarget.value)} data-autofocus />
          <Button type="submit" disabled={text.trim() === ''}>
            {say('finding.save')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
