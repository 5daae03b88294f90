import { categoryShares, londonDesk } from '../desk.ts';
import type { Opening } from '../phrases/phrasebook.ts';
import { draw, weighted } from '../weighted.ts';
import { season } from './6-season.ts';
import { contains, daySpan } from './day-span.ts';
import type { Truth } from './truth.ts';

const strike = daySpan('2026-10-26', '2026-10-31');
const rise = 0.85;
const shareOfStrike = 0.91;
const carrier = 'Northway';
const struckRegions = weighted([
  ['Scotland', 0.48],
  ['North', 0.52],
]);
const writtenChannels = weighted<'email' | 'form' | 'social' | 'chat'>([
  ['email', 0.5],
  ['form', 0.26],
  ['chat', 0.14],
  ['social', 0.1],
]);

const openings: readonly Opening[] = [
  {
    subject: 'Strike at {carrier}: where is {order}?',
    text: 'I read that {carrier} is on strike. My order {order} has been in the depot since Monday. Will it come this week at all? We live in {region}.',
  },
  {
    subject: 'Parcel stuck at {carrier}',
    text: 'Tracking says "delayed, industrial action". Order {order} was meant to be a present for Saturday. Can you send it with someone else?',
  },
  {
    subject: 'No delivery in {region}',
    text: 'Nothing is delivered here because of the {carrier} strike. Please tell me a date for {order}, or may I collect it at your shop?',
  },
  {
    subject: '{order} not delivered',
    text: 'The {carrier} driver should have come on Tuesday. On the phone they only say strike. What are you going to do?',
  },
];

/** A parcel carrier is on strike in two regions in the last week. */
export const carrierStrike: Truth = {
  id: 20,
  name: 'Carrier Northway on strike',
  from: '2026-10-26',
  until: '2026-10-31',
  planted: {
    shippingRisePercent: 100 * rise,
    shareOfRisePercent: 100 * shareOfStrike,
    firstResponseHours: 4 + 40 / 60,
    backlogRiseAtReference: 310,
  },
  decoys: [{ name: 'Fullest Monday of the autumn', from: '2026-10-26', until: '2026-10-26', planted: { withoutShippingRisePercent: 0 } }],
  surge: (desk, day) =>
    desk === londonDesk && contains(strike, day) ? rise * categoryShares.shipping * (season.volumeFactor?.(desk, day) ?? 1) : 0,
  shape: (draft, random) => {
    const isStruck = random.chance(shareOfStrike);
    return {
      ...draft,
      team: 'demo:orders',
      category: 'shipping',
      channel: draw(writtenChannels, random),
      carrier: isStruck ? carrier : 'Swift Parcel',
      place: isStruck ? { country: 'GB', region: draw(struckRegions, random) } : draft.place,
      openings: isStruck ? openings : null,
    };
  },
  conduct: (draft, conduct) =>
    contains(strike, draft.day)
      ? { ...conduct, responseFactor: conduct.responseFactor * 1.53, workFactor: conduct.workFactor * 2.1 }
      : conduct,
};
