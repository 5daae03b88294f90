import type { TicketFacts } from '../../../../core/tickets/ticket-facts.ts';
import type { Company, CompanySurveys } from '../../company.ts';
import { between, type Check, changeOf, type Interval, medianHours, planted, rise, shareOf, within } from '../../company-check.ts';
import { groupedBy } from '../../measure-company.ts';
import { hourMs } from '../../span-of-data.ts';

const released = (facts: readonly TicketFacts[]) => between(facts, '2026-01-19', '2026-01-25');
const usual = (facts: readonly TicketFacts[]) => between(facts, '2025-02-10', '2026-01-17');
const isConversation = ({ channel }: TicketFacts) => channel === 'chat' || channel === 'messaging';
const isByBot = (fact: TicketFacts) => isConversation(fact) && fact.agent_replies === 0 && fact.first_solved_at !== null;
const withinMs = 72 * hourMs;

/** Tickets of customers who wrote to a person within three days after the bot had solved theirs. */
function cameBack(facts: readonly TicketFacts[], among: readonly TicketFacts[]): Interval {
  const byCustomer = groupedBy(facts, (fact) => fact.requester_external_id);
  return shareOf(among.filter(isByBot), (fact) => {
    const solvedAt = fact.first_solved_at ?? 0;
    return (byCustomer.get(fact.requester_external_id) ?? []).some(
      (other) => other.created_at > solvedAt && other.created_at <= solvedAt + withinMs && other.agent_replies > 0,
    );
  });
}

function seconds(facts: readonly TicketFacts[]): Interval {
  const { low, high } = medianHours(facts.filter(isConversation).map((fact) => fact.first_response_any_calendar_ms));
  return { low: low * 3600, high: high * 3600 };
}

function repeats({ facts }: Company): Interval {
  const next = new Map<TicketFacts, number>();
  for (const list of groupedBy(facts, (fact) => fact.requester_external_id).values())
    for (const [index, fact] of list.entries()) next.set(fact, list[index + 1]?.created_at ?? Number.POSITIVE_INFINITY);
  return changeOf(usual(facts), released(facts), (fact) => (next.get(fact) ?? 0) - fact.created_at <= 7 * 24 * hourMs);
}

/** How the bad release shows in the tickets. */
export const badBotChecks: readonly Check[] = [
  {
    name: '7: the bot closes 34 % alone',
    planted: planted(7, 'botAloneBeforePercent'),
    shown: ({ facts }) => shareOf(usual(facts).filter(isConversation), isByBot),
  },
  {
    name: '7: 52 % then',
    planted: planted(7, 'botAlonePercent'),
    shown: ({ facts }) => shareOf(released(facts).filter(isConversation), isByBot),
  },
  { name: '7: 11 % of them come back', planted: planted(7, 'cameBackBeforePercent'), shown: ({ facts }) => cameBack(facts, usual(facts)) },
  { name: '7: 41 % then', planted: planted(7, 'cameBackPercent'), shown: ({ facts }) => cameBack(facts, released(facts)) },
  { name: '7: 6 points more write again', planted: planted(7, 'repeatContactRisePoints'), shown: repeats },
  {
    name: '7: anyone answers a chat in 40 seconds',
    planted: planted(7, 'firstResponseAnyBeforeSeconds'),
    shown: ({ facts }) => seconds(usual(facts)),
  },
  { name: '7: in 8 then', planted: planted(7, 'firstResponseAnySeconds'), shown: ({ facts }) => seconds(released(facts)) },
  {
    name: '7, decoy: people get 22 % more tickets while the bot is down',
    planted: planted(7, 'ticketsOfPeopleRisePercent'),
    shown: ({ facts }) => {
      const weekends = ['2026-01-31', '2026-02-07', '2026-02-28', '2026-03-07'].flatMap((from) => between(facts, from, nextDay(from)));
      const byPeople = (list: readonly TicketFacts[]) => list.filter((fact) => fact.agent_replies > 0).length;
      return rise(byPeople(between(facts, '2026-02-14', '2026-02-15')), byPeople(weekends), 4);
    },
  },
];

function nextDay(date: string): string {
  return new Date(Date.parse(date) + 24 * hourMs).toISOString().slice(0, 10);
}

/** How it shows in the surveys. */
export const badBotSurveyChecks: readonly Check<CompanySurveys>[] = [
  {
    name: '7: 71 % are satisfied with the bot',
    planted: planted(7, 'csatOfBotBeforePercent'),
    shown: ({ rated }) =>
      shareOf(
        within(rated, '2024-11-01', '2026-01-18', ({ at }) => at).filter((answer) => answer.isByBot),
        ({ isGood }) => isGood,
      ),
  },
  {
    name: '7: 49 % then',
    planted: planted(7, 'csatOfBotPercent'),
    shown: ({ rated }) =>
      shareOf(
        within(rated, '2026-01-20', '2026-01-25', ({ at }) => at).filter((answer) => answer.isByBot),
        ({ isGood }) => isGood,
      ),
  },
];
