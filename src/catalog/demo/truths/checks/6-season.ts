import type { TicketFacts } from '../../../../core/tickets/ticket-facts.ts';
import { localMsAt } from '../../../../core/time/zone.ts';
import type { Company } from '../../company.ts';
import { between, type Check, type Interval, planted, rise, shifted } from '../../company-check.ts';
import { asiaDesk, londonDesk } from '../../desk.ts';

const ordinary = (facts: readonly TicketFacts[]) => between(facts, '2025-02-10', '2025-06-01');
const english = (facts: readonly TicketFacts[]) => facts.filter((fact) => fact.language === londonDesk.language);
const chinese = (facts: readonly TicketFacts[]) => facts.filter((fact) => fact.language === asiaDesk.language);
const localTime = (fact: TicketFacts) => new Date(localMsAt(londonDesk.zone, fact.created_at));

function weekdayRise(facts: readonly TicketFacts[], weekday: number): Interval {
  const some = between(english(facts), '2025-02-10', '2025-09-14');
  return rise(some.filter((fact) => localTime(fact).getUTCDay() === weekday).length, some.length, 7);
}

/** How the season shows. */
export const seasonChecks: readonly Check[] = [
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
