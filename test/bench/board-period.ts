import { dateOf, epochDayOfLocal } from '../../src/core/time/calendar-day.ts';
import { span } from './make-tickets.ts';

const lastDay = epochDayOfLocal(span.untilMs) - 1;

/** The last four weeks of the made tickets, as a page and a query say it. */
export const boardPeriod = `${dateOf(lastDay - 27)}..${dateOf(lastDay)}`;
