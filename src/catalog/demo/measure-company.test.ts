import { beforeAll, describe, expect, test } from 'vitest';
import { localMsAt } from '../../core/time/zone.ts';
import type { Company } from './company.ts';
import type { Interval } from './company-check.ts';
import { companyLevels } from './company-levels.ts';
import { londonDesk } from './desk.ts';
import { companyOf, surveyCompany } from './measure-company.ts';
import { surveyChecks, ticketChecks } from './truths/checks/index.ts';

const leastTickets = 20_000;
/** `npm run truths` measures them at 200,000. */
const ticketsOfSurveys = 30_000;
const seeds = [1, 2, 3, 4, 5];

function chatPeakHour({ facts }: Company): number {
  const hours = Array.from({ length: 24 }, () => 0);
  for (const fact of facts.filter((fact) => fact.channel === 'chat' && fact.language === londonDesk.language)) {
    const hour = new Date(localMsAt(londonDesk.zone, fact.created_at)).getUTCHours();
    hours[hour] = (hours[hour] ?? 0) + 1;
  }
  return hours.indexOf(Math.max(...hours));
}

/** Of five 95 % intervals three miss what is planted once in a thousand checks, two once in forty, and there are some ninety checks. None may miss it by far. */
function expectPlanted(planted: number, intervals: readonly Interval[]): void {
  const misses = intervals.filter(({ low, high }) => planted < low || planted > high);
  expect(intervals).toHaveLength(seeds.length);
  expect({ planted, missedMoreThanTwice: misses.length > 2 ? intervals : [] }).toEqual({ planted, missedMoreThanTwice: [] });
  for (const { low, high } of intervals) {
    const slack = 0.75 * (high - low) + 0.01 * Math.abs(planted);
    expect(planted).toBeGreaterThan(low - slack);
    expect(planted).toBeLessThan(high + slack);
  }
}

describe(`five companies of ${leastTickets} tickets`, () => {
  const shown = ticketChecks.map((check) => ({ check, intervals: [] as Interval[] }));
  const levels = companyLevels.map((level) => ({ level, values: [] as number[] }));
  const peakHours: number[] = [];

  beforeAll(() => {
    for (const seed of seeds) {
      const company = companyOf(leastTickets, seed);
      for (const { check, intervals } of shown) intervals.push(check.shown(company));
      for (const { level, values } of levels) values.push(level.shown(company));
      peakHours.push(chatPeakHour(company));
    }
  }, 300_000);

  test.each(shown)('truth $check.name', ({ check, intervals }) => {
    expectPlanted(check.planted, intervals);
  });

  test('truth 6: chats peak at 20 local', () => {
    expect(peakHours).toEqual(seeds.map(() => 20));
  });

  test.each(levels)('level: $level.name is $level.stated', ({ level, values }) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / seeds.length;
    expect(mean).toBeGreaterThan(level.stated - level.tolerance);
    expect(mean).toBeLessThan(level.stated + level.tolerance);
  });
});

describe(`surveys of five companies of ${ticketsOfSurveys} tickets`, () => {
  const shown = surveyChecks.map((check) => ({ check, intervals: [] as Interval[] }));

  beforeAll(() => {
    for (const seed of seeds) {
      const surveys = surveyCompany({ tickets: ticketsOfSurveys, seed });
      for (const { check, intervals } of shown) intervals.push(check.shown(surveys));
    }
  }, 300_000);

  test.each(shown)('truth $check.name', ({ check, intervals }) => {
    expectPlanted(check.planted, intervals);
  });
});
