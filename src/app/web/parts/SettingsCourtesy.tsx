import { Switch, TagsInput } from '@mantine/core';
import { useReader } from './language.ts';
import type { SettingFieldsProps } from './SettingForm.tsx';

/** Whether thanks are left out, and the words that are thanks here. */
export function SettingsCourtesy({ value, onChange }: SettingFieldsProps<'courtesy'>) {
  const { say } = useReader();
  return (
    <div className="fields">
      <Switch
        label={say('courtesy.enabled')}
        checked={value.enabled}
        onChange={(event) => onChange({ ...value, enabled: event.currentTarget.checked })}
      />
      <TagsInput
        size="xs"
        label={say('courtesy.words')}
        value={value.words}
        disabled={!value.enabled}
        onChange={(words) => onChange({ ...value, words })}
      />
    </div>
  );
}
