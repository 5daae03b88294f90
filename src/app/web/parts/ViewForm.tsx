import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SavedView } from '../../../core/model/endpoints/view-endpoints.ts';
import { call } from './call.ts';
import { useReader } from './language.ts';
import { sayFault } from './say-fault.ts';
import { useFocusReturn } from './use-focus-return.ts';

export interface ViewFormProps {
  readonly page: SavedView['page'];
  /** What the view is to show. */
  readonly search: Record<string, unknown>;
  readonly onClose: () => void;
}

/** Keeps what is shown under a name. */
export function ViewForm({ page, search, onClose }: ViewFormProps) {
  useFocusReturn();
  const { say } = useReader();
  const [name, setName] = useState('');
  const client = useQueryClient();
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => call('saveView', { page, name, search }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['views'] });
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={say('views.save')} centered closeButtonProps={{ 'aria-label': say('action.close') }}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          mutate();
        }}
      >
        <TextInput
          label={say('views.name')}
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.currentTarget.value)}
          error={error === null ? undefined : sayFault(error, say)}
          data-autofocus
        />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" onClick={onClose}>
            {say('action.cancel')}
          </Button>
          <Button type="submit" loading={isPending} disabled={name.trim() === ''}>
            {say('views.keep')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
