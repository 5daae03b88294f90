import { Button, Menu } from '@mantine/core';
import { IconBookmark, IconChevronDown, IconDeviceFloppy, IconSettings } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { SavedView } from '../../../core/model/endpoints/view-endpoints.ts';
import { call } from './call.ts';
import { useReader } from './language.ts';
import { sayFault } from './say-fault.ts';

const ViewForm = lazy(async () => ({ default: (await import('./ViewForm.tsx')).ViewForm }));
const ViewManager = lazy(async () => ({ default: (await import('./ViewManager.tsx')).ViewManager }));

export interface SavedViewsProps {
  readonly page: SavedView['page'];
}

/** The views of a page that somebody kept: opens one, keeps what is shown, and leads to where they are kept in order. */
export function SavedViews({ page }: SavedViewsProps) {
  const { say } = useReader();
  const navigate = useNavigate();
  const search = useShownSearch();
  const [opened, setOpened] = useState(false);
  const [dialog, setDialog] = useState<'form' | 'manager' | null>(null);
  const { data, error } = useViews(page, opened || dialog !== null);
  const show = (view: Readonly<Record<string, unknown>>) => {
    setDialog(null);
    void navigate({ to: '.', search: view as object });
  };
  return (
    <>
      <Menu opened={opened} onChange={setOpened} position="bottom-start">
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={16} />} rightSection={<IconChevronDown size={14} />}>
            {say('views.label')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {data?.map((view) => (
            <Menu.Item key={view.id} onClick={() => show(view.search)}>
              {view.name}
            </Menu.Item>
          ))}
          {data?.length === 0 && <Menu.Label maw={280}>{say('views.none')}</Menu.Label>}
          {error !== null && <Menu.Label>{sayFault(error, say)}</Menu.Label>}
          <Menu.Divider />
          <Menu.Item leftSection={<IconDeviceFloppy size={16} />} onClick={() => setDialog('form')}>
            {say('views.save')}
          </Menu.Item>
          {data !== undefined && data.length > 0 && (
            <Menu.Item leftSection={<IconSettings size={16} />} onClick={() => setDialog('manager')}>
              {say('views.manage')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {dialog === 'form' && <ViewForm page={page} search={search} onClose={() => setDialog(null)} />}
        {dialog === 'manager' && <ViewManager views={data ?? []} search={search} onShow={show} onClose={() => setDialog(null)} />}
      </Suspense>
    </>
  );
}

/** The views of a page; asked for when they are wanted, because the first question opens the settings. */
function useViews(page: SavedView['page'], wanted: boolean) {
  return useQuery({ queryKey: ['views', page], queryFn: ({ signal }) => call('views', { page }, signal), enabled: wanted });
}

/** What a view keeps of the address: all but what lies over the page. */
function useShownSearch(): Record<string, unknown> {
  const { drill: _, ticket: _ticket, explain: _explain, ...shown } = useSearch({ strict: false }) as Record<string, unknown>;
  return shown;
}
