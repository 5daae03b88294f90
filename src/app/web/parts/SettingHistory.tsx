import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInstant } from '../../../catalog/charts/format-time.ts';
import type { SettingName } from '../../../core/model/settings/index.ts';
import { call } from './call.ts';
import { useReader } from './language.ts';
import { useWorkspace } from './use-workspace.ts';

export interface SettingHistoryProps {
  readonly name: SettingName;
  readonly onBringBack: (value: unknown) => void;
}

/** Every version of a setting; an earlier one can become the current one again. */
export function SettingHistory({ name, onBringBack }: SettingHistoryProps) {
  const { say } = useReader();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('settings.history')}</summary>
      {open && <Versions name={name} onBringBack={onBringBack} />}
    </details>
  );
}

function Versions({ name, onBringBack }: SettingHistoryProps) {
  const { say, locale } = useReader();
  const zone = useWorkspace()?.zone ?? 'UTC';
  const { data } = useQuery({ queryKey: ['settingHistory', name], queryFn: ({ signal }) => call('settingHistory', { name }, signal) });
  if (data === undefined) return null;
  if (data.length === 0) return <p className="quiet">{say('settings.default')}</p>;
  return (
    <ol className="versions">
      {data.map(({ version, changedAt, value }, index) => (
        <li key={version} className="row">
          <span>{say('settings.version', { version, time: changedAt === null ? '' : formatInstant(changedAt, locale, zone) })}</span>
          {index === 0 ? (
            <span className="quiet">{say('settings.current')}</span>
          ) : (
            <Button variant="subtle" color="gray" onClick={() => onBringBack(value)}>
              {say('settings.bringBack')}
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}
