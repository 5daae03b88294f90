import type { Finding } from '../../src/core/model/finding.ts';

/** A morning of which it is known what Home must say and what not. */
export interface TruthMorning {
  readonly name: string;
  readonly day: string;
  readonly leastTickets: number;
  /** What is wrong, or null. */
  readonly judge: (findings: readonly Finding[]) => string | null;
}

function has(finding: Finding, metrics: readonly string[], value: string): boolean {
  const values = [...finding.segment, ...finding.drivers.map((driver) => driver.segment)].flatMap((segment) => segment.values);
  return (
    metrics.some((metric) => finding.metric.startsWith(metric)) &&
    (value === '' || values.some((own) => own === value || own === `demo:${value}`))
  );
}

function mustSay(metrics: readonly string[], value: string): TruthMorning['judge'] {
  return (findings) =>
    findings.some((finding) => has(finding, metrics, value)) ? null : `nothing is said of ${metrics.join(', ')} ${value}`;
}

function mustNotSay(metrics: readonly string[], since: string): TruthMorning['judge'] {
  return (findings) => {
    const wrong = findings.find((finding) => finding.since >= since && metrics.some((metric) => finding.metric.startsWith(metric)));
    return wrong ? `${wrong.metric} since ${wrong.since} is no news` : null;
  };
}

/** The last morning: the strike first, then the mails that bounce; better may be the small refunds; nothing else. */
function lastMorning(findings: readonly Finding[]): string | null {
  const [first, second, ...more] = findings.filter(({ section }) => section !== 'better');
  if (!first || !has(first, ['created'], 'Northway') || !has(first, ['created'], 'Scotland')) return 'the strike is not first';
  if (!second || !has(second, ['delivery_rate'], 'Brightmail')) return 'the mails that bounce are not second';
  const other =
    more[0] ?? findings.find((finding) => finding.section === 'better' && !has(finding, ['full_resolution', 'csat'], 'small-refund'));
  return other ? `${other.metric} is said beside them` : null;
}

/** Mornings in order of time. */
export const truthMornings: readonly TruthMorning[] = [
  { name: '1: launch of the Halo', day: '2025-09-22', leastTickets: 20_000, judge: mustSay(['created'], 'Halo') },
  { name: '6, decoy: a clock change', day: '2025-10-26', leastTickets: 20_000, judge: mustNotSay(['created'], '2025-10-20') },
  { name: '6, decoy: 11.11', day: '2025-11-16', leastTickets: 20_000, judge: mustNotSay(['created'], '2025-11-08') },
  { name: '6, decoy: Black Friday', day: '2025-11-30', leastTickets: 20_000, judge: mustNotSay(['created'], '2025-11-20') },
  {
    name: '5: Technical under strain',
    day: '2025-12-05',
    leastTickets: 20_000,
    judge: mustSay(['first_response', 'open_per_agent', 'replies_outside', 'backlog', 'sla_compliance'], 'technical'),
  },
  {
    name: '15: faster, not better',
    day: '2025-12-20',
    leastTickets: 20_000,
    judge: (findings) =>
      findings.some((finding) => finding.good === true && has(finding, ['full_resolution', 'sla'], ''))
        ? 'closing early is called better'
        : mustSay(['reopen_rate', 'fcr', 'full_resolution'], '')(findings),
  },
  { name: '7: the bad bot week', day: '2026-01-27', leastTickets: 200_000, judge: mustSay(['bot_'], '') },
  { name: 'the last morning', day: '2026-10-31', leastTickets: 20_000, judge: lastMorning },
];
