import { ActionIcon } from '@mantine/core';
import { IconEar, IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { Fragment } from 'react';
import { navigation, type Page } from '../../../catalog/navigation.ts';
import { useReader } from './language.ts';
import { pageIcons } from './page-icons.ts';

export interface RailProps {
  readonly narrow: boolean;
  /** On a small screen: whether it lies over the page. */
  readonly open: boolean;
  readonly onNarrow: (narrow: boolean) => void;
  readonly onClose: () => void;
}

/** The way to every page: icons with words, or icons alone. */
export function Rail({ narrow, open, onNarrow, onClose }: RailProps) {
  const { say, locale } = useReader();
  const bare = narrow && !open;
  return (
    <>
      {open && <button type="button" className="rail-shade" aria-label={say('frame.closeMenu')} onClick={onClose} />}
      <nav className="rail" data-open={open} aria-label={say('frame.pages')}>
        <div className="rail-inner">
          <div className="brand">
            <IconEar size={22} aria-hidden />
            {bare ? '' : 'Earshot'}
          </div>
          <div className="rail-pages">
            {navigation.map(({ name, text, pages }) => (
              <Fragment key={name}>
                {bare || text === null ? <div className="rail-gap" /> : <div className="rail-group">{text[locale]}</div>}
                {pages.map((page) => (
                  <RailLink key={page.path} page={page} bare={bare} onFollow={onClose} />
                ))}
              </Fragment>
            ))}
          </div>
          <ActionIcon onClick={() => onNarrow(!narrow)} aria-label={say(narrow ? 'frame.expand' : 'frame.collapse')} visibleFrom="sm">
            {narrow ? <IconLayoutSidebarLeftExpand size={18} /> : <IconLayoutSidebarLeftCollapse size={18} />}
          </ActionIcon>
        </div>
      </nav>
    </>
  );
}

interface RailLinkProps {
  readonly page: Page;
  readonly bare: boolean;
  readonly onFollow: () => void;
}

function RailLink({ page, bare, onFollow }: RailLinkProps) {
  const { locale } = useReader();
  const name = page.text[locale];
  const Icon = pageIcons[page.icon];
  const { pathname } = useLocation();
  return (
    <Link
      to={page.path}
      search={({ period, compare, filters }) => ({
        ...(period === undefined ? {} : { period }),
        ...(compare === undefined ? {} : { compare }),
        ...(filters === undefined ? {} : { filters }),
      })}
      className="rail-link"
      data-tab={page.tabs?.includes(pathname)}
      onClick={onFollow}
      activeOptions={{ includeSearch: false, exact: page.path === '/' || page.path === '/boards' }}
      aria-label={name}
      title={bare ? name : undefined}
    >
      <Icon size={18} />
      {bare ? '' : name}
    </Link>
  );
}
