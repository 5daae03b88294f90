import type { TicketFacts } from '../../../core/tickets/ticket-facts.ts';
import { localMsAt } from '../../../core/time/zone.ts';
import { between, type Check, type Company, type Interval, medianHours, planted, rise, share, shareOf, shifted } from '../company-check.ts';
import { asiaDesk, londonDesk } from '../desk.ts';
import { slaCounts } from '../measure-company.ts';

const ordinary = (facts: readonly TicketFacts[]) => between(facts, '2025-02-10', '2025-06-01');
const english = (facts: readonly TicketFacts[]) => facts.filter((fact) => fact.language === londonDesk.language);
const chinese = (facts: readonly TicketFacts[]) => facts.filter((fact) => fact.language === asiaDesk.language);
const localTime = (fact: TicketFacts) => new Date(localMsAt(londonDesk.zone, fact.created_at));

function weekdayRise(facts: readonly TicketFacts[], weekday: number): Interval {
  const some = between(english(facts), '2025-02-10', '2025-09-14');
  return rise(some.filter((fact) => localTime(fact).getUTCDay() === weekday).length, some.length, 7);
}

const launchChecks: readonly Check[] = [
  {
    name: '1: 45 % more tickets in the first week',
    planted: planted(1, 'firstWeekRisePercent'),
    shown: ({ facts }) => rise(between(facts, '2025-09-16', '2025-09-22').length, between(facts, '2025-08-19', '2025-09-15').length, 4),
  },
  {
    name: '1: as many extra tickets as planted, against none',
    planted: 100 * (planted(1, 'extraInMeanDailyVolumes') / 28 - 1),
    shown: ({ facts, touched }) => rise(touched(1).length, between(facts, '2025-03-03', '2025-03-30').length, 1),
  },
  {
    name: '1: four of five of them are about pairing',
    planted: 80,
    shown: ({ touched }) =>
      shareOf(touched(1), (fact) => /pair|lost after an update|配对|连不上|подключается|Сопряжение|пропала/i.test(fact.subject)),
  },
  {
    name: '1: normal again after 14 October',
    planted: 0,
    shown: ({ facts }) => rise(between(facts, '2025-10-20', '2025-10-26').length, between(facts, '2025-07-07', '2025-09-14').length, 10),
  },
];

const seasonChecks: readonly Check[] = [
  { name: '6: Monday is 38 % above the mean day', planted: planted(6, 'mondayRisePercent'), shown: ({ facts }) => weekdayRise(facts, 1) },
  { name: '6: Sunday is 45 % below it', planted: -planted(6, 'sundayFallPercent'), shown: ({ facts }) => weekdayRise(facts, 0) },
  {
    name: '6: Decembers have 25 % more',
    planted: planted(6, 'decemberRisePercent'),
    shown: ({ facts }) => {
      const weeks = [...between(facts, '2024-12-02', '2024-12-29'), ...between(facts, '2025-12-01', '2025-12-28')];
      return rise(weeks.length, ordinary(facts).length, 2);
    },
  },
  {
    name: '6: the week of the Chinese New Year has 60 % less on the Asia desk',
    planted: -planted(6, 'chineseNewYearFallPercent'),
    shown: ({ facts }) => {
      const weeks = [...between(chinese(facts), '2025-01-27', '2025-02-02'), ...between(chinese(facts), '2026-02-16', '2026-02-22')];
      return rise(weeks.length, ordinary(chinese(facts)).length, 8);
    },
  },
  {
    name: '6, decoy: the weeks of Black Friday have 70 % more',
    planted: 70,
    shown: ({ facts }) => {
      const weeks = [...between(facts, '2024-11-25', '2024-12-01'), ...between(facts, '2025-11-24', '2025-11-30')];
      return rise(weeks.length, ordinary(facts).length, 8);
    },
  },
  ...['2025-03-30', '2025-10-26', '2026-03-29', '2026-10-25'].map((date) => ({
    name: `6, decoy: ${date} with its clock change is a Sunday as any`,
    planted: 0,
    shown: ({ facts }: Company) => {
      const sundays = [-3, -2, -1].flatMap((weeks) => between(facts, shifted(date, 7 * weeks), shifted(date, 7 * weeks)));
      return rise(between(facts, date, date).length, sundays.length, 3);
    },
  })),
];

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

const earlyClosingChecks: readonly Check[] = [
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

const strike = (list: readonly TicketFacts[]) => between(list, '2026-10-26', '2026-10-31');
const weeksBefore = (list: readonly TicketFacts[]) =>
  [0, 1, 2, 3, 4, 5].flatMap((weeks) => between(list, shifted('2026-10-19', -7 * weeks), shifted('2026-10-24', -7 * weeks)));
const isShipping = (fact: TicketFacts) => fact.category === 'shipping';
const isStruck = (fact: TicketFacts) => fact.carrier === 'Northway' && (fact.region === 'Scotland' || fact.region === 'North');
const responses = (list: readonly TicketFacts[]) => medianHours(list.map((fact) => fact.first_response_human_business_ms));

const strikeChecks: readonly Check[] = [
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

/** Every planted truth and decoy, and where it shows. */
export const truthChecks: readonly Check[] = [...launchChecks, ...seasonChecks, ...earlyClosingChecks, ...strikeChecks];
