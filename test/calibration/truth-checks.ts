import type { Finding } from '../../src/core/model/finding.ts';
import { computeHome } from '../../src/engine/findings/compute-home.ts';
import type { HomeKeeper } from '../../src/engine/findings/home-keeper.ts';
import { badBotWeek, fairAgents, lostFeed, refundRating, refundTime, returnFee, returnFeeOfAll } from './asked-truths.ts';
import { isNear, tellsDay } from './planted-day.ts';
import { shareOf } from './planted-share.ts';
import type { TruthCheck, Verdict } from './truth-check.ts';

type Judge = (findings: readonly Finding[]) => string | null;

const mornings = new WeakMap<HomeKeeper, Map<string, Promise<readonly Finding[]>>>();

/** The findings of the morning after a day, worked out once. */
function findingsOf(keeper: HomeKeeper, day: string): Promise<readonly Finding[]> {
  const known = mornings.get(keeper) ?? new Map<string, Promise<readonly Finding[]>>();
  mornings.set(keeper, known);
  const findings =
    known.get(day) ??
    keeper
      .source(day)
      .then((source) => computeHome(source, {}))
      .then((home) => home.findings);
  known.set(day, findings);
  return findings;
}

/** What Home says on the morning after a day. */
function morning(id: string, name: string, day: string, leastTickets: number, judge: Judge): TruthCheck {
  const check = async (keeper: HomeKeeper): Promise<Verdict> => {
    const findings = await findingsOf(keeper, day);
    return { wrong: judge(findings), said: findings.map(lineOf) };
  };
  return { id, name: `${name} (${day})`, leastTickets, check };
}

function lineOf({ metric, segment, section, since, began, drivers, consequences, surprise }: Finding): string {
  const because = drivers.map((driver) => `${driver.segment.values.join('+')} ${shareOf(driver)}`).join(' > ');
  const moved = consequences.map((one) => one.metric).join(', ');
  const where = segment.flatMap(({ values }) => values).join('+');
  return `${section}: ${metric} ${where} since ${since} (${began.from} to ${began.until}), 1e-${surprise.toFixed(1)}, because ${because || 'nothing stands out'}; with ${moved || 'nothing'}`;
}

function is(finding: Finding, metrics: readonly string[]): boolean {
  return metrics.some((metric) => finding.metric === metric || finding.metric.startsWith(`${metric}(`));
}

/** The segment of a finding, or its first driver, is the value. */
function names(finding: Finding, value: string): boolean {
  const values = [...finding.segment, ...finding.drivers.slice(0, 1).map((driver) => driver.segment)].flatMap((segment) => segment.values);
  return values.some((own) => own === value || own === `demo:${value}`);
}

/** One of some figures is said to have changed within three days of a day, or in the interval that is printed, for the worse, with a value as where it is or what it comes from. */
function mustSay(metrics: readonly string[], value: string | null, since: string): Judge {
  return (findings) => {
    const found = findings.filter((finding) => is(finding, metrics) && (value === null || names(finding, value)));
    if (found.length === 0) return `nothing is said of ${metrics.join(', ')} ${value ?? ''}`;
    if (found.some((finding) => finding.good === true)) return `${found[0]?.metric} is called better`;
    if (found.some((finding) => tellsDay({ day: finding.since, ...finding.began }, since))) return null;
    return `said since ${found[0]?.since}, not ${since}`;
  };
}

/** One of some figures is said to have changed in a value of a dimension, by itself or with another of the same part. */
function mustMove(metrics: readonly string[], value: string): Judge {
  const isIt = (one: Pick<Finding, 'metric' | 'segment'>): boolean =>
    metrics.some((metric) => one.metric.startsWith(metric)) && one.segment.some(({ values }) => values.some((own) => own.includes(value)));
  return (findings) =>
    findings.some((finding) => isIt(finding) || finding.consequences.some(isIt))
      ? null
      : `nothing is said of ${metrics.join(', ')} ${value}`;
}

/** None of some figures is said to have changed since a day or later. */
function mustNotSay(metrics: readonly string[], since: string): Judge {
  return (findings) => {
    const wrong = findings.find((finding) => finding.since >= since && is(finding, metrics));
    return wrong ? `${wrong.metric} since ${wrong.since} is no news` : null;
  };
}

function both(...judges: readonly Judge[]): Judge {
  return (findings) => judges.map((judge) => judge(findings)).find((wrong) => wrong !== null) ?? null;
}

const notBetter =
  (metrics: readonly string[]): Judge =>
  (findings) => {
    const wrong = findings.find((finding) => finding.good === true && is(finding, metrics));
    return wrong ? `${wrong.metric} is called better` : null;
  };

/** What is wrong with a finding that should be the strike. */
function strikeFault(finding: Finding): string | null {
  const drivers = finding.drivers.flatMap(({ segment }) => segment.values);
  if (!is(finding, ['created']) || !names(finding, 'shipping')) return 'the strike is not first';
  if (!['Northway', 'Scotland', 'North'].every((value) => drivers.includes(value))) return `the strike comes from ${drivers.join(', ')}`;
  return isNear(finding.since, '2026-10-26') ? null : `the strike since ${finding.since}`;
}

function isMails(finding: Finding): boolean {
  return is(finding, ['delivery_rate']) && names(finding, 'Brightmail') && isNear(finding.since, '2026-10-05');
}

/** The strike first, then the mails that bounce; better may be the small refunds; nothing else. */
const lastMorning =
  (least: { readonly mails: boolean }): Judge =>
  (findings) => {
    const [first, second, ...more] = findings.filter(({ section }) => section !== 'better');
    const fault = first ? strikeFault(first) : 'nothing is said';
    if (fault !== null) return fault;
    if (second ? !isMails(second) : least.mails) return 'the mails that bounce are not second';
    const good = findings.filter((finding) => finding.section === 'better');
    const other = more[0] ?? good.find((finding) => !is(finding, ['full_resolution_median', 'csat']) || !names(finding, 'small-refund'));
    return other ? `${other.metric} is said beside them` : null;
  };

/** A team is said to be above its bearable load for as many weeks, one more or less: nine of the strain, and the launch before it filled two. */
function mustBeAboveLoad(team: string, weeks: number): Judge {
  return (findings) => {
    const load = findings.flatMap((finding) => finding.loads).find((one) => one.team === `demo:${team}`);
    if (!load) return `the load of ${team} is not said`;
    return Math.abs(load.weeks - weeks) <= 1 ? null : `${team} is said to be above its load for ${load.weeks} weeks`;
  };
}

/** What is new on the day is the shipping tickets alone. */
const onlyShipping: Judge = (findings) => {
  const wrong = findings.find((finding) => finding.since >= '2026-10-20' && is(finding, ['created']) && !names(finding, 'shipping'));
  return wrong ? `${wrong.metric} ${lineOf(wrong)}` : null;
};

/** The small refunds are the better news of the last morning. */
const smallRefunds: Judge = (findings) => {
  const found = findings.find((finding) => finding.section === 'better' && names(finding, 'small-refund'));
  if (!found) return 'the small refunds are not better';
  return isNear(found.since, '2026-09-14') ? null : `the small refunds since ${found.since}`;
};

/** The strain grows from 30 September to 8 October. */
const strainMiddle = '2025-10-04';
const loads = ['first_response_median', 'open_per_agent'];

/** In order of time. */
export const truthChecks: readonly TruthCheck[] = [
  morning('6d', 'a clock change', '2025-03-30', 20_000, mustNotSay(['created'], '2025-03-24')),
  morning('1', 'launch of the Halo', '2025-09-22', 20_000, mustSay(['created'], 'Halo', '2025-09-16')),
  morning('6d', 'a clock change', '2025-10-26', 20_000, mustNotSay(['created'], '2025-10-20')),
  morning('1d', '11.11', '2025-11-12', 20_000, mustNotSay(['created'], '2025-11-06')),
  morning('1d', 'Black Friday', '2025-11-30', 20_000, mustNotSay(['created'], '2025-11-20')),
  morning('5', 'Technical under strain', '2025-12-05', 20_000, mustSay(loads, 'technical', strainMiddle)),
  morning('5', 'Technical above its load', '2025-12-05', 60_000, mustBeAboveLoad('technical', 10)),
  lostFeed,
  morning(
    '15',
    'faster, not better',
    '2025-12-20',
    20_000,
    both(
      notBetter(['full_resolution_median', 'sla_compliance', 'backlog', 'replies_outside_hours']),
      mustMove(['reopen_rate', 'fcr'], 'demo:orders'),
    ),
  ),
  badBotWeek,
  morning('7d', 'the quick bot', '2026-01-27', 20_000, notBetter(['first_response_median', 'bot_handled_rate', 'bot_resolution_rate'])),
  morning(
    '7',
    'the bad bot week',
    '2026-01-28',
    60_000,
    mustSay(['bot_came_back_rate', 'bot_handled_rate', 'bot_resolution_rate'], null, '2026-01-19'),
  ),
  morning('7d', 'the silent bot', '2026-02-15', 20_000, mustNotSay(['created'], '2026-02-12')),
  morning('15d', 'thanks that open tickets again', '2026-01-31', 20_000, mustNotSay(['reopen_rate'], '2025-12-25')),
  morning('6d', 'New Year of the Asia desk', '2026-02-22', 20_000, mustNotSay(['created', 'backlog'], '2026-02-12')),
  returnFee,
  returnFeeOfAll,
  morning('6d', 'a clock change', '2026-03-29', 20_000, mustNotSay(['created'], '2026-03-23')),
  morning('3d', 'slower answers of the Asia desk', '2026-03-31', 60_000, (findings) =>
    findings.some((finding) => is(finding, ['csat']) && names(finding, 'asia')) ? 'CSAT of the Asia desk is said to change' : null,
  ),
  fairAgents,
  morning('20d', 'the fullest Monday after a clock change', '2026-10-26', 20_000, onlyShipping),
  morning('20', 'the last morning', '2026-10-31', 20_000, lastMorning({ mails: false })),
  morning('18', 'the last morning with its mails', '2026-10-31', 30_000, lastMorning({ mails: true })),
  refundTime,
  refundRating,
  morning('4', 'small refunds are better', '2026-10-31', 60_000, smallRefunds),
];
