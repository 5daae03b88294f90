import { TagsInput } from '@mantine/core';
import { useReader } from './language.ts';
import type { SettingFieldsProps } from './SettingForm.tsx';
import { ValuesInput } from './ValuesInput.tsx';

/** Agents that are bots, and addresses that write by themselves. */
export function SettingsSenders({ value, onChange }: SettingFieldsProps<'automatic-senders'>) {
  const { say } = useReader();
  return (
    <div className="fields">
      <ValuesInput
        label={say('senders.agents')}
        dimension="agent"
        values={value.agents}
        onChange={(agents) => onChange({ ...value, agents })}
      />
      <TagsInput
        size="xs"
        label={say('senders.addresses')}
        description={say('senders.addressHint')}
        value={value.addresses}
        onChange={(addresses) => onChange({ ...value, addresses })}
      />
    </div>
  );
}
