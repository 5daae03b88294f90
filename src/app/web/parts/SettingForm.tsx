import { Button, SegmentedControl } from '@mantine/core';
import type { ComponentType } from 'react';
import { formatInstant } from '../../../catalog/charts/format-time.ts';
import type { Setting, SettingName } from '../../../core/model/settings/index.ts';
import { useReader } from './language.ts';
import { SettingEffects } from './SettingEffects.tsx';
import { SettingHistory } from './SettingHistory.tsx';
import { saySettingFault } from './say-setting-fault.ts';
import { useSettingDraft } from './use-setting-draft.ts';
import { useWorkspace } from './use-workspace.ts';

/** What the fields of a setting get: what stands there and how to change it. */
export interface SettingFieldsProps<N extends SettingName> {
  readonly value: Setting<N>;
  readonly onChange: (value: Setting<N>) => void;
}

export interface SettingFormProps<N extends SettingName> {
  readonly name: N;
  readonly fields: ComponentType<SettingFieldsProps<N>>;
}

/** Settings that hold from an instant on. */
const hasHistory: readonly SettingName[] = ['schedules', 'sla-policies'];

/** One setting: what it does, its fields, what a change would do, and its earlier versions. */
export function SettingForm<N extends SettingName>({ name, fields: Fields }: SettingFormProps<N>) {
  const reader = useReader();
  const { say, locale } = reader;
  const zone = useWorkspace()?.zone ?? 'UTC';
  const draft = useSettingDraft(name);
  const { stored, value } = draft;
  return (
    <section className="panel stack" aria-busy={value === undefined} data-setting={name}>
      <div>
        <h2>{say(`setting.${name}`)}</h2>
        <p className="about">{say(`settingAbout.${name}`)}</p>
        {stored !== undefined && (
          <p className="quiet">
            {stored.changedAt === null
              ? say('settings.default')
              : say('settings.version', { version: stored.version, time: formatInstant(stored.changedAt, locale, zone) })}
          </p>
        )}
      </div>
      {value !== undefined && <Fields value={value} onChange={draft.change} />}
      {draft.fault !== null && (
        <p role="alert" className="fault">
          {saySettingFault(draft.fault, reader)}
        </p>
      )}
      <div className="row">
        <Button disabled={!draft.isChanged} loading={draft.busy === 'saving'} onClick={() => draft.save()}>
          {say('settings.save')}
        </Button>
        <Button variant="default" disabled={!draft.isChanged} loading={draft.busy === 'previewing'} onClick={draft.preview}>
          {say('settings.preview')}
        </Button>
        {draft.isChanged && hasHistory.includes(name) && (
          <SegmentedControl
            size="xs"
            aria-label={say('settings.since')}
            data={(['now', 'always'] as const).map((each) => ({ value: each, label: say(`settings.${each}`) }))}
            value={draft.since}
            onChange={(chosen) => draft.holdSince(chosen === 'always' ? 'always' : 'now')}
          />
        )}
        {draft.isChanged && (
          <Button variant="subtle" color="gray" onClick={draft.discard}>
            {say('settings.discard')}
          </Button>
        )}
        {draft.saved && !draft.isChanged && <output className="quiet">{say('settings.saved')}</output>}
      </div>
      {draft.effect !== undefined && <SettingEffects effect={draft.effect} />}
      <SettingHistory name={name} onBringBack={(version) => draft.save(version as Setting<N>)} />
    </section>
  );
}
