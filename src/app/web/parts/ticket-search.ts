import type { Input } from '../../../core/model/endpoints/index.ts';
import { type PageSearch, periodOf, readSearch } from './page-search.ts';

/** Which tickets a list shows: those to which this happened in the period, or that stood open at its end. */
export const ticketTimes = ['created', 'solved', 'closed', 'open'] as const;
export type TicketTime = (typeof ticketTimes)[number];

/** What the address of the ticket list says. */
export interface TicketSearch extends PageSearch {
  readonly time?: TicketTime;
  /** Columns in their order. */
  readonly columns?: readonly string[];
  readonly order?: TicketOrder;
  /** What the number or the subject contains. */
  readonly find?: string;
  /** From 1. */
  readonly page?: number;
}

export interface TicketOrder {
  readonly column: string;
  readonly descending: boolean;
}

export type TicketChange = { readonly [K in keyof TicketSearch]?: TicketSearch[K] | undefined };

/** Rows of a page; a list of any length is read page by page. */
export const ticketsAPage = 100;

export const usualColumns: readonly string[] = ['id', 'subject', 'created_at', 'status', 'priority', 'channel', 'category', 'assignee_id'];

/** Columns that can be shown; fields that came with the data follow them. */
export const ticketColumns: readonly string[] = [
  ...usualColumns,
  'team_id',
  'updated_at',
  'first_response_at',
  'last_solved_at',
  'closed_at',
  'first_response_human_business_ms',
  'first_response_human_calendar_ms',
  'full_resolution_business_ms',
  'full_resolution_calendar_ms',
  'handler_id',
  'requester_email',
  'product',
  'language',
  'region',
  'country',
  'carrier',
  'tags',
  'is_complaint',
  'reopens',
  'agent_replies',
  'customer_messages',
  'source',
];

/** Reads an address, dropping what it does not understand. */
export function readTicketSearch(raw: Readonly<Record<string, unknown>>): TicketSearch {
  const time = ticketTimes.find((known) => known === raw.time);
  const columns = Array.isArray(raw.columns) ? [...new Set(raw.columns.filter((each) => typeof each === 'string'))].slice(0, 40) : [];
  const order = readOrder(raw.order);
  const page = Number(raw.page);
  return {
    ...readSearch(raw),
    ...(time === undefined ? {} : { time }),
    ...(columns.length > 0 ? { columns } : {}),
    ...(order === null ? {} : { order }),
    ...(typeof raw.find === 'string' && raw.find !== '' ? { find: raw.find.slice(0, 200) } : {}),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  };
}

const metricOfTime: Readonly<Record<TicketTime, string>> = {
  created: 'created',
  solved: 'solved',
  closed: 'time_to_close_median',
  open: 'backlog',
};

/** The question for a page of the list; for all of it with another limit and offset. */
export function ticketRows(search: TicketSearch): Input<'rows'> {
  const metric = metricOfTime[search.time ?? 'created'];
  return {
    query: { metrics: [metric], period: periodOf(search), filters: [...(search.filters ?? [])] },
    metric,
    columns: withId(search.columns ?? usualColumns),
    ...(search.order === undefined ? {} : { order: search.order }),
    search: search.find ?? '',
    limit: ticketsAPage,
    offset: ((search.page ?? 1) - 1) * ticketsAPage,
  };
}

/** The id leads to the ticket, so it is always asked for. */
function withId(columns: readonly string[]): string[] {
  return columns.includes('id') ? [...columns] : [...columns, 'id'];
}

function readOrder(raw: unknown): TicketOrder | null {
  if (typeof raw !== 'object' || raw === null || !('column' in raw) || typeof raw.column !== 'string') return null;
  return { column: raw.column, descending: 'descending' in raw && raw.descending === true };
}
