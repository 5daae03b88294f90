import { tickets as entity } from '../../core/entities/tickets.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import { sql } from '../../core/sql/sql.ts';

const rowColumns = ['id', 'subject', 'status', 'priority', 'channel', 'category', 'team_id', 'assignee_id', 'created_at', 'last_solved_at'];

/** What makes a ticket not count, by kind; `counted` is none of them. */
export const leftOut = { spam: sql`is_spam`, test: sql`is_test`, deleted: sql`is_deleted`, merged: sql`merged_into != ''` } as const;

/** What a search over rows of tickets looks into. */
export const searched = ['id', 'subject'];

/** Tickets, one row each. */
export const tickets: Dataset = {
  name: 'tickets',
  text: { en: 'Tickets', 'zh-Hans': '工单', 'zh-Hant': '工單', ru: 'Обращения' },
  entity,
  population: sql`counted`,
  leftOut,
  times: {
    created: { kind: 'event', at: sql`created_at` },
    responded: { kind: 'event', at: sql`first_response_at` },
    first_solved: { kind: 'event', at: sql`coalesce(first_solved_at, last_solved_at)` },
    solved: { kind: 'event', at: sql`last_solved_at` },
    closed: { kind: 'event', at: sql`closed_at` },
  },
  rowColumns,
  searched,
};

/** Tickets for as long as they are not solved: the backlog. */
export const unsolvedTickets: Dataset = {
  name: 'unsolved_tickets',
  text: { en: 'Unsolved tickets', 'zh-Hans': '未解决工单', 'zh-Hant': '未結工單', ru: 'Нерешённые обращения' },
  entity,
  arrayJoin: { list: 'unsolved_spans', as: 'unsolved' },
  population: sql`counted`,
  leftOut,
  times: { unsolved: { kind: 'span', from: sql`unsolved_from`, until: sql`unsolved_until`, earliest: sql`created_at` } },
  rowColumns,
  searched,
};

const between = { earliest: sql`created_at`, latest: sql`last_sla_at` };

/** Targets that were applied to tickets, one row an instance. */
export const ticketSlas: Dataset = {
  name: 'ticket_slas',
  text: { en: 'SLA targets of tickets', 'zh-Hans': '工单的 SLA 目标', 'zh-Hant': '工單的 SLA 目標', ru: 'Цели SLA обращений' },
  entity,
  arrayJoin: { list: 'slas', as: 'sla' },
  population: sql`counted`,
  leftOut,
  times: {
    outcome: {
      kind: 'event',
      at: sql`coalesce(if(sla_outcome IN ('breached', 'active'), sla_due_at, sla_ended_at), sla_ended_at, sla_due_at, sla_activated_at)`,
      between,
    },
    activated: { kind: 'event', at: sql`sla_activated_at`, between },
    running: {
      kind: 'span',
      from: sql`sla_activated_at`,
      until: sql`if(sla_ended_at IS NULL AND (sla_provenance = 'computed' OR sla_outcome = 'active'), NULL, coalesce(sla_ended_at, sla_activated_at))`,
      earliest: sql`created_at`,
    },
  },
  rowColumns: [
    'id',
    'subject',
    'sla_metric',
    'sla_outcome',
    'sla_priority',
    'sla_target_ms',
    'sla_elapsed_ms',
    'sla_due_at',
    'team_id',
    'assignee_id',
    'created_at',
  ],
};
