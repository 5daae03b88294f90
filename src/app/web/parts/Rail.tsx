import { ActionIcon } from '@mantine/core';
import {
  IconChartLine,
  IconEar,
  IconFileImport,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconRuler2,
} from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { dashboards } from '../../../catalog/dashboards/index.ts';
import { useReader } from './language.ts';

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
  const item = (to: LinkProps, icon: ReactNode, name: string) => (
    <RailLink key={name} to={to} icon={icon} name={name} bare={bare} onFollow={onClose} />
  );
  return (
    <>
      {open && <button type="button" className="rail-shade" aria-label={say('frame.closeMenu')} onClick={onClose} />}
      <nav className="rail" data-open={open} aria-label={say('frame.pages')}>
        <div className="rail-inner">
          <div className="brand">
            <IconEar size={22} aria-hidden />
            {bare ? '' : 'Earshot'}
          </div>
          {bare ? null : <div className="rail-group">{say('nav.support')}</div>}
          {dashboards.map((board) =>
            item({ to: '/boards/$board', params: { board: board.name } }, <IconChartLine size={18} />, board.title[locale]),
          )}
          {bare ? null : <div className="rail-group">{say('nav.data')}</div>}
          {item({ to: '/import' }, <IconFileImport size={18} />, say('nav.import'))}
          {item({ to: '/metrics' }, <IconRuler2 size={18} />, say('nav.metrics'))}
          <div className="spacer" />
          <ActionIcon onClick={() => onNarrow(!narrow)} aria-label={say(narrow ? 'frame.expand' : 'frame.collapse')} visibleFrom="sm">
            {narrow ? <IconLayoutSidebarLeftExpand size={18} /> : <IconLayoutSidebarLeftCollapse size={18} />}
          </ActionIcon>
        </div>
      </nav>
    </>
  );
}

interface RailLinkProps {
  readonly to: LinkProps;
  readonly icon: ReactNode;
  readonly name: string;
  readonly bare: boolean;
  readonly onFollow: () => void;
}

function RailLink({ to, icon, name, bare, onFollow }: RailLinkProps) {
  return (
    <Link
      {...to}
      className="rail-link"
      onClick={onFollow}
      activeOptions={{ includeSearch: false }}
      aria-label={name}
      title={bare ? name : undefined}
    >
      {icon}
      {bare ? '' : name}
    </Link>
  );
}
