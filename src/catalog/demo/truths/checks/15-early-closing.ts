import type { TicketFacts } from '../../../../core/tickets/ticket-facts.ts';
import type { Company } from '../../company.ts';
import { between, type Check, type Interval, medianHours, planted, share, shareOf } from '../../company-check.ts';
import { slaCounts } from '../../measure-company.ts';

const early = (list: readonly TicketFacts[]) => between(list, '2025-11-03', '2026-01-31');
const notEarly = (list: readonly TicketFacts[]) => [
  ...between(list, '2025-02-01', '2025-11-02'),
  ...between(list, '2026-02-02', '2026-10-18'),
];
const solved = (list: readonly TicketFacts[]) => list.filter((fact) => fact.first_solved_at !== null);
const reopened = (fact: TicketFacts) => fact.reopens > 0;
const resolutions = (list: readonly TicketFacts[]) => medianHours(list.map((fact) => fact.full_resolution_calendar_ms));
const inJanuary = ({ facts }: Company) =>
  solved(between(facts, '2026-01-01', '2026-01-31').filter((fact) => fact.team_id !== 'demo:orders'));

function resolvedShare({ settled }: Company, among: readonly TicketFacts[]): Interval {
  const ids = new Set(among.map((fact) => fact.id));
  return shareOf(
    settled.filter(({ fact }) => ids.has(fact.id)),
    ({ isResolved }) => isResolved,
  );
}

/** How the early closing shows. */
export const earlyClosingChecks: readonly Check[] = [
  { name: '15: solved in 18 hours as a rule', planted: 18, shown: ({ orders }) => resolutions(notEarly(orders)) },
  { name: '15: in 12.6 hours then', planted: planted(15, 'fullResolutionHours'), shown: ({ orders }) => resolutions(early(orders)) },
  { name: '15: 88 % of the targets met as a rule', planted: 88, shown: ({ orders }) => share(...slaCounts(notEarly(orders))) },
  { name: '15: 94 % then', planted: planted(15, 'slaPercent'), shown: ({ orders }) => share(...slaCounts(early(orders))) },
  { name: '15: 6 % reopened as a rule', planted: 6, shown: ({ orders }) => shareOf(solved(notEarly(orders)), reopened) },
  { name: '15: 14 % then', planted: planted(15, 'reopenedPercent'), shown: ({ orders }) => shareOf(solved(early(orders)), reopened) },
  {
    name: '15: 73 % settled at the first contact as a rule',
    planted: 73,
    shown: (company) => resolvedShare(company, notEarly(company.orders)),
  },
  { name: '15: 64 % then', planted: planted(15, 'fcrPercent'), shown: (company) => resolvedShare(company, early(company.orders)) },
  {
    name: '15, decoy: the other teams are thanked more in January',
    planted: 12,
    shown: (company) => shareOf(inJanuary(company), (fact) => fact.reopens_raw > 0),
  },
  { name: '15, decoy: without thanks nothing has changed there', planted: 7.5, shown: (company) => shareOf(inJanuary(company), reopened) },
];
