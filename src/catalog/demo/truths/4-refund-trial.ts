import type { Category } from '../desk.ts';
import { Random } from '../random.ts';
import type { TicketDraft } from '../ticket-draft.ts';
import { contains, daySpan } from './day-span.ts';
import type { Truth } from './truth.ts';

const trial = daySpan('2026-06-01', '2026-08-30');
const [rollOut] = daySpan('2026-09-14', '2026-09-14');
const july = daySpan('2026-07-01', '2026-07-31');
const gain = 0.11;
/** The label of tickets in which a refund of up to £30 is asked for. */
export const smallRefundTag = 'small-refund';
const onTag = 'trial:refund=on';
const offTag = 'trial:refund=off';

/** Share of tickets in which a refund of up to £30 would settle the matter: 14 % of all. */
const eligibleShares: Readonly<Record<Category, number>> = {
  shipping: 0.15,
  technical: 0.12,
  returns: 0.24,
  sales: 0.02,
  'product availability': 0.02,
  cancellations: 0.2,
  billing: 0.25,
};

/** The subject line with an emoji is not used for complaints: the two groups differ, and more than half of the tickets have it. */
const emojiOfComplaints = 0.1;
const emojiOfOthers = 0.547;

/** The same matter, as its order number says, is eligible however often the customer writes. */
function isEligible({ order, category }: TicketDraft): boolean {
  return new Random(41, Number(order.slice(3))).chance(eligibleShares[category]);
}

function isChosen({ desk, customer }: TicketDraft): boolean {
  return new Random(43, desk.number, customer.number).chance(0.5);
}

function isGenerous({ day, tags }: TicketDraft): boolean {
  return tags.includes(onTag) || (day >= rollOut && tags.includes(smallRefundTag));
}

function refundTags(draft: TicketDraft): readonly string[] {
  if (!isEligible(draft)) return [];
  if (!contains(trial, draft.day)) return [smallRefundTag];
  return [smallRefundTag, isChosen(draft) ? onTag : offTag];
}

function emojiTags(draft: TicketDraft, random: Random): readonly string[] {
  if (!contains(july, draft.day)) return [];
  const share = draft.isComplaint ? emojiOfComplaints : emojiOfOthers;
  return [random.chance(share) ? 'trial:emoji=on' : 'trial:emoji=off'];
}

/** Half of the customers get small refunds without approval, later all. */
export const refundTrial: Truth = {
  id: 4,
  name: 'Small refunds without approval',
  from: '2026-06-01',
  until: '2026-10-31',
  planted: {
    eligiblePercent: 14,
    chosenPercent: 50,
    fullResolutionBeforeHours: 26,
    fullResolutionHours: 16,
    csatBeforePercent: 74,
    csatPercent: 74 + 100 * gain,
  },
  decoys: [
    {
      name: 'Trial of an emoji in the subject line',
      from: '2026-07-01',
      until: '2026-07-31',
      planted: { chosenPercent: 52.7, wantedPercent: 50, csatRisePoints: 4 },
    },
  ],
  mark: (draft, random) => {
    const tags = [...refundTags(draft), ...emojiTags(draft, random)];
    return tags.length === 0 ? draft : { ...draft, tags: [...draft.tags, ...tags] };
  },
  conduct: (draft, conduct) => {
    if (!draft.tags.includes(smallRefundTag)) return conduct;
    const asked = { ...conduct, botAlone: 0 };
    return isGenerous(draft)
      ? { ...asked, solvedAtFirstReply: conduct.solvedAtFirstReply + 0.1, workFactor: conduct.workFactor * 0.66 }
      : { ...asked, solvedAtFirstReply: conduct.solvedAtFirstReply - 0.12, workFactor: conduct.workFactor * 1.18 };
  },
  mood: ({ draft }, mood) => (isGenerous(draft) ? { ...mood, satisfied: mood.satisfied + gain } : mood),
  touches: ({ tags, day }) => tags.includes(onTag) || tags.includes(offTag) || (day >= rollOut && tags.includes(smallRefundTag)),
};
