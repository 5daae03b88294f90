import type { TicketFacts } from '../../core/tickets/ticket-facts.ts';
import type { Company } from './company.ts';
import { between, planted, within } from './company-check.ts';
import { backlogAt, quantileOf, repeatContactShare, slaCounts } from './measure-company.ts';
import { dayMs, hourMs } from './span-of-data.ts';

/** A level that the company is said to have, and how a company shows it. */
export interface Level {
  readonly name: string;
  readonly stated: number;
  /** How far the mean of some companies may lie from it. */
  readonly tolerance: number;
  readonly shown: (company: Company) => number;
}

/** Tickets outside the times of a truth that changes how they are dealt with. */
function usual(facts: readonly TicketFacts[]): TicketFacts[] {
  return [...between(facts, '2024-11-01', '2025-11-02'), ...between(facts, '2026-02-02', '2026-10-18')];
}

function percent<T>(items: readonly T[], has: (item: T) => boolean): number {
  return (100 * items.filter(has).length) / items.length;
}

const answersOf = ({ responses }: Company, kind: string) => responses.filter((response) => response.kind === kind);
const scoreOf = (response: Company['responses'][number]) =>
  ((response.score ?? 0) - response.scale_min) / (response.scale_max - response.scale_min);
const solved = (facts: readonly TicketFacts[]) => facts.filter((fact) => fact.first_solved_at !== null);
const resolutionHours = ({ facts }: Company, level: number) =>
  quantileOf(
    usual(facts).map((fact) => fact.full_resolution_calendar_ms),
    level,
  ) / hourMs;

function slaPercent(facts: readonly TicketFacts[]): number {
  const [met, all] = slaCounts(facts);
  return (100 * met) / all;
}

/** Open tickets at midnight after the Sundays of a quiet half year and after each other weekday, at the reference size. */
function backlogAtReference({ facts, scale }: Company): number {
  const days = Array.from({ length: 26 * 7 }, (_, day) => Date.UTC(2025, 1, 10) + day * dayMs);
  return (days.reduce((sum, at) => sum + backlogAt(facts, at), 0) / days.length) * scale;
}

/** Open tickets of Technical at the reference size for each of its agents, every other midnight of some weeks. */
function openPerAgent(company: Company, from: number, weeks: number, agents: number): number {
  const facts = company.facts.filter((fact) => fact.team_id === 'demo:technical');
  const days = Array.from({ length: Math.floor((weeks * 7) / 2) }, (_, index) => from + 2 * index * dayMs);
  return (days.reduce((sum, at) => sum + backlogAt(facts, at), 0) / days.length / agents) * company.scale;
}

function netScore(company: Company): number {
  const answers = answersOf(company, 'nps');
  return percent(answers, ({ score }) => (score ?? 0) >= 9) - percent(answers, ({ score }) => (score ?? 0) <= 6);
}

const chatSeconds = ({ facts }: Company) =>
  quantileOf(
    usual(facts)
      .filter((fact) => fact.channel === 'chat')
      .map((fact) => fact.first_response_human_business_ms),
  ) / 1000;

function shareLevel(name: string, stated: number, has: (fact: TicketFacts) => boolean): Level {
  return { name, stated, tolerance: 0.8, shown: ({ facts }) => percent(facts, has) };
}

/** The table "The company" as far as tickets, messages and surveys go. */
export const companyLevels: readonly Level[] = [
  { name: 'tickets a day at the reference size', stated: 274, tolerance: 6, shown: ({ facts, scale }) => (facts.length / 730) * scale },
  {
    name: 'first response by a person, median, business hours',
    stated: 3 + 5 / 60,
    tolerance: 0.1,
    shown: ({ facts }) => quantileOf(usual(facts).map((fact) => fact.first_response_human_business_ms)) / hourMs,
  },
  { name: 'first response in chats by a person, median, seconds', stated: 48, tolerance: 2, shown: chatSeconds },
  { name: 'full resolution, median, hours', stated: 19, tolerance: 0.8, shown: (company) => resolutionHours(company, 0.5) },
  { name: 'full resolution, P90, hours', stated: 96, tolerance: 5, shown: (company) => resolutionHours(company, 0.9) },
  { name: 'SLA, percent', stated: 88, tolerance: 0.7, shown: ({ facts }) => slaPercent(usual(facts)) },
  { name: 'reopened, percent', stated: 7, tolerance: 0.5, shown: ({ facts }) => percent(solved(usual(facts)), (fact) => fact.reopens > 0) },
  {
    name: 'reopened by thanks alone, percent',
    stated: 4,
    tolerance: 0.5,
    shown: ({ facts }) => percent(solved(usual(facts)), (fact) => fact.reopens === 0 && fact.reopens_raw > 0),
  },
  {
    name: 'first contact resolution, percent',
    stated: 71,
    tolerance: 1,
    shown: ({ settled }) => percent(settled, ({ isResolved }) => isResolved),
  },
  { name: 'repeat contact, percent', stated: 17, tolerance: 0.6, shown: ({ facts }) => 100 * repeatContactShare(facts) },
  { name: 'backlog at the reference size', stated: 640, tolerance: 50, shown: backlogAtReference },
  {
    name: 'open tickets for each of six agents in Technical',
    stated: planted(5, 'openPerAgentBefore'),
    tolerance: 3,
    shown: (company) => openPerAgent(company, Date.UTC(2025, 1, 10), 28, 6),
  },
  {
    name: 'open tickets for each of four agents in Technical under strain',
    stated: planted(5, 'openPerAgent'),
    tolerance: 5,
    shown: (company) => openPerAgent(company, Date.UTC(2025, 10, 1), 13, 4),
  },
  {
    name: 'chats and messages that the bot handles alone, percent',
    stated: 34,
    tolerance: 1,
    shown: ({ facts }) =>
      percent(
        solved(facts).filter((fact) => fact.channel === 'chat' || fact.channel === 'messaging'),
        (fact) => fact.agent_replies === 0,
      ),
  },
  {
    name: 'CSAT, percent',
    stated: 82,
    tolerance: 1,
    shown: (company) => percent(answersOf(company, 'csat'), (answer) => scoreOf(answer) >= 0.75 - 1e-9),
  },
  {
    name: 'CES, percent',
    stated: 74,
    tolerance: 4,
    shown: (company) => percent(answersOf(company, 'ces'), ({ score }) => (score ?? 0) >= 5),
  },
  { name: 'NPS', stated: 31, tolerance: 7, shown: netScore },
  {
    name: 'answers of delivered, percent',
    stated: 24.5,
    tolerance: 0.7,
    shown: ({ invitations, responses }) => (100 * responses.length) / invitations.filter((asked) => asked.delivered_at !== null).length,
  },
  {
    name: 'bounced, percent',
    stated: 2,
    tolerance: 0.3,
    shown: ({ invitations }) =>
      percent(
        within(invitations, '2024-11-01', '2026-10-04', (asked) => asked.sent_at),
        (asked) => asked.bounced,
      ),
  },
  shareLevel('English, percent', 62, (fact) => fact.language === 'en'),
  shareLevel('Chinese, percent', 22, (fact) => fact.language === 'zh'),
  shareLevel('Russian, percent', 16, (fact) => fact.language === 'ru'),
  shareLevel('e-mail, percent', 40, (fact) => fact.channel === 'email'),
  shareLevel('chat, percent', 28, (fact) => fact.channel === 'chat'),
  shareLevel('web form, percent', 17, (fact) => fact.channel === 'form'),
  shareLevel('social, percent', 9, (fact) => fact.channel === 'social'),
  shareLevel('messaging, percent', 6, (fact) => fact.channel === 'messaging'),
  shareLevel('shipping, percent', 27, (fact) => fact.category === 'shipping'),
  shareLevel('technical, percent', 18, (fact) => fact.category === 'technical'),
  shareLevel('returns, percent', 17, (fact) => fact.category === 'returns'),
  shareLevel('sales, percent', 14, (fact) => fact.category === 'sales'),
  shareLevel('complaints, percent', 4, (fact) => fact.is_complaint),
  shareLevel('about the lamp Nord, percent', 12, (fact) => fact.product === 'Nord'),
];
