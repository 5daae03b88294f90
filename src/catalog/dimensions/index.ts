import type { Dimension } from '../../core/model/dimension.ts';
import { age } from './age.ts';
import { agent } from './agent.ts';
import { carrier } from './carrier.ts';
import { category } from './category.ts';
import { channel } from './channel.ts';
import { channelChange } from './channel-change.ts';
import { complaint } from './complaint.ts';
import { country } from './country.ts';
import { criterion } from './criterion.ts';
import { firstResponder } from './first-responder.ts';
import { handledBy } from './handled-by.ts';
import { handler } from './handler.ts';
import { handlerTeam } from './handler-team.ts';
import { hour } from './hour.ts';
import { language } from './language.ts';
import { openedBy } from './opened-by.ts';
import { priority } from './priority.ts';
import { product } from './product.ts';
import { provider } from './provider.ts';
import { question } from './question.ts';
import { region } from './region.ts';
import { slaOutcome } from './sla-outcome.ts';
import { slaTarget } from './sla-target.ts';
import { source } from './source.ts';
import { status } from './status.ts';
import { statusThen } from './status-then.ts';
import { survey } from './survey.ts';
import { surveyChannel } from './survey-channel.ts';
import { tag } from './tag.ts';
import { team } from './team.ts';
import { weekday } from './weekday.ts';

/** Everything to group and filter by. */
export const dimensions: readonly Dimension[] = [
  channel,
  channelChange,
  category,
  priority,
  status,
  statusThen,
  team,
  agent,
  handler,
  firstResponder,
  handledBy,
  openedBy,
  handlerTeam,
  source,
  language,
  region,
  country,
  product,
  carrier,
  tag,
  complaint,
  age,
  slaTarget,
  slaOutcome,
  question,
  survey,
  surveyChannel,
  provider,
  criterion,
  hour,
  weekday,
];
