import type { CompanySurveys } from '../../company.ts';
import { type Check, changeOf, type Interval, planted, shareOf, within } from '../../company-check.ts';
import { isDelivered } from '../../rated-answers.ts';
import type { Invitation } from '../../survey-story.ts';

const before = ({ invitations }: CompanySurveys) => within(invitations, '2026-07-01', '2026-10-04', ({ sent_at }) => sent_at);
/** Those of the last week may still answer. */
const then = ({ invitations }: CompanySurveys) => within(invitations, '2026-10-05', '2026-10-26', ({ sent_at }) => sent_at);
const isAnswered = ({ answered_at }: Invitation) => answered_at !== null;
const rated = (company: CompanySurveys, from: string, until: string) => within(company.rated, from, until, ({ at }) => at);
const summer = (company: CompanySurveys) => rated(company, '2026-05-01', '2026-10-04');
const october = (company: CompanySurveys) => rated(company, '2026-10-05', '2026-10-31');
const languageShares = { en: 0.62, zh: 0.22, ru: 0.16 };

/** The change with the languages weighted as their customers are. */
function weightedChange(company: CompanySurveys): Interval {
  const sides = Object.entries(languageShares).map(([language, weight]) => {
    const of = ({ response }: { response: { language: string } }) => response.language === language;
    const { low, high } = changeOf(summer(company).filter(of), october(company).filter(of), ({ isGood }) => isGood);
    return { mean: (weight * (low + high)) / 2, spread: (weight * (high - low)) / 2 };
  });
  const mean = sides.reduce((sum, side) => sum + side.mean, 0);
  const spread = Math.hypot(...sides.map((side) => side.spread));
  return { low: mean - spread, high: mean + spread };
}

/** How the bounced mails show. */
export const fewerAnswersChecks: readonly Check<CompanySurveys>[] = [
  {
    name: '18: 38 % of the mails go to one provider',
    planted: planted(18, 'shareOfAddressesPercent'),
    shown: ({ invitations }) => shareOf(invitations, ({ provider }) => provider === 'Brightmail'),
  },
  { name: '18: 98 % arrive', planted: planted(18, 'deliveredBeforePercent'), shown: (company) => shareOf(before(company), isDelivered) },
  { name: '18: 61 % then', planted: planted(18, 'deliveredPercent'), shown: (company) => shareOf(then(company), isDelivered) },
  {
    name: '18: 24 answers for 100 sent',
    planted: planted(18, 'answersOfSentBeforePercent'),
    shown: (company) => shareOf(before(company), isAnswered),
  },
  { name: '18: 15 then', planted: planted(18, 'answersOfSentPercent'), shown: (company) => shareOf(then(company), isAnswered) },
  {
    name: '18: 24.5 of those that arrive, before and then',
    planted: planted(18, 'answersOfDeliveredPercent'),
    shown: (company) => shareOf(then(company).filter(isDelivered), isAnswered),
  },
  {
    name: '18, decoy: as many are satisfied as before, the mix of languages taken out',
    planted: 0,
    shown: weightedChange,
  },
];
