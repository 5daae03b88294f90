import type { TicketFacts } from '../../../../core/tickets/ticket-facts.ts';
import type { CompanySurveys } from '../../company.ts';
import { between, type Check, changeOf, medianHours, planted, shareOf, within } from '../../company-check.ts';
import type { RatedAnswer } from '../../rated-answers.ts';

interface Tagged {
  readonly tags: readonly string[];
}

const has = (tag: string) => (item: Tagged) => item.tags.includes(tag);
const isEligible = has('small-refund');
const isOn = has('trial:refund=on');
const isOff = has('trial:refund=off');
const hasEmoji = has('trial:emoji=on');
const hasNone = has('trial:emoji=off');
const since = (facts: readonly TicketFacts[]) => between(facts, '2026-09-14', '2026-10-24').filter(isEligible);
const before = (facts: readonly TicketFacts[]) => between(facts, '2025-01-01', '2026-05-31').filter(isEligible);
const resolutions = (facts: readonly TicketFacts[]) => medianHours(facts.map((fact) => fact.full_resolution_calendar_ms));
const isGood = (answer: RatedAnswer) => answer.isGood;

/** How the trial shows in the tickets. */
export const refundTrialChecks: readonly Check[] = [
  { name: '4: 14 % of the tickets are eligible', planted: planted(4, 'eligiblePercent'), shown: ({ facts }) => shareOf(facts, isEligible) },
  {
    name: '4: half of the customers are chosen',
    planted: planted(4, 'chosenPercent'),
    shown: ({ facts }) =>
      shareOf(
        facts.filter((fact) => isOn(fact) || isOff(fact)),
        isOn,
      ),
  },
  {
    name: '4: solved in 26 hours without',
    planted: planted(4, 'fullResolutionBeforeHours'),
    shown: ({ facts }) => resolutions(facts.filter(isOff)),
  },
  { name: '4: in 16 hours with it', planted: planted(4, 'fullResolutionHours'), shown: ({ facts }) => resolutions(facts.filter(isOn)) },
  { name: '4: in 26 hours before', planted: planted(4, 'fullResolutionBeforeHours'), shown: ({ facts }) => resolutions(before(facts)) },
  {
    name: '4: in 16 hours for all afterwards',
    planted: planted(4, 'fullResolutionHours'),
    shown: ({ facts }) => resolutions(since(facts)),
  },
  {
    name: '4, decoy: more than half have the emoji',
    planted: planted(4, 'chosenPercent') + 2.7,
    shown: ({ facts }) =>
      shareOf(
        facts.filter((fact) => hasEmoji(fact) || hasNone(fact)),
        hasEmoji,
      ),
  },
];

/** How it shows in the surveys. */
export const refundSurveyChecks: readonly Check<CompanySurveys>[] = [
  {
    name: '4: 74 % satisfied without',
    planted: planted(4, 'csatBeforePercent'),
    shown: ({ rated }) => shareOf(rated.filter(isOff), isGood),
  },
  { name: '4: 85 % with it', planted: planted(4, 'csatPercent'), shown: ({ rated }) => shareOf(rated.filter(isOn), isGood) },
  {
    name: '4: 74 % before',
    planted: planted(4, 'csatBeforePercent'),
    shown: ({ rated }) => shareOf(within(rated, '2025-01-01', '2026-02-28', ({ at }) => at).filter(isEligible), isGood),
  },
  {
    name: '4: 85 % for all afterwards',
    planted: planted(4, 'csatPercent'),
    shown: ({ rated }) => shareOf(within(rated, '2026-09-16', '2026-10-31', ({ at }) => at).filter(isEligible), isGood),
  },
  {
    name: '4, decoy: with the emoji 4 points more seem satisfied',
    planted: planted(4, 'csatRisePoints'),
    shown: ({ rated }) => changeOf(rated.filter(hasNone), rated.filter(hasEmoji), isGood),
  },
];
