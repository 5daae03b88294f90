import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInstant } from '../../../catalog/charts/format-time.ts';
import type { Input } from '../../../core/model/endpoints/index.ts';
import type { SavedView } from '../../../core/model/endpoints/view-endpoints.ts';
import { Confirm } from './Confirm.tsx';
import { call } from './call.ts';
import { useReader } from './language.ts';
import { sayFault } from './say-fault.ts';
import { useFocusReturn } from './use-focus-return.ts';
import { useWorkspace } from './use-workspace.ts';

export interface ViewManagerProps {
  readonly views: readonly SavedView[];
  /** What is shown now. */
  readonly search: Record<string, unknown>;
  readonly onShow: (search: Readonly<Record<string, unknown>>) => void;
  readonly onClose: () => void;
}

/** Renames views, replaces and removes them, and shows what they were before. */
export function ViewManager({ views, search, onShow, onClose }: ViewManagerProps) {
  useFocusReturn();
  const { say } = useReader();
  return (
    <Modal opened onClose={onClose} title={say('views.label')} size="lg" closeButtonProps={{ 'aria-label': say('action.close') }}>
      <div className="stack">
        {views.map((view) => (
          <ViewLine key={view.id} view={view} search={search} onShow={onShow} />
        ))}
        {views.length === 0 && <p className="quiet">{say('views.none')}</p>}
      </div>
    </Modal>
  );
}

function ViewLine({ view, search, onShow }: Omit<ViewManagerProps, 'views' | 'onClose'> & { readonly view: SavedView }) {
  const { say } = useReader();
  const [name, setName] = useState(view.name);
  const [asks, setAsks] = useState(false);
  const [history, setHistory] = useState(false);
  const client = useQueryClient();
  const renew = () => client.invalidateQueries({ queryKey: ['views'] });
  const change = useMutation({ mutationFn: (changes: Input<'changeView'>) => call('changeView', changes), onSuccess: renew });
  const remove = useMutation({ mutationFn: () => call('removeView', { id: view.id }), onSuccess: renew });
  const fault = change.error ?? remove.error;
  return (
    <div className="panel stack" style={{ gap: 8 }} data-view={view.name}>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ id: view.id, name });
        }}
      >
        <TextInput
          style={{ flex: 1 }}
          aria-label={say('views.name')}
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fault === null ? undefined : sayFault(fault, say)}
        />
        <Button type="submit" variant="default" disabled={name.trim() === '' || name === view.name}>
          {say('views.rename')}
        </Button>
      </form>
      <div className="row">
        <Button variant="default" onClick={() => change.mutate({ id: view.id, search })}>
          {say('views.replace')}
        </Button>
        <Button variant="default" aria-expanded={history} onClick={() => setHistory(!history)}>
          {say('views.history')}
        </Button>
        <div className="spacer" />
        <Button variant="subtle" color="red" onClick={() => setAsks(true)}>
          {say('views.remove')}
        </Button>
      </div>
      {history && <ViewVersions view={view} onShow={onShow} />}
      <Confirm
        open={asks}
        question={say('views.askRemove', { name: view.name })}
        action={say('views.remove')}
        onCancel={() => setAsks(false)}
        onConfirm={() => {
          setAsks(false);
          remove.mutate();
        }}
      />
    </div>
  );
}

function ViewVersions({ view, onShow }: Pick<ViewManagerProps, 'onShow'> & { readonly view: SavedView }) {
  const { say, locale } = useReader();
  const zone = useWorkspace()?.zone ?? 'UTC';
  const { data } = useQuery({
    queryKey: ['views', view.id, view.version],
    queryFn: ({ signal }) => call('viewHistory', { id: view.id }, signal),
  });
  return (
    <ul className="plain-list">
      {data?.map(({ version, changedAt, name, search }) => {
        const time = formatInstant(changedAt, locale, zone);
        return (
          <li key={version} className="row">
            <span>{name === null ? say('views.removedVersion', { time }) : say('views.version', { name, version, time })}</span>
            {search !== null && (
              <button type="button" className="link" onClick={() => onShow(search)}>
                {say('views.open')}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
