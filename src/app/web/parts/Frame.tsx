import { ActionIcon } from '@mantine/core';
import { useHotkeys, useLocalStorage } from '@mantine/hooks';
import { IconMenu2, IconSearch } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { LanguageMenu } from './LanguageMenu.tsx';
import { useReader } from './language.ts';
import { Rail } from './Rail.tsx';
import { SampleBanner } from './SampleBanner.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';

const Finder = lazy(async () => ({ default: (await import('./Finder.tsx')).Finder }));

export interface FrameProps {
  readonly title: string;
  /** What stands in the bar beside the title: period, comparison, filters. */
  readonly controls?: ReactNode;
  readonly children: ReactNode;
}

/** What every page stands in: the rail, the bar and the banner of the sample. */
export function Frame({ title, controls, children }: FrameProps) {
  const { say } = useReader();
  const [narrow, setNarrow] = useLocalStorage({ key: 'earshot-narrow-rail', defaultValue: false });
  const [open, setOpen] = useState(false);
  const [finding, setFinding] = useState(false);
  useHotkeys([['mod+K', () => setFinding(true)]], []);
  return (
    <div className="frame" data-narrow={narrow}>
      <a className="skip" href="#content">
        {say('frame.skip')}
      </a>
      <Rail narrow={narrow} open={open} onNarrow={setNarrow} onClose={() => setOpen(false)} />
      <div className="page">
        <SampleBanner />
        <header className="bar">
          <div className="bar-inner">
            <ActionIcon className="menu-button" onClick={() => setOpen(true)} aria-label={say('frame.openMenu')}>
              <IconMenu2 size={18} />
            </ActionIcon>
            <h1>{title}</h1>
            <div className="controls row">{controls}</div>
            <div className="controls row">
              <ActionIcon aria-label={`${say('find.open')} (Ctrl K)`} onClick={() => setFinding(true)}>
                <IconSearch size={18} />
              </ActionIcon>
              <LanguageMenu />
              <ThemeMenu />
            </div>
          </div>
        </header>
        <main className="content" id="content" tabIndex={-1}>
          {children}
        </main>
        {finding && (
          <Suspense>
            <Finder onClose={() => setFinding(false)} />
          </Suspense>
        )}
      </div>
    </div>
  );
}
