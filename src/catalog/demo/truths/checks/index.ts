import type { CompanySurveys } from '../../company.ts';
import type { Check } from '../../company-check.ts';
import { launchChecks } from './1-launch.ts';
import { returnFeeChecks, slowAsiaChecks } from './3-return-fee.ts';
import { refundSurveyChecks, refundTrialChecks } from './4-refund-trial.ts';
import { strainChecks } from './5-strain.ts';
import { seasonChecks } from './6-season.ts';
import { badBotChecks, badBotSurveyChecks } from './7-bad-bot-week.ts';
import { fairSurveyChecks, fairTicketChecks } from './14-fair-to-agents.ts';
import { earlyClosingChecks } from './15-early-closing.ts';
import { fewerAnswersChecks } from './18-fewer-answers.ts';
import { lostFeedChecks } from './19-lost-feed.ts';
import { strikeChecks } from './20-carrier-strike.ts';

/** Every planted truth and decoy that shows in the tickets. */
export const ticketChecks: readonly Check[] = [
  ...launchChecks,
  ...slowAsiaChecks,
  ...refundTrialChecks,
  ...strainChecks,
  ...seasonChecks,
  ...badBotChecks,
  ...fairTicketChecks,
  ...earlyClosingChecks,
  ...lostFeedChecks,
  ...strikeChecks,
];

/** Those that show in the surveys alone: they take larger companies. */
export const surveyChecks: readonly Check<CompanySurveys>[] = [
  ...returnFeeChecks,
  ...refundSurveyChecks,
  ...badBotSurveyChecks,
  ...fairSurveyChecks,
  ...fewerAnswersChecks,
];
