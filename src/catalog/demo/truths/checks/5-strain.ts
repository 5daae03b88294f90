import type { TicketFacts } from '../../../../core/tickets/ticket-facts.ts';
import { between, type Check, type Interval, medianHours, planted, shareOf } from '../../company-check.ts';
import { londonDesk } from '../../desk.ts';
import { isOpen } from '../../working-hours.ts';

const before = (facts: readonly TicketFacts[]) => between(facts, '2025-02-01', '2025-09-14').filter(isTechnical);
const then = (facts: readonly TicketFacts[]) => between(facts, '2025-10-20', '2026-01-31').filter(isTechnical);
const after = (facts: readonly TicketFacts[]) => between(facts, '2026-06-01', '2026-10-24').filter(isTechnical);

function isTechnical({ team_id }: TicketFacts): boolean {
  return team_id === 'demo:technical';
}

function responses(facts: readonly TicketFacts[]): Interval {
  return medianHours(facts.map((fact) => fact.first_response_human_business_ms));
}

function outsideHours(facts: readonly TicketFacts[]): Interval {
  const replies = facts.flatMap((fact) => fact.replies).filter(({ answered_at }) => answered_at !== null);
  return shareOf(replies, ({ answered_at }) => !isOpen(londonDesk, answered_at ?? 0));
}

const russian = (facts: readonly TicketFacts[]) => facts.filter((fact) => fact.team_id === 'demo:russian');

/** How the strain shows. */
export const strainChecks: readonly Check[] = [
  { name: '5: first response 3 h', planted: planted(5, 'firstResponseBeforeHours'), shown: ({ facts }) => responses(before(facts)) },
  { name: '5: 7 h 10 then', planted: planted(5, 'firstResponseHours'), shown: ({ facts }) => responses(then(facts)) },
  { name: '5: 3 h again from June', planted: planted(5, 'firstResponseBeforeHours'), shown: ({ facts }) => responses(after(facts)) },
  {
    name: '5: 6 % of the replies outside hours',
    planted: planted(5, 'outsideHoursBeforePercent'),
    shown: ({ facts }) => outsideHours(before(facts)),
  },
  { name: '5: 19 % then', planted: planted(5, 'outsideHoursPercent'), shown: ({ facts }) => outsideHours(then(facts)) },
  {
    name: '5, decoy: the Russian desk answers in 3 h of its own hours',
    planted: 3,
    shown: ({ facts }) => responses(russian(facts)),
  },
  {
    name: '5, decoy: in 5 h 20 by calendar',
    planted: planted(5, 'firstResponseCalendarHours'),
    shown: ({ facts }) => medianHours(russian(facts).map((fact) => fact.first_response_human_calendar_ms)),
  },
];
