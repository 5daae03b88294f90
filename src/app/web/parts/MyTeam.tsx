import { Button, Menu } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconChevronDown, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Filter } from '../../../core/model/query.ts';
import { call } from './call.ts';
import { useReader } from './language.ts';
import { useBoardSearch } from './use-board-search.ts';

/** Chooses one's team: remembered, and a filter of every board that is opened without filters. Nothing where there are no teams. */
export function MyTeam() {
  const { say } = useReader();
  const [search, change] = useBoardSearch();
  const [mine, setMine] = useLocalStorage({ key: 'earshot-team', defaultValue: '', getInitialValueInEffect: false });
  const { data: teams = [], isPending } = useQuery({
    queryKey: ['dimensionValues', 'team'],
    queryFn: ({ signal }) => call('dimensionValues', { name: 'team', limit: 1000 }, signal),
  });
  const { filters } = search;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a board that is opened takes the team; a filter that was taken off stays off
  useEffect(() => {
    if (mine !== '' && filters === undefined) change({ filters: [teamFilter(mine)] }, true);
  }, []);
  const named = teams.filter(({ value }) => value !== '');
  if (named.length === 0 && !isPending) return null;
  const chosen = filters?.find(isTeamFilter)?.values[0];
  const choose = (team: string) => {
    setMine(team);
    const others = (filters ?? []).filter((filter) => !isTeamFilter(filter));
    const next = team === '' ? others : [...others, teamFilter(team)];
    change({ filters: next.length > 0 ? next : undefined });
  };
  const shown = named.find(({ value }) => value === chosen)?.name ?? say('team.all');
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          disabled={isPending}
          leftSection={<IconUsers size={16} />}
          rightSection={<IconChevronDown size={14} />}
          aria-label={`${say('team.label')}: ${shown}`}
        >
          {shown}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {[{ value: '', name: say('team.all') }, ...named].map(({ value, name }) => (
          <Menu.Item key={value} fw={value === (chosen ?? '') ? 600 : 400} onClick={() => choose(value)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function teamFilter(team: string): Filter {
  return { dimension: 'team', operator: 'any of', values: [team] };
}

function isTeamFilter({ dimension, operator, values }: Filter): boolean {
  return dimension === 'team' && operator === 'any of' && values.length === 1;
}
