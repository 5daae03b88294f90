import { tickets as entity } from '../../core/entities/tickets.ts';
import type { Dataset, EventTime } from '../../core/model/dataset.ts';
import { type Sql, sql } from '../../core/sql/sql.ts';
import { leftOut, searched } from './tickets.ts';

/** An instant read out of a list of the ticket lies between its creation and its last change. */
function event(at: Sql): EventTime {
  return { kind: 'event', at, between: { earliest: sql`created_at`, latest: sql`updated_at` } };
}

/** Questions of customers and the replies to them, one row a question. */
export const ticketReplies: Dataset = {
  name: 'ticket_replies',
  text: { en: 'Questions and replies', 'zh-Hans': '提问与回复', 'zh-Hant': '提問與回覆', ru: 'Вопросы и ответы' },
  entity,
  arrayJoin: { list: 'replies', as: 'reply' },
  population: sql`counted`,
  leftOut,
  searched,
  times: { asked: event(sql`reply_asked_at`), answered: event(sql`reply_answered_at`) },
  rowColumns: ['id', 'subject', 'reply_asked_at', 'reply_answered_at', 'reply_answered_by', 'channel', 'category', 'team_id', 'created_at'],
};

/** From creation or a reopening to the solve, one row a cycle. */
export const ticketCycles: Dataset = {
  name: 'ticket_cycles',
  text: { en: 'Cycles of tickets', 'zh-Hans': '工单处理周期', 'zh-Hant': '工單處理週期', ru: 'Циклы обращений' },
  entity,
  arrayJoin: { list: 'cycles', as: 'cycle' },
  population: sql`counted`,
  leftOut,
  searched,
  times: { started: event(sql`cycle_started_at`), solved: event(sql`cycle_solved_at`) },
  rowColumns: ['id', 'subject', 'cycle_started_at', 'cycle_solved_at', 'cycle_solved_by', 'channel', 'category', 'team_id', 'created_at'],
};

/** Statuses of tickets in order, one row a stay. */
export const ticketStatuses: Dataset = {
  name: 'ticket_statuses',
  text: { en: 'Statuses of tickets', 'zh-Hans': '工单状态历史', 'zh-Hant': '工單狀態歷程', ru: 'Статусы обращений' },
  entity,
  arrayJoin: { list: 'status_spans', as: 'stay' },
  population: sql`counted`,
  leftOut,
  searched,
  times: { began: event(sql`stay_from`), solved: { kind: 'event', at: sql`last_solved_at` } },
  rowColumns: ['id', 'subject', 'stay_status', 'stay_from', 'stay_until', 'channel', 'category', 'team_id', 'last_solved_at'],
};

/** Assignees and teams of tickets in order, one row a stay. */
export const ticketAssignments: Dataset = {
  name: 'ticket_assignments',
  text: { en: 'Assignments of tickets', 'zh-Hans': '工单分配记录', 'zh-Hant': '工單指派紀錄', ru: 'Назначения обращений' },
  entity,
  arrayJoin: { list: 'assignments', as: 'assignment' },
  population: sql`counted`,
  leftOut,
  searched,
  times: { assigned: event(sql`assignment_from`), solved: { kind: 'event', at: sql`last_solved_at` } },
  rowColumns: [
    'id',
    'subject',
    'assignment_agent_id',
    'assignment_team_id',
    'assignment_from',
    'assignment_until',
    'channel',
    'category',
    'last_solved_at',
  ],
};
