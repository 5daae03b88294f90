import { ActionIcon, Button, Popover } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3, IconPlus, IconX } from '@tabler/icons-react';
import { nameColumn } from '../../../catalog/locales/columns.ts';
import { nameDimension } from '../../../catalog/locales/names.ts';
import { useReader } from './language.ts';
import { ticketColumns, usualColumns } from './ticket-search.ts';
import { useTicketSearch } from './use-ticket-search.ts';

/** Chooses the columns of the list and their order. */
export function TicketColumns() {
  const reader = useReader();
  const { say, locale, names } = reader;
  const [search, change] = useTicketSearch();
  const columns = search.columns ?? usualColumns;
  const fields = Object.keys(names.dimensions).filter((name) => name.startsWith('field_'));
  const others = [...ticketColumns, ...fields].filter((column) => !columns.includes(column));
  const nameOf = (column: string) => (column in names.dimensions ? nameDimension(column, reader) : nameColumn(column, locale));
  const put = (next: readonly string[]) => change({ columns: next.join() === usualColumns.join() ? undefined : next });
  const move = (from: number, to: number) => put(columns.toSpliced(from, 1).toSpliced(to, 0, columns[from] ?? ''));
  return (
    <Popover position="bottom-end" width={320} trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} />}>
          {say('tickets.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={say('tickets.columns')} className="column-choices">
        <div className="quiet">{say('tickets.shownColumns')}</div>
        <ul className="plain-list">
          {columns.map((column, index) => (
            <li key={column} className="row column-choice">
              <span className="column-name">{nameOf(column)}</span>
              <ActionIcon
                disabled={index === 0}
                aria-label={say('tickets.up', { name: nameOf(column) })}
                onClick={() => move(index, index - 1)}
              >
                <IconArrowUp size={14} />
              </ActionIcon>
              <ActionIcon
                disabled={index === columns.length - 1}
                aria-label={say('tickets.down', { name: nameOf(column) })}
                onClick={() => move(index, index + 1)}
              >
                <IconArrowDown size={14} />
              </ActionIcon>
              <ActionIcon
                disabled={columns.length === 1}
                aria-label={say('tickets.hide', { name: nameOf(column) })}
                onClick={() => put(columns.toSpliced(index, 1))}
              >
                <IconX size={14} />
              </ActionIcon>
            </li>
          ))}
        </ul>
        <div className="quiet">{say('tickets.moreColumns')}</div>
        <ul className="plain-list">
          {others.map((column) => (
            <li key={column} className="row column-choice">
              <span className="column-name">{nameOf(column)}</span>
              <ActionIcon aria-label={say('tickets.show', { name: nameOf(column) })} onClick={() => put([...columns, column])}>
                <IconPlus size={14} />
              </ActionIcon>
            </li>
          ))}
        </ul>
        <Button variant="subtle" onClick={() => change({ columns: undefined })}>
          {say('tickets.usual')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
