import type { Dataset } from '../../core/model/dataset.ts';
import { agentsInService } from './agents-in-service.ts';
import { contacts } from './contacts.ts';
import { contactsAfter } from './contacts-after.ts';
import { matters } from './matters.ts';
import { reviews } from './reviews.ts';
import { answers, invitations } from './surveys.ts';
import { ticketAssignments, ticketCycles, ticketReplies, ticketStatuses } from './ticket-lists.ts';
import { ticketSlas, tickets, unsolvedTickets } from './tickets.ts';

/** Every dataset that metrics are computed over. */
export const datasets: readonly Dataset[] = [
  tickets,
  unsolvedTickets,
  ticketSlas,
  ticketReplies,
  ticketCycles,
  ticketStatuses,
  ticketAssignments,
  contacts,
  contactsAfter,
  agentsInService,
  matters,
  answers,
  invitations,
  reviews,
];
