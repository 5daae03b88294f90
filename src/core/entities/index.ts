import { contacts } from './contacts.ts';
import { imports, inbox, rejects, replacedRows } from './imports.ts';
import { messages } from './messages.ts';
import { agents, customers, identities, teams } from './people.ts';
import { qualityReviews } from './quality-reviews.ts';
import { surveyInvitations, surveyResponses } from './surveys.ts';
import { ticketEvents } from './ticket-events.ts';
import { ticketRecords } from './ticket-records.ts';
import { tickets } from './tickets.ts';
import { calendarEvents, schedules, slaPolicies, teamSchedules, workingTime } from './working-time.ts';

/** Every table of a workspace. */
export const entities = [
  ticketRecords,
  ticketEvents,
  messages,
  tickets,
  contacts,
  surveyInvitations,
  surveyResponses,
  qualityReviews,
  customers,
  identities,
  agents,
  teams,
  schedules,
  teamSchedules,
  slaPolicies,
  workingTime,
  calendarEvents,
  imports,
  rejects,
  replacedRows,
  inbox,
] as const;
