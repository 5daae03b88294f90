import { launch } from './1-launch.ts';
import { returnFee } from './3-return-fee.ts';
import { refundTrial } from './4-refund-trial.ts';
import { strain } from './5-strain.ts';
import { season } from './6-season.ts';
import { badBotWeek } from './7-bad-bot-week.ts';
import { fairToAgents } from './14-fair-to-agents.ts';
import { earlyClosing } from './15-early-closing.ts';
import { fewerAnswers } from './18-fewer-answers.ts';
import { lostFeed } from './19-lost-feed.ts';
import { carrierStrike } from './20-carrier-strike.ts';
import type { Truth } from './truth.ts';

/** What is planted in the demo company. */
export const truths: readonly Truth[] = [
  launch,
  returnFee,
  refundTrial,
  strain,
  season,
  badBotWeek,
  fairToAgents,
  earlyClosing,
  fewerAnswers,
  lostFeed,
  carrierStrike,
];
