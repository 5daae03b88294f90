import { Button, Popover, TextInput } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from './call.ts';
import { useReader } from './language.ts';

export interface MappingMenuProps {
  readonly onUse: (name: string) => void;
  readonly onKeep: (name: string) => void;
}

/** Mappings that are kept under a name: read the file by one, keep the one at hand, remove one. */
export function MappingMenu({ onUse, onKeep }: MappingMenuProps) {
  const { say } = useReader();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const { data } = useQuery({ queryKey: ['mappings'], queryFn: ({ signal }) => call('mappings', {}, signal), enabled: open });
  const remove = useMutation({
    mutationFn: (kept: string) => call('removeMapping', { name: kept }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['mappings'] }),
  });
  const keep = () => {
    onKeep(name.trim());
    setOpen(false);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconBookmark size={16} />} onClick={() => setOpen(!open)}>
          {say('mapping.saved')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className="stack" style={{ gap: 8, width: 280 }}>
          <div className="row" style={{ flexWrap: 'nowrap', alignItems: 'flex-end' }}>
            <TextInput size="xs" label={say('mapping.name')} value={name} onChange={({ currentTarget }) => setName(currentTarget.value)} />
            <Button disabled={name.trim() === ''} onClick={keep}>
              {say('mapping.keep')}
            </Button>
          </div>
          {data?.length === 0 && <span className="quiet">{say('mapping.none')}</span>}
          {data?.map((kept) => (
            <div key={kept.name} className="row" style={{ flexWrap: 'nowrap' }}>
              <button type="button" className="link" onClick={() => onUse(kept.name)}>
                {kept.name}
              </button>
              <div className="spacer" />
              <Button
                variant="subtle"
                color="gray"
                aria-label={say('mapping.remove', { name: kept.name })}
                onClick={() => remove.mutate(kept.name)}
              >
                ×
              </Button>
            </div>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
