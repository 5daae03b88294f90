import type { FoldContext } from '../../core/tickets/fold-context.ts';
import { foldTicket } from '../../core/tickets/fold-ticket.ts';
import { eventOfMessage, type TicketEvent } from '../../core/tickets/ticket-event.ts';
import type { TicketFacts } from '../../core/tickets/ticket-facts.ts';
import { compileSchedule } from '../../core/time/schedule.ts';
import type { WorkingClock } from '../../core/time/working-time.ts';
import type { Company, CompanySurveys } from './company.ts';
import type { DemoBatch } from './demo-batch.ts';
import { type DemoCompany, demoCompany } from './demo-company.ts';
import type { DemoOptions } from './demo-options.ts';
import type { LedgerEntry } from './ledger.ts';
import { ratedAnswers } from './rated-answers.ts';
import { dayMs, referenceTickets } from './span-of-data.ts';
import type { Invitation, Response } from './survey-story.ts';

const endOfData = Date.UTC(2026, 10, 1);

/** A demo company as its tables would show it, for tests. */
interface MeasuredCompany {
  readonly company: DemoCompany;
  /** Facts of all tickets, in order of creation. */
  readonly facts: readonly TicketFacts[];
  readonly invitations: readonly Invitation[];
  readonly responses: readonly Response[];
}

/** Makes a company and folds every ticket as the product does. */
function measureCompany(options: DemoOptions): MeasuredCompany {
  const company = demoCompany(options);
  const context = contextOf(company, options.until ?? endOfData);
  const facts: TicketFacts[] = [];
  const invitations: Invitation[] = [];
  const responses: Response[] = [];
  for (const batch of company.batches()) {
    for (const events of eventsByTicket(batch)) facts.push(foldTicket(events, context));
    invitations.push(...batch.invitations);
    responses.push(...batch.responses);
  }
  return { company, facts, invitations, responses };
}

/** What a company says of itself in surveys, without folding its tickets: three times quicker. */
export function surveyCompany(options: DemoOptions): CompanySurveys {
  const complaints = new Set<string>();
  const tags = new Map<string, readonly string[]>();
  const invitations: Invitation[] = [];
  const responses: Response[] = [];
  for (const batch of demoCompany(options).batches()) {
    for (const event of batch.events) {
      if (event.is_complaint) complaints.add(event.ticket_id);
      if (event.tags_added.length > 0) tags.set(event.ticket_id, event.tags_added);
    }
    invitations.push(...batch.invitations);
    responses.push(...batch.responses);
  }
  return { invitations, responses, rated: ratedAnswers(responses, (id) => tags.get(id) ?? [], complaints) };
}

/** A company of some size with everything that checks look at. */
export function companyOf(tickets: number, seed: number): Company {
  const measured = measureCompany({ tickets, seed });
  const facts = counted(measured.facts);
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const complaints = new Set(facts.filter((fact) => fact.is_complaint).map(({ id }) => id));
  const ledger = new Map<number, LedgerEntry>(measured.company.truths().map((entry) => [entry.id, entry]));
  return {
    facts,
    scale: referenceTickets / tickets,
    orders: facts.filter((fact) => fact.team_id === 'demo:orders'),
    settled: firstContacts(facts, endOfData),
    invitations: measured.invitations,
    responses: measured.responses,
    rated: ratedAnswers(measured.responses, (id) => byId.get(id)?.tags ?? [], complaints),
    touched: (truth) => {
      const ids = new Set(ledger.get(truth)?.tickets);
      return facts.filter((fact) => ids.has(fact.id));
    },
  };
}

function contextOf({ setup }: DemoCompany, now: number): FoldContext {
  const clocks = new Map<string, WorkingClock>();
  for (const schedule of setup.schedules) {
    const clock = compileSchedule([schedule], Date.UTC(2024, 9, 1), Date.UTC(2027, 0, 1));
    if (clock) clocks.set(schedule.id, clock);
  }
  return {
    clocks,
    defaultScheduleId: setup.schedules.find((schedule) => schedule.is_default)?.id ?? null,
    teamSchedules: new Map(setup.teams.map((team) => [team.id, team.schedule_id])),
    policies: setup.slaPolicies,
    now,
  };
}

function eventsByTicket(batch: DemoBatch): Iterable<TicketEvent[]> {
  const events = batch.events.map((event) => ({ ...event, courtesy: false }));
  const said = batch.messages.map((message) => eventOfMessage(message));
  return groupedBy([...events, ...said], (event) => event.ticket_id).values();
}

/** Items by what they have in common, in order. */
export function groupedBy<T>(items: Iterable<T>, key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** Tickets that count in the metrics. */
function counted(facts: readonly TicketFacts[]): TicketFacts[] {
  return facts.filter((fact) => !fact.is_spam && !fact.is_test && !fact.is_deleted && fact.merged_into === '');
}

/** The middle of some values, or another level between 0 and 1. */
export function quantileOf(values: readonly (number | null)[], level = 0.5): number {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  return known[Math.floor((known.length - 1) * level)] ?? Number.NaN;
}

/** Targets met and all that were met or breached. */
export function slaCounts(facts: readonly TicketFacts[], metric?: string): readonly [met: number, all: number] {
  const ended = facts
    .flatMap((fact) => fact.slas)
    .filter((sla) => (sla.outcome === 'met' || sla.outcome === 'breached') && (metric === undefined || sla.metric === metric));
  return [ended.filter((sla) => sla.outcome === 'met').length, ended.length];
}

/** First contacts of a customer in a category that were solved long enough ago, and those of them that were settled at once. */
function firstContacts(facts: readonly TicketFacts[], now: number, windowDays = 7): { fact: TicketFacts; isResolved: boolean }[] {
  const bySubject = groupedBy(facts, (fact) => `${fact.requester_external_id} ${fact.category}`);
  const windowMs = windowDays * dayMs;
  return [...bySubject.values()].flatMap((list) =>
    list.flatMap((fact, index) => {
      const previous = list[index - 1];
      const next = list[index + 1];
      const solvedAt = fact.last_solved_at;
      if (solvedAt === null || solvedAt + windowMs > now || (previous && fact.created_at - previous.created_at <= windowMs)) return [];
      return [{ fact, isResolved: fact.reopens === 0 && !(next && next.created_at <= solvedAt + windowMs) }];
    }),
  );
}

/** Share of contacts that the same customer followed by another within the window. */
export function repeatContactShare(facts: readonly TicketFacts[], windowDays = 7): number {
  const byCustomer = groupedBy(facts, (fact) => fact.requester_external_id);
  let repeated = 0;
  for (const list of byCustomer.values()) {
    repeated += list.filter(
      (fact, index) => (list[index + 1]?.created_at ?? Number.POSITIVE_INFINITY) - fact.created_at <= windowDays * dayMs,
    ).length;
  }
  return repeated / facts.length;
}

/** Tickets that were not solved at an instant. */
export function backlogAt(facts: readonly TicketFacts[], at: number): number {
  return facts.filter((fact) => fact.unsolved_spans.some((span) => span.from <= at && (span.until === null || span.until > at))).length;
}
