import type { CompanySurveys } from '../../company.ts';
import { between, type Check, changeOf, medianHours, planted, shareOf, within } from '../../company-check.ts';
import type { RatedAnswer } from '../../rated-answers.ts';

const before = ({ rated }: CompanySurveys) => within(rated, '2025-01-01', '2026-03-01', ({ at }) => at);
const then = ({ rated }: CompanySurveys) => within(rated, '2026-03-02', '2026-04-19', ({ at }) => at);
const isReturn = ({ response }: RatedAnswer) => response.category === 'returns';
const isOther = (answer: RatedAnswer) => !isReturn(answer);
const isGood = (answer: RatedAnswer) => answer.isGood;
const isAsian = ({ response }: RatedAnswer) => response.language === 'zh' && response.category !== 'returns';
const isPlain = (answer: RatedAnswer) => !answer.isByBot || answer.at < Date.UTC(2026, 0, 19) || answer.at > Date.UTC(2026, 0, 30);

/** How the return fee shows in the surveys. */
export const returnFeeChecks: readonly Check<CompanySurveys>[] = [
  {
    name: '3: of those who return 80 % are satisfied as a rule',
    planted: planted(3, 'csatOfReturnsBeforePercent'),
    shown: (company) => shareOf(before(company).filter(isReturn), isGood),
  },
  {
    name: '3: 58 % then',
    planted: planted(3, 'csatOfReturnsPercent'),
    shown: (company) => shareOf(then(company).filter(isReturn), isGood),
  },
  {
    name: '3: all others are as they were',
    planted: 0,
    shown: (company) => changeOf(before(company).filter(isOther).filter(isPlain), then(company).filter(isOther), isGood),
  },
  {
    name: '3: 82 % of all before',
    planted: planted(3, 'csatBeforePercent'),
    shown: (company) => shareOf(before(company).filter(isPlain), isGood),
  },
  { name: '3: 77.8 % then', planted: planted(3, 'csatPercent'), shown: (company) => shareOf(then(company), isGood) },
  {
    name: '3: 19 % of the answers are about returns',
    planted: planted(3, 'shareOfAnswersPercent'),
    shown: ({ rated }) => shareOf(rated, isReturn),
  },
  {
    name: '3: those who are not content speak of the fee',
    planted: 72,
    shown: (company) =>
      shareOf(
        then(company).filter((answer) => isReturn(answer) && !answer.isGood && answer.response.comment !== ''),
        ({ response }) => /fee|return[s]? cost|运费|плат(а|ить|е|у) за возврат/i.test(response.comment),
      ),
  },
  {
    name: '3, decoy: the Asia desk is slower in March, and as liked as before',
    planted: planted(3, 'csatChangePoints'),
    shown: (company) => changeOf(before(company).filter(isAsian), then(company).filter(isAsian), isGood),
  },
];

const responses = (of: Parameters<typeof between>[0], from: string, until: string) =>
  medianHours(between(of, from, until).map((fact) => fact.first_response_human_business_ms));

/** How its decoy shows. */
export const slowAsiaChecks: readonly Check[] = [
  {
    name: '3, decoy: first response of the Asia desk before',
    planted: planted(3, 'firstResponseBeforeHours'),
    shown: ({ facts }) =>
      responses(
        facts.filter((fact) => fact.team_id === 'demo:asia'),
        '2025-04-01',
        '2026-02-28',
      ),
  },
  {
    name: '3, decoy: and in March 2026',
    planted: planted(3, 'firstResponseHours'),
    shown: ({ facts }) =>
      responses(
        facts.filter((fact) => fact.team_id === 'demo:asia'),
        '2026-03-01',
        '2026-03-31',
      ),
  },
];
