import type { Company, CompanySurveys } from '../../company.ts';
import { type Check, type Interval, planted, share, shareOf } from '../../company-check.ts';
import { groupedBy } from '../../measure-company.ts';
import type { RatedAnswer } from '../../rated-answers.ts';
import { staff } from '../../setup/agents.ts';

const idOf = (name: string) => staff.find((agent) => agent.name === name)?.id ?? '';
const ofTeam = ({ rated }: CompanySurveys) => rated.filter(({ response }) => response.team_id === 'demo:orders');
const by = (name: string) => {
  const id = idOf(name);
  return ({ response }: RatedAnswer) => response.agent_id === id;
};
const isGood = (answer: RatedAnswer) => answer.isGood;

function stratumOf({ response, isComplaint }: RatedAnswer): string {
  return `${response.category}:${response.ticket_channel}:${response.language}:${isComplaint}`;
}

/** The share that the agent would have with the mix of the team: observed ÷ expected × the team's share, in percent. */
function likeForLike(company: CompanySurveys, name: string): Interval {
  const team = ofTeam(company);
  const own = team.filter(by(name));
  const others = groupedBy(
    team.filter((answer) => !by(name)(answer)),
    stratumOf,
  );
  const teamShare = goodShare(team);
  const expected = own.reduce((sum, answer) => sum + goodShare(others.get(stratumOf(answer)) ?? team), 0);
  const { low, high } = share(own.filter(isGood).length, own.length);
  const factor = (teamShare * own.length) / expected;
  return { low: low * factor, high: high * factor };
}

function goodShare(answers: readonly RatedAnswer[]): number {
  return answers.filter(isGood).length / answers.length;
}

/** How two agents show in the surveys. */
export const fairSurveyChecks: readonly Check<CompanySurveys>[] = [
  { name: '14: 82 % of the team', planted: planted(14, 'teamCsatPercent'), shown: (company) => shareOf(ofTeam(company), isGood) },
  {
    name: '14: Osei has 74 %',
    planted: planted(14, 'oseiRawCsatPercent'),
    shown: (company) => shareOf(ofTeam(company).filter(by('M. Osei')), isGood),
  },
  {
    name: '14: like for like 82.5 %',
    planted: planted(14, 'oseiLikeForLikeCsatPercent'),
    shown: (company) => likeForLike(company, 'M. Osei'),
  },
  {
    name: '14: Brandt has 81 %',
    planted: planted(14, 'brandtRawCsatPercent'),
    shown: (company) => shareOf(ofTeam(company).filter(by('L. Brandt')), isGood),
  },
  {
    name: '14: like for like 73 %',
    planted: planted(14, 'brandtLikeForLikeCsatPercent'),
    shown: (company) => likeForLike(company, 'L. Brandt'),
  },
];

function solvedBy({ facts }: Company, name: string) {
  const id = idOf(name);
  return facts.filter((fact) => fact.handler_id === id);
}

/** How they show in the tickets. */
export const fairTicketChecks: readonly Check[] = [
  {
    name: '14: 58 % of what Osei solves are complaints and returns',
    planted: planted(14, 'oseiComplaintsAndReturnsPercent'),
    shown: (company) => shareOf(solvedBy(company, 'M. Osei'), (fact) => fact.is_complaint || fact.category === 'returns'),
  },
  {
    name: '14: of what Brandt solves 15 % is reopened',
    planted: planted(14, 'brandtReopenedPercent'),
    shown: (company) => shareOf(solvedBy(company, 'L. Brandt'), (fact) => fact.reopens > 0),
  },
  {
    name: '14: of what the team solves 7 %',
    planted: planted(14, 'teamReopenedPercent'),
    shown: ({ orders }) =>
      shareOf(
        orders.filter((fact) => fact.first_solved_at !== null),
        (fact) => fact.reopens > 0,
      ),
  },
];
