import type { TicketFacts } from '../../../../core/tickets/ticket-facts.ts';
import { between, type Check, medianHours, planted, rise, shareOf, shifted } from '../../company-check.ts';

const strike = (list: readonly TicketFacts[]) => between(list, '2026-10-26', '2026-10-31');
const weeksBefore = (list: readonly TicketFacts[]) =>
  [0, 1, 2, 3, 4, 5].flatMap((weeks) => between(list, shifted('2026-10-19', -7 * weeks), shifted('2026-10-24', -7 * weeks)));
const isShipping = (fact: TicketFacts) => fact.category === 'shipping';
const isStruck = (fact: TicketFacts) => fact.carrier === 'Northway' && (fact.region === 'Scotland' || fact.region === 'North');
const responses = (list: readonly TicketFacts[]) => medianHours(list.map((fact) => fact.first_response_human_business_ms));

/** How the strike shows. */
export const strikeChecks: readonly Check[] = [
  {
    name: '20: 85 % more shipping tickets',
    planted: planted(20, 'shippingRisePercent'),
    shown: ({ facts }) => rise(strike(facts).filter(isShipping).length, weeksBefore(facts).filter(isShipping).length, 6),
  },
  {
    name: '20: 91 % of the extra tickets at one carrier in two regions',
    planted: planted(20, 'shareOfRisePercent'),
    shown: ({ touched }) => shareOf(touched(20), isStruck),
  },
  { name: '20: first response 4 h 40', planted: planted(20, 'firstResponseHours'), shown: ({ facts }) => responses(strike(facts)) },
  { name: '20: 3 h 05 before', planted: 3 + 5 / 60, shown: ({ facts }) => responses(weeksBefore(facts)) },
  {
    name: '20, decoy: without shipping the week is a plain one',
    planted: 0,
    shown: ({ facts }) => {
      const others = facts.filter((fact) => !isShipping(fact));
      return rise(strike(others).length, weeksBefore(others).length, 6);
    },
  },
];
