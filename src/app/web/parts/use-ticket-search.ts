import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { readTicketSearch, type TicketChange, type TicketSearch } from './ticket-search.ts';

/** The address of the ticket list, and how to change it. A change of what is listed leads back to its first page. */
export function useTicketSearch(): [TicketSearch, (change: TicketChange, replace?: boolean) => void] {
  const given = useSearch({ strict: false });
  const search = useMemo(() => readTicketSearch({ ...given }), [given]);
  const navigate = useNavigate();
  return [
    search,
    (change, replace = false) => {
      const keepsPage = 'page' in change || Object.keys(change).every((key) => key === 'ticket' || key === 'columns');
      const next = { ...search, ...(keepsPage ? {} : { page: undefined }), ...change };
      const said = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined));
      void navigate({ to: '.', search: said as object, resetScroll: false, replace });
    },
  ];
}
