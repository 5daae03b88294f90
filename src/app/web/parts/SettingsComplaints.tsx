import { Switch } from '@mantine/core';
import { useReader } from './language.ts';
import type { SettingFieldsProps } from './SettingForm.tsx';
import { ValuesInput } from './ValuesInput.tsx';

/** What counts as a complaint. */
export function SettingsComplaints({ value, onChange }: SettingFieldsProps<'complaint-rule'>) {
  const { say } = useReader();
  return (
    <div className="fields">
      <Switch
        label={say('complaints.marked')}
        checked={value.marked}
        onChange={(event) => onChange({ ...value, marked: event.currentTarget.checked })}
      />
      <ValuesInput
        label={say('complaints.categories')}
        dimension="category"
        values={value.categories}
        onChange={(categories) => onChange({ ...value, categories })}
      />
      <ValuesInput label={say('complaints.tags')} dimension="tag" values={value.tags} onChange={(tags) => onChange({ ...value, tags })} />
    </div>
  );
}
