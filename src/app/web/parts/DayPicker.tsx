import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { formatWeekdayAndDay } from '../../../catalog/charts/format-time.ts';
import { useReader } from './language.ts';
import { useBoardSearch } from './use-board-search.ts';
import { useWorkspace } from './use-workspace.ts';

/** The day that the morning page tells of, with the way to its neighbours and to the last full one. */
export function DayPicker({ day }: { readonly day: string }) {
  const { say, locale } = useReader();
  const [{ day: asked }, change] = useBoardSearch();
  const workspace = useWorkspace();
  const go = (days: number) => {
    const to = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
    change({ day: to });
  };
  const until = workspace?.dataUntil;
  return (
    <>
      <ActionIcon aria-label={say('home.earlier')} onClick={() => go(-1)}>
        <IconChevronLeft size={16} />
      </ActionIcon>
      <span>{formatWeekdayAndDay(day, locale, workspace?.now)}</span>
      <ActionIcon
        aria-label={say('home.later')}
        onClick={() => go(1)}
        disabled={asked === undefined || (until != null && day >= until.slice(0, 10))}
      >
        <IconChevronRight size={16} />
      </ActionIcon>
      {asked !== undefined && (
        <Button variant="default" onClick={() => change({ day: undefined })}>
          {say('home.latest')}
        </Button>
      )}
    </>
  );
}
