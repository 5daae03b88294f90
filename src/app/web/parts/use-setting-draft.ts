import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Output } from '../../../core/model/endpoints/index.ts';
import type { Setting, SettingName } from '../../../core/model/settings/index.ts';
import { CallFault, call } from './call.ts';

export type SettingVersion = Output<'settings'>['settings'][SettingName];
export type SettingEffect = Output<'previewSetting'>;
export type Since = 'now' | 'always';

/** A setting while it is being changed. */
export interface SettingDraft<N extends SettingName> {
  /** What is stored; undefined until it is known. */
  readonly stored: SettingVersion | undefined;
  /** What the form shows. */
  readonly value: Setting<N> | undefined;
  readonly isChanged: boolean;
  readonly effect: SettingEffect | undefined;
  readonly fault: Error | null;
  readonly busy: 'previewing' | 'saving' | null;
  readonly saved: boolean;
  /** Since when a change of hours or targets holds. */
  readonly since: Since;
  change(value: Setting<N>): void;
  holdSince(since: Since): void;
  discard(): void;
  preview(): void;
  save(value?: Setting<N>): void;
}

/** One setting: what is stored, what has been typed, what that would do. */
export function useSettingDraft<N extends SettingName>(name: N): SettingDraft<N> {
  const client = useQueryClient();
  const [typed, setTyped] = useState<Setting<N> | null>(null);
  const [madeFrom, setMadeFrom] = useState<number | null>(null);
  const [since, setSince] = useState<Since>('now');
  const { data, error } = useQuery({ queryKey: ['settings'], queryFn: ({ signal }) => call('settings', {}, signal) });
  const stored = data?.settings[name];
  const value = typed ?? (stored?.value as Setting<N> | undefined);
  const preview = useMutation({ mutationFn: (next: Setting<N>) => call('previewSetting', { name, value: next, since }) });
  const save = useMutation({
    mutationFn: (next: Setting<N>) => {
      const version = madeFrom ?? stored?.version;
      return call('changeSetting', { name, value: next, since, ...(version === undefined ? {} : { madeFrom: version }) });
    },
    onSuccess: async () => {
      await client.invalidateQueries();
      setTyped(null);
      setMadeFrom(null);
      preview.reset();
    },
    onError: async (fault) => {
      if (!(fault instanceof CallFault) || fault.code !== 'setting_overtaken') return;
      await client.invalidateQueries({ queryKey: ['settings'] });
      setMadeFrom(null);
    },
  });
  const begin = (next: Setting<N> | null) => {
    setTyped(next);
    setMadeFrom(next === null ? null : (madeFrom ?? stored?.version ?? null));
    preview.reset();
    save.reset();
  };
  return {
    stored,
    value,
    isChanged: typed !== null && JSON.stringify(typed) !== JSON.stringify(stored?.value),
    effect: preview.data,
    fault: error ?? save.error ?? preview.error,
    busy: save.isPending ? 'saving' : preview.isPending ? 'previewing' : null,
    saved: save.isSuccess,
    since,
    change: begin,
    holdSince: (next) => {
      setSince(next);
      preview.reset();
    },
    discard: () => begin(null),
    preview: () => value !== undefined && preview.mutate(value),
    save: (next = value) => next !== undefined && save.mutate(next),
  };
}
