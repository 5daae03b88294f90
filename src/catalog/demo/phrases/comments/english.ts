import type { Comments } from './comments.ts';

/** What is written in English. */
export const englishComments: Comments = {
  contented: [
    'Quick and friendly.',
    'Solved with one mail, I did not expect that.',
    'Good help, clear answer.',
    'Everything arranged within the day.',
    'Felt listened to. Thank you.',
    'No fuss at all.',
    'Polite, and knew the products.',
  ],
  praise: {
    shipping: [
      'They found my parcel within an hour.',
      'New one sent straight away, no questions asked.',
      'Kept me posted until {carrier} came.',
    ],
    technical: ['The {product} works again, great instructions.', 'The tip with the reset did it.', 'Sent me the part free of charge.'],
    returns: ['Label in my inbox in minutes.', 'Refund came before the parcel was back.', 'Swap for the other colour was easy.'],
    sales: ['Told me honestly which lamp is bright enough.', 'Good offer for four pieces.', 'They measured the shade for me.'],
    'product availability': ['They put one {product} aside for me.', 'Got the mail on the very day it was back.'],
    cancellations: ['Cancelled at once, money back in two days.', 'They took one item off without cancelling the rest.'],
    billing: ['The invoice came within ten minutes.', 'They saw the double payment before I had explained it.'],
  },
  criticism: {
    shipping: [
      'My parcel with {carrier} is still lost and nobody knows where.',
      'Third delivery date and nobody came.',
      'I had to chase {carrier} myself.',
      'I took two days off work for a delivery that never came.',
      'You say {carrier}, {carrier} says you. I still have no {product}.',
      'The box was left in the rain.',
      'A standard answer, no date.',
    ],
    technical: [
      'The {product} still does not work.',
      'I was told to read the manual I do not have.',
      'Too many steps for a lamp.',
      'Four days until somebody answered, and then a question I had answered already.',
      'The replacement has the same fault.',
      'I had to explain everything again to the third person.',
    ],
    returns: [
      'The refund takes far too long.',
      'I had to ask three times for a label.',
      'The pick-up came on the wrong day.',
      'You have had my {product} for two weeks and I have no money.',
      'I was offered a voucher, I want my money.',
    ],
    sales: [
      'I only got a link, not an answer.',
      'The offer came too late.',
      'Wrong advice, the bulb does not fit.',
      'The voucher still does not work.',
    ],
    'product availability': [
      'Weeks of waiting and no date.',
      'I was promised a mail and none came.',
      'The site says in stock, the shop says no.',
      'Reserved for me, sold to someone else.',
    ],
    cancellations: [
      'I cancelled in time and it was sent anyway.',
      'Hard to find out whether it is cancelled at all.',
      'Cancelled the whole order instead of one item.',
    ],
    billing: [
      'Still charged twice.',
      'The invoice has the wrong name again.',
      'Nobody could explain the amount.',
      'Waiting three weeks for £12.',
    ],
  },
};
