import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dimensions } from '../../catalog/dimensions/index.ts';
import { metrics } from '../../catalog/metrics/index.ts';
import { resolveMetric } from './metric-call.ts';

const definitions = new URL('../../../../shared/design/metrics.md', import.meta.url).pathname;
const present = existsSync(definitions);
if (!present) console.log('skipped: the tables of the definitions against the metrics, because ../shared/design is not there');

/** What a row of the tables still waits for: the records that no source brings in yet. */
type Waiting = 'calls' | 'orders' | 'shifts' | 'web' | 'social' | 'money' | 'customers' | 'methods';

/** How a row of the tables is carried: by metrics (with variants and options), by dimensions, by a rule of how metrics are counted; or what it waits for. */
interface Carried {
  readonly metrics?: readonly string[];
  readonly dimensions?: readonly string[];
  readonly rule?: string;
  readonly waitsFor?: readonly Waiting[];
}

const ofArticles: Readonly<Record<string, Carried>> = {
  CSAT: { metrics: ['csat', 'csat(variant=article)', 'csat(variant=article_003)'] },
  NPS: { metrics: ['nps', 'nps(variant=article)'] },
  CES: { metrics: ['ces', 'ces(variant=article)'] },
  FRT: { metrics: ['first_response'] },
  'Average response time': { metrics: ['average_response', 'average_response(variant=article)'] },
  'TTR / average resolution time': { metrics: ['full_resolution', 'full_resolution(variant=article)'] },
  'Resolution rate': { metrics: ['resolution_rate'] },
  'Total resolution rate': { metrics: ['total_resolution'] },
  FCR: { metrics: ['fcr', 'fcr(variant=article)'] },
  'Repeat contact rate': { metrics: ['repeat_contact_rate', 'repeat_contact_rate(variant=article)'] },
  'SLA attainment': { metrics: ['sla_compliance'], waitsFor: ['calls'] },
  AHT: { waitsFor: ['calls'] },
  'Average wait (hold)': { waitsFor: ['calls'] },
  'Answered-call rate / speed': { waitsFor: ['calls'] },
  'Interactions per ticket': { metrics: ['interactions_per_ticket', 'interactions_per_ticket(variant=article)'] },
  'Self-service use': { waitsFor: ['web'] },
  Backlog: { metrics: ['backlog'] },
  'Ticket volume / categories': { metrics: ['created', 'category_mix'], dimensions: ['category'], waitsFor: ['web'] },
  'Churn / CCR': { waitsFor: ['customers'] },
  CRR: { waitsFor: ['customers'] },
  CLV: { waitsFor: ['money'] },
  CAC: { waitsFor: ['money'] },
  LCR: { waitsFor: ['orders'] },
  'Repurchase rate': { waitsFor: ['orders'] },
  'Social engagement': { waitsFor: ['social'] },
  'Preferred channel': { metrics: ['preferred_channel'] },
  'Engagement (web)': { waitsFor: ['web'] },
  'Complaint handling time / overdue': { metrics: ['complaint_resolution', 'complaint_overdue_rate'] },
  'Channel changes': { metrics: ['channels_per_matter', 'channel_switch_rate'] },
  Bots: { metrics: ['bot_handled_rate', 'bot_resolution_rate', 'bot_came_back_rate', 'handoff_rate', 'csat'], dimensions: ['handled_by'] },
  Workload: {
    metrics: ['open_per_agent', 'open_per_agent(agents=acting)', 'replies_outside_hours', 'replies_given', 'agents_present'],
    waitsFor: ['shifts'],
  },
  'Order value, purchase frequency, sales per customer': { waitsFor: ['orders'] },
  Returns: { waitsFor: ['orders'] },
  Complaints: { metrics: ['complaints'], waitsFor: ['orders'] },
  'Contact rate': { waitsFor: ['orders'] },
  'Cost per contact, cost to serve per customer': { waitsFor: ['money'] },
  'CX return': { waitsFor: ['money'] },
  Renewal: { waitsFor: ['customers'] },
  'Escalation, created ÷ solved, backlog in days, adherence, utilisation': {
    metrics: ['escalation_rate', 'created_to_solved', 'backlog_days'],
    waitsFor: ['shifts'],
  },
  Quality: { metrics: ['quality_score', 'quality_consistency'] },
};

const ofSpeed: Readonly<Record<string, Carried>> = {
  'First response (reply) time, FRT': { metrics: ['first_response', 'first_response(actor=bot)', 'first_response(actor=any)'] },
  "FRT, agent's view": { metrics: ['agent_first_reply'] },
  'FRT start variants': { metrics: ['first_response(start=creation)', 'first_response(start=last_message)'] },
  'Next / average reply time': { metrics: ['reply_time', 'reply_time(replies=later)'] },
  'Article "average response time"': { metrics: ['average_response(variant=article)'] },
  'First resolution': { metrics: ['first_resolution'] },
  'Full resolution (TTR)': { metrics: ['full_resolution'] },
  'Cycle resolution': { metrics: ['cycle_resolution', 'cycle_response'] },
  'Requester wait': { metrics: ['requester_wait'] },
  'Agent wait': { metrics: ['agent_wait'] },
  'On-hold': { metrics: ['on_hold'] },
  'User resolution': { metrics: ['user_resolution'] },
  "From customer's first raising (article 001)": { metrics: ['full_resolution(variant=article)'] },
  'Time to close': { metrics: ['time_to_close'] },
  'Complaint handling, overdue': { metrics: ['complaint_resolution', 'complaint_overdue_rate'] },
  'Time in status / unassigned / per group': {
    metrics: ['time_in_status', 'unassigned_time', 'time_in_team'],
    dimensions: ['status_then'],
  },
};

const ofOutcome: Readonly<Record<string, Carried>> = {
  Created: { metrics: ['created'] },
  Solved: { metrics: ['solved', 'solved(variant=events)'] },
  Backlog: { metrics: ['backlog'] },
  'Backlog age': { metrics: ['backlog_age'] },
  'Resolution rate (industry)': { metrics: ['resolution_rate', 'resolution_rate(reading=period)'] },
  'Total resolution rate (article)': { metrics: ['total_resolution'] },
  'Reopen rate': { metrics: ['reopen_rate'] },
  'One-touch': { metrics: ['one_touch_rate'] },
  'Interactions per ticket': { metrics: ['interactions_per_ticket'] },
  'Stations / transfer rate': { metrics: ['stations', 'stations(of=teams)', 'transfer_rate', 'transfer_rate(between=teams)'] },
  'FCR, strict': { metrics: ['fcr', 'fcr(window=30)', 'fcr(variant=survey)'] },
  'FCR, article variant': { metrics: ['fcr(variant=article)'] },
  'FCR, Intercom variant': { metrics: ['fcr(variant=intercom)'] },
  'Repeat contact rate': { metrics: ['repeat_contact_rate', 'repeat_contact_rate(variant=article)'] },
  'Preferred channel': { metrics: ['preferred_channel'] },
  'Ticket category mix': { metrics: ['category_mix'] },
  'Self-service score': { waitsFor: ['web'] },
  'Self-service usage': { waitsFor: ['web'] },
  'Self-service resolution': { waitsFor: ['web'] },
};

const ofTargets: Readonly<Record<string, Carried>> = {
  'Policy match': { rule: 'core/tickets/sla-policy.ts: the first in order that matches, again at every change' },
  Metrics: { metrics: ['sla_compliance(target=first_response)', 'sla_compliance(target=agent_work)'], dimensions: ['sla_target'] },
  'Instance life': { metrics: ['sla_active'] },
  Compliance: { metrics: ['sla_compliance'] },
  'Breach while active': { metrics: ['sla_breaches'] },
  '"SLA" by article 002': { waitsFor: ['calls'] },
  'Future target': { metrics: ['sla_due_soon'] },
};

const ofSurveys: Readonly<Record<string, Carried>> = {
  'CSAT top-box': { metrics: ['csat'] },
  'CSAT mean': { metrics: ['csat(variant=article)', 'csat(variant=normalised)'] },
  'Response rate': { metrics: ['response_rate', 'delivery_rate', 'surveys_delivered'] },
  'Non-response bias': { metrics: ['response_rate'], waitsFor: ['methods'] },
  Attribution: { dimensions: ['handler'] },
  'Date basis': { metrics: ['csat(date=invited)'] },
  NPS: { metrics: ['nps'] },
  'NPS on 1–10 (articles 003, 004)': { metrics: ['nps(variant=article)'] },
  'NPS denominators': { rule: 'datasets/surveys.ts: a dismissed question is no answer' },
  'CES 1.0': { metrics: ['ces(variant=ces1)'] },
  'CES 2.0': { metrics: ['ces'] },
  'CES index': { metrics: ['ces(variant=index)'] },
  'CES, article variant': { metrics: ['ces(variant=article)'] },
  'Key drivers': { waitsFor: ['methods'] },
};

const tables: Readonly<Record<string, Readonly<Record<string, Carried>>>> = {
  'A.': ofArticles,
  'B.1': ofSpeed,
  'B.2': ofOutcome,
  'B.4': ofTargets,
  'B.5': ofSurveys,
};
const rows = Object.entries(tables).flatMap(([table, carried]) =>
  Object.entries(carried).map(([row, how]) => ({ name: `${table} ${row}`, how })),
);

test.each(rows)('$name is carried, or named with what it waits for', ({ how }) => {
  for (const call of how.metrics ?? []) expect(resolveMetric(call).length).toBeGreaterThan(0);
  expect((how.dimensions ?? []).filter((name) => !dimensions.some((dimension) => dimension.name === name))).toEqual([]);
  expect([...(how.metrics ?? []), ...(how.dimensions ?? []), ...(how.waitsFor ?? []), how.rule].filter(Boolean)).not.toEqual([]);
});

test('the metric to read beside another is one', () => {
  const counterweights = metrics.flatMap(({ counterweight }) => counterweight ?? []);
  for (const name of counterweights) expect(resolveMetric(name).length).toBeGreaterThan(0);
});

test.skipIf(!present)('every row of the tables of definitions is in these lists, and no other', () => {
  const text = readFileSync(definitions, 'utf8');
  for (const [table, carried] of Object.entries(tables)) expect([table, ...rowsOf(text, table)]).toEqual([table, ...Object.keys(carried)]);
});

/** The names of the rows of a section's table: the first column, or the second beside a number. */
function rowsOf(text: string, section: string): string[] {
  const [, body = ''] = text.split(new RegExp(`^##+ ${section.replaceAll('.', '\\.')}`, 'm'));
  const lines = body.split(/^##/m)[0]?.split('\n') ?? [];
  const cells = lines.filter((line) => line.startsWith('|')).map((line) => line.split('|').map((cell) => cell.trim().replaceAll('**', '')));
  return cells.slice(2).map(([, first = '', second = '']) => (/^\d+$/.test(first) ? second : first));
}
