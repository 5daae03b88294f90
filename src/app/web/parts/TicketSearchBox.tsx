import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useReader } from './language.ts';
import { useTicketSearch } from './use-ticket-search.ts';

/** Searches the list while one types. */
export function TicketSearchBox() {
  const { say } = useReader();
  const [search, change] = useTicketSearch();
  const [typed, setTyped] = useState(search.find ?? '');
  const find = useDebouncedCallback((text: string) => change({ find: text.trim() === '' ? undefined : text.trim() }, true), 300);
  return (
    <TextInput
      w={280}
      maw="100%"
      leftSection={<IconSearch size={16} />}
      aria-label={say('tickets.search')}
      placeholder={say('tickets.search')}
      value={typed}
      maxLength={200}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        find(event.currentTarget.value);
      }}
    />
  );
}
