import { isConversation } from './desk.ts';
import type { Asked, Mood } from './mood.ts';
import { smallRefundTag } from './truths/4-refund-trial.ts';
import { truths } from './truths/index.ts';

const withBot = 0.71;
const byHand = 0.88;
const conversation = 0.07;
const complaint = -0.55;
const returned = -0.03;
const smallRefund = -0.13;
const english = -0.011;
const otherLanguages = 0.019;

function usualMood({ draft, handler }: Asked): Mood {
  let satisfied = handler === null ? withBot : byHand;
  if (handler !== null && isConversation(draft.channel)) satisfied += conversation;
  if (handler !== null && draft.isComplaint) satisfied += complaint;
  if (handler !== null && draft.category === 'returns') satisfied += returned;
  if (draft.tags.includes(smallRefundTag)) satisfied += smallRefund;
  satisfied += draft.desk.language === 'en' ? english : otherLanguages;
  return { satisfied, criticism: [], criticismShare: 0 };
}

/** The mood of a customer: by who dealt with which matter, and by what is planted. */
export function moodOf(asked: Asked): Mood {
  return truths.reduce((mood, truth) => truth.mood?.(asked, mood) ?? mood, usualMood(asked));
}
