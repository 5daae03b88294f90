import type { Estimate } from '../../src/core/model/estimate.ts';
import { epochDayOf } from '../../src/core/time/calendar-day.ts';
import { compareAgents } from '../../src/engine/findings/compare-agents.ts';
import { explain } from '../../src/engine/findings/explain.ts';
import { readMarks } from '../../src/engine/findings/known-events.ts';
import { type Gap, readGaps } from '../../src/engine/findings/read-gaps.ts';
import { tellsDay } from './planted-day.ts';
import { holdsShare, shareOf } from './planted-share.ts';
import type { TruthCheck } from './truth-check.ts';

// What is seen when it is asked: by `explain`, the comparison of agents and the silences of feeds.

const hourMs = 3_600_000;
/** At 20,000 tickets the web form brings five a day, so that is how exactly hours can be told. */
const nearMs = 12 * hourMs;

export const lostFeed: TruthCheck = {
  id: '19',
  name: 'the web form loses tickets (9 Dec 2025, 14:00 to 10 Dec, 08:00)',
  leastTickets: 20_000,
  check: async (keeper) => {
    const source = await keeper.source('2025-12-20');
    const days = { first: epochDayOf('2025-12-01'), last: epochDayOf('2025-12-20') };
    const gaps = await readGaps(source, await readMarks(source), days);
    const said = gaps.map(
      ({ source: feed, from, until, missingPercent }) => `${feed} ${from} to ${until}, ${missingPercent.toFixed(0)} % missing`,
    );
    const isPlanted = (gap: Gap): boolean =>
      gap.source === 'demo-form' &&
      Math.abs(Date.parse(gap.from) - Date.parse('2025-12-09T14:00Z')) <= nearMs &&
      Math.abs(Date.parse(gap.until) - Date.parse('2025-12-10T08:00Z')) <= nearMs;
    if (!gaps.some(isPlanted)) return { wrong: 'the hole is not seen', said };
    return { wrong: gaps.length > 1 ? 'another hole is seen' : null, said };
  },
};

export const badBotWeek: TruthCheck = {
  id: '7',
  name: 'the bad bot week, asked of the bot (19 to 25 Jan 2026)',
  leastTickets: 20_000,
  check: async (keeper) => {
    const answer = await explain(await keeper.source('2026-10-31'), {
      metric: 'bot_came_back_rate',
      period: { from: '2026-01-19', until: '2026-01-25' },
      comparisonPeriod: { from: '2025-11-24', until: '2026-01-18' },
      filters: [],
    });
    const { before, after, beyondNoise } = answer;
    const said = [
      `${before.value?.toFixed(1)} → ${after.value?.toFixed(1)} (${after.low?.toFixed(1)} to ${after.high?.toFixed(1)}, n ${after.n})`,
    ];
    const isPlanted = (after.low ?? 100) <= 41 && (after.high ?? 0) >= 41;
    return { wrong: beyondNoise && isPlanted ? null : 'that so many came back is not seen', said };
  },
};

/** What small refunds take less without approval, in hours: from 26 to 16. */
const quickerHours = 10;

export const refundTime: TruthCheck = {
  id: '4',
  name: 'time of the small refunds, asked of their tickets',
  leastTickets: 30_000,
  check: async (keeper) => {
    const answer = await explain(await keeper.source('2026-10-31'), {
      metric: 'full_resolution_median',
      period: { from: '2026-09-14', until: '2026-10-31' },
      comparisonPeriod: { from: '2026-02-01', until: '2026-05-31' },
      filters: [{ dimension: 'tag', operator: 'any of', values: ['small-refund'] }],
    });
    const said = [answer.before, answer.after].map(
      ({ value, low, high, n }) => `${[value, low, high].map((ms) => ((ms ?? 0) / hourMs).toFixed(1)).join(' ')} h, n ${n}`,
    );
    return { wrong: answer.beyondNoise && holds(answer, -quickerHours * hourMs) ? null : 'quicker refunds are not seen', said };
  },
};

/** What returns hold of the fall of CSAT in March. */
const shareOfReturns = 0.9;

export const returnFee: TruthCheck = {
  id: '3',
  name: 'why CSAT fell (March 2026)',
  leastTickets: 60_000,
  check: async (keeper) => {
    const answer = await explain(await keeper.source('2026-10-31'), {
      metric: 'csat',
      period: { from: '2026-03-02', until: '2026-03-31' },
      comparisonPeriod: { from: '2026-02-02', until: '2026-03-01' },
      filters: [],
    });
    const [first] = answer.drivers;
    const words = answer.keywords.map(({ word }) => word);
    const said = [`${answer.before.value?.toFixed(1)} → ${answer.after.value?.toFixed(1)}: ${driversOf(answer)}; ${words.join(' ')}`];
    if (first?.segment.dimension !== 'category' || first.segment.values.join() !== 'returns')
      return { wrong: 'returns is not first', said };
    // Of fewer than 200,000 tickets the fall of everything may be within noise, which has no shares.
    if (first.shareInterval && !holdsShare(first, shareOfReturns)) return { wrong: `its share is ${shareOf(first)}`, said };
    const missing = ['fee', '运费', 'плат'].find((word) => !words.some((own) => own.includes(word)));
    return { wrong: missing ? `comments do not speak of ${missing}` : null, said };
  },
};

export const fairAgents: TruthCheck = {
  id: '14',
  name: 'fair to agents',
  leastTickets: 60_000,
  check: async (keeper) => {
    const period = { from: '2024-11-02', until: '2026-10-31' };
    const comparison = await compareAgents(await keeper.source('2026-10-31'), { metric: 'csat', period });
    const named = (name: string) => comparison.agents.find((agent) => agent.name.includes(name));
    const [osei, brandt] = [named('Osei'), named('Brandt')];
    const said = comparison.agents
      .filter(({ flag, name }) => flag !== null || name.includes('Osei'))
      .map(({ name, raw, likeForLike, n, flag }) => `${name} ${raw.value?.toFixed(1)} / ${likeForLike.value?.toFixed(1)}, n ${n}, ${flag}`);
    if (!osei || osei.flag !== null) return { wrong: 'M. Osei is flagged', said };
    return { wrong: brandt?.flag === 'worse' ? null : 'L. Brandt is not seen', said };
  },
};

/** What CSAT of everything lost by the fee, in points. */
const lostPoints = 4.2;

export const returnFeeOfAll: TruthCheck = {
  id: '3',
  name: 'CSAT of everything fell in March, and returns from 2 March to 19 April 2026',
  leastTickets: 200_000,
  check: async (keeper) => {
    const source = await keeper.source('2026-10-31');
    const ask = (from: string, until: string, comparisonPeriod: { from: string; until: string }, category?: string) =>
      explain(source, {
        metric: 'csat',
        period: { from, until },
        comparisonPeriod,
        filters: category === undefined ? [] : [{ dimension: 'category', operator: 'any of', values: [category] }],
      });
    const all = await ask('2026-03-02', '2026-03-31', { from: '2026-02-02', until: '2026-03-01' });
    const on = await ask('2026-03-02', '2026-04-19', { from: '2026-01-12', until: '2026-03-01' }, 'returns');
    const off = await ask('2026-04-20', '2026-06-07', { from: '2026-03-02', until: '2026-04-19' }, 'returns');
    const said = [
      `${shown(all.before)} → ${shown(all.after)}: ${driversOf(all)}`,
      ...[on, off].map(({ before, after, changedOn }) => `returns ${shown(before)} → ${shown(after)}, ${dayOf(changedOn)}`),
    ];
    if (!all.beyondNoise || !holds(all, -lostPoints)) return { wrong: 'the loss of everything is not seen', said };
    const [first] = all.drivers;
    if (first?.segment.values.join() !== 'returns') return { wrong: 'returns is not first', said };
    if (!holdsShare(first, shareOfReturns)) return { wrong: `its share is ${shareOf(first)}`, said };
    if (!changedOnDay(on, '2026-03-02')) return { wrong: 'the day of the fee is not seen', said };
    return { wrong: changedOnDay(off, '2026-04-20') ? null : 'the day without it is not seen', said };
  },
};

/** What small refunds without approval gain in CSAT, in points: from 74 to 85. */
const gainedPoints = 11;

export const refundRating: TruthCheck = {
  id: '4',
  name: 'rating of the small refunds, and the day since which they are for all',
  leastTickets: 200_000,
  check: async (keeper) => {
    const source = await keeper.source('2026-10-31');
    const ask = (metric: string, comparisonPeriod: { from: string; until: string }) =>
      explain(source, {
        metric,
        period: { from: '2026-09-14', until: '2026-10-31' },
        comparisonPeriod,
        filters: [{ dimension: 'tag', operator: 'any of', values: ['small-refund'] }],
      });
    // Before the fee, which made returns worse in March and April.
    const rated = await ask('csat', { from: '2025-06-01', until: '2026-02-28' });
    const quicker = await ask('full_resolution_median', { from: '2026-08-31', until: '2026-09-13' });
    const said = [`${shown(rated.before)} → ${shown(rated.after)}`, dayOf(quicker.changedOn)];
    if (!rated.beyondNoise || !holds(rated, gainedPoints)) return { wrong: 'the better rating is not seen', said };
    return { wrong: changedOnDay(quicker, '2026-09-14') ? null : 'the day of the policy is not seen', said };
  },
};

type Explained = Awaited<ReturnType<typeof explain>>;

function shown({ value, low, high, n }: Estimate): string {
  return `${value?.toFixed(1)} (${low?.toFixed(1)} to ${high?.toFixed(1)}, n ${n})`;
}

function driversOf({ drivers }: Explained): string {
  return drivers.map((driver) => `${driver.segment.values.join('+')} ${shareOf(driver)}`).join(' > ') || 'none';
}

function dayOf(changedOn: Explained['changedOn']): string {
  return changedOn === null ? 'on no day' : `since ${changedOn.day} (${changedOn.from} to ${changedOn.until})`;
}

function changedOnDay({ changedOn }: Explained, planted: string): boolean {
  return changedOn !== null && tellsDay(changedOn, planted);
}

/** Whether the interval of a difference of two figures holds what is planted. */
function holds({ before, after }: Pick<Explained, 'before' | 'after'>, planted: number): boolean {
  const halfWidth = ({ low, high }: Estimate): number => ((high ?? 0) - (low ?? 0)) / 2;
  const change = (after.value ?? 0) - (before.value ?? 0);
  return Math.abs(change - planted) <= Math.hypot(halfWidth(before), halfWidth(after));
}
