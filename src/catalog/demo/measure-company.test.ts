import { beforeAll, describe, expect, test } from 'vitest';
import { localMsAt } from '../../core/time/zone.ts';
import type { Company, Interval } from './company-check.ts';
import { companyLevels } from './company-levels.ts';
import { londonDesk } from './desk.ts';
import type { LedgerEntry } from './ledger.ts';
import { counted, firstContacts, measureCompany } from './measure-company.ts';
import { referenceTickets } from './span-of-data.ts';
import { truthChecks } from './truths/truth-checks.ts';

const leastTickets = 20_000;
const seeds = [1, 2, 3, 4, 5];
const endOfData = Date.UTC(2026, 10, 1);

function companyOf(seed: number): Company {
  const measured = measureCompany({ tickets: leastTickets, seed });
  const facts = counted(measured.facts);
  const ledger = new Map<number, LedgerEntry>(measured.company.truths().map((entry) => [entry.id, entry]));
  return {
    facts,
    scale: referenceTickets / leastTickets,
    orders: facts.filter((fact) => fact.team_id === 'demo:orders'),
    settled: firstContacts(facts, endOfData),
    invitations: measured.invitations,
    responses: measured.responses,
    touched: (truth) => {
      const ids = new Set(ledger.get(truth)?.tickets);
      return facts.filter((fact) => ids.has(fact.id));
    },
  };
}

function chatPeakHour({ facts }: Company): number {
  const hours = Array.from({ length: 24 }, () => 0);
  for (const fact of facts.filter((fact) => fact.channel === 'chat' && fact.language === londonDesk.language)) {
    const hour = new Date(localMsAt(londonDesk.zone, fact.created_at)).getUTCHours();
    hours[hour] = (hours[hour] ?? 0) + 1;
  }
  return hours.indexOf(Math.max(...hours));
}

describe(`five companies of ${leastTickets} tickets`, () => {
  const shown = truthChecks.map((check) => ({ check, intervals: [] as Interval[] }));
  const levels = companyLevels.map((level) => ({ level, values: [] as number[] }));
  const peakHours: number[] = [];

  beforeAll(() => {
    for (const seed of seeds) {
      const company = companyOf(seed);
      for (const { check, intervals } of shown) intervals.push(check.shown(company));
      for (const { level, values } of levels) values.push(level.shown(company));
      peakHours.push(chatPeakHour(company));
    }
  }, 300_000);

  /** One of five 95 % intervals may miss what is planted; none may miss it by far. */
  test.each(shown)('truth $check.name', ({ check, intervals }) => {
    const misses = intervals.filter(({ low, high }) => check.planted < low || check.planted > high);
    expect(intervals).toHaveLength(seeds.length);
    expect({ planted: check.planted, missedMoreThanOnce: misses.length > 1 ? intervals : [] }).toEqual({
      planted: check.planted,
      missedMoreThanOnce: [],
    });
    for (const { low, high } of intervals) {
      const slack = 0.75 * (high - low);
      expect(check.planted).toBeGreaterThan(low - slack);
      expect(check.planted).toBeLessThan(high + slack);
    }
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
