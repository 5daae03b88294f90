import type { Phrasebook } from './phrasebook.ts';

/** What is said in English. */
export const english: Phrasebook = {
  item: 'item',
  productName: '*',
  regions: {
    North: 'the North',
    'South East': 'the South East',
    'South West': 'the South West',
    'North West': 'the North West',
    Islands: 'the Islands',
  },
  openings: {
    shipping: [
      {
        subject: 'Where is my order {order}?',
        text: 'Hi, order {order} ({product}) was due on Tuesday and still nothing. {carrier} tracking has not moved for three days. Can you find out where it is?',
      },
      {
        subject: 'Parcel marked as delivered',
        text: '{carrier} says my parcel was handed over yesterday, but nobody in the house has seen it. Order {order}. We are in {region}, no safe place agreed.',
      },
      {
        subject: 'Delivery to {region}',
        text: 'Could you tell me when order {order} will reach {region}? I took a day off for the {product} and no one from {carrier} turned up.',
      },
      {
        subject: 'Wrong address on {order}',
        text: 'I noticed I gave my old address for order {order}. Has {carrier} picked it up already or can you still change it?',
      },
      {
        subject: 'Half of the order is missing',
        text: 'One box came today, the {product} was not in it. The {carrier} label says 1 of 2. Where is the second one?',
      },
    ],
    technical: [
      {
        subject: '{product} does not switch on',
        text: 'The {product} worked for about two months and now it is dead. I tried another socket and another fuse. What else can I do?',
      },
      {
        subject: '{product} flickers',
        text: 'My {product} flickers when it is dimmed below half. Is that normal, or is it the bulb? Order {order}.',
      },
      {
        subject: 'Noise from the {product}',
        text: 'There is a humming sound from the {product}, loud enough to hear in the next room. It started last week.',
      },
      {
        subject: 'Manual for the {product}',
        text: 'I lost the leaflet that came with the {product} and I need to know which screws go where. Do you have it as a PDF?',
      },
      {
        subject: '{product}: smell when in use',
        text: 'After ten minutes the {product} smells of hot plastic. I have unplugged it. Is it safe to use?',
      },
    ],
    returns: [
      {
        subject: 'Return of {order}',
        text: 'I would like to send back the {product} from order {order}. It is unused and in its box. How do I get a label?',
      },
      {
        subject: 'Refund not received',
        text: 'You received my {product} eleven days ago according to the receipt, but the money is not on my account. Order {order}.',
      },
      {
        subject: 'Exchange for another colour',
        text: 'The {product} is lovely but too dark for our room. Can I swap it for the lighter one without paying delivery twice?',
      },
      {
        subject: 'Arrived damaged',
        text: 'The {product} came with a cracked base, pictures attached. I want to return it and have a new one. Order {order}.',
      },
    ],
    sales: [
      {
        subject: 'Question before I buy',
        text: 'Does the {product} fit a ceiling of 2.3 m? And is there a discount if I take four of them?',
      },
      {
        subject: 'Trade account',
        text: 'We furnish holiday flats in {region} and would need about thirty pieces of the {product}. Who can make us an offer?',
      },
      {
        subject: 'Voucher does not work',
        text: 'My birthday voucher is refused at the checkout although it is valid until the end of the month. I wanted the {product}.',
      },
      {
        subject: 'Which bulb for the {product}?',
        text: 'Which bulb do you recommend for the {product} if I want warm light to read by? Do you sell it?',
      },
    ],
    'product availability': [
      {
        subject: '{product} out of stock',
        text: 'The {product} has been sold out online for two weeks. When do you expect new ones, and can I reserve one?',
      },
      {
        subject: 'Stock in the shop',
        text: 'Is the {product} on show in one of your shops near {region}? I would like to see it before ordering.',
      },
      { subject: 'Spare part', text: 'Do you still have the glass shade of the {product}? Ours broke when we moved.' },
    ],
    cancellations: [
      { subject: 'Cancel order {order}', text: 'Please cancel order {order}, I clicked twice by accident. I only need one {product}.' },
      { subject: 'Change my order', text: 'Can I take the {product} off order {order} and leave the rest as it is?' },
      {
        subject: 'Cancel, delivery takes too long',
        text: 'Four weeks for the {product} is too long for us, we found one nearby. Please cancel {order} and refund me.',
      },
    ],
    billing: [
      { subject: 'Charged twice for {order}', text: 'My bank shows two payments for order {order}. Please check and send one back.' },
      {
        subject: 'Invoice needed',
        text: 'I need an invoice with our company name and VAT number for order {order}. Where can I download it?',
      },
      {
        subject: 'Price differs',
        text: 'The {product} was cheaper in your newsletter than on my bill. Order {order}. Which price is right?',
      },
    ],
  },
  again: [
    'I wrote to you about this a few days ago and the matter is not settled. ',
    'Second message about the same thing: ',
    'Sorry to come back to this, but it was not fixed last time. ',
  ],
  complaint: [' I am really disappointed and want this treated as a complaint.', ' This is not acceptable. Please pass it to a manager.'],
  details: [
    'Here is what you asked for: the number on the label is {order}.',
    'I sent the pictures a minute ago. It is the {product}, bought this year.',
    'I tried what you wrote, step by step, but nothing changed.',
    'Morning is best for us, any day but Friday. What happens next?',
    'It was paid by card, the last four digits are on the receipt. Do you need more?',
  ],
  reopening: [
    'I have to come back to this: it is still not solved. What now?',
    'Your ticket says solved, but nothing has happened on my side.',
    'It worked for a day and now the same problem is back with the {product}.',
    'The date you gave me has passed. Could you look at it again, please?',
  ],
  thanks: ['Thank you!', 'Thanks a lot', 'Great, thanks!', 'Many thanks', 'Perfect, thank you'],
  chatDetails: [
    'the order is {order}',
    'it is about the {product}',
    'no, I did not get any mail about it',
    'since Monday I think',
    'I already tried that, same result',
  ],
  botGreeting: [
    'Hello {name}, I am Lumi, the assistant of Lumen & Oak. Let me see what I can do.',
    'Hi {name}, Lumi here. I have your message and look it up now.',
  ],
  botAnswer: {
    shipping: ['The latest scan of your parcel and the expected day are on the tracking page of order {order}. Does that answer it?'],
    technical: ['Please unplug the {product} for a minute and try again. The guide with pictures is in our help centre. Did it help?'],
    returns: ['You can print the return label in your account under "My orders". The refund follows within five working days.'],
    sales: ['You find sizes, bulbs and offers on the page of the {product}. Shall I send you the link?'],
    'product availability': ['I have put you on the list: you get a mail on the day the {product} is back.'],
    cancellations: ['Order {order} has not been packed yet, so you can cancel it in your account with one click.'],
    billing: ['The invoice of order {order} is in your account under "Payments". A double booking falls off after three days.'],
  },
  botHandOff: ['I pass you on to a colleague now.', 'A person can do this better. One moment, please.'],
  botClosed: ['Our team is not here right now. I hand your question over as soon as we open.'],
  toPerson: ['That does not help, I would like to talk to a person', 'Can a human look at this please?', 'No. Agent please'],
  agentQuestion: [
    'Hello {name}, I am sorry about that. Could you send me a picture and the number on the label, so that I can look into it? Kind regards, {agent}',
    'Dear {name}, to check order {order} I need the date of purchase and how you paid. I will be quick once I have it. {agent}',
    'Hi {name}, before we decide: have you tried the steps on page 4 of the leaflet? Please tell me what happens. {agent}, Lumen & Oak',
  ],
  agentAnswer: {
    shipping: [
      'Dear {name}, I spoke to {carrier}: your parcel is back on its way and comes within two days. {agent}',
      'Hello {name}, {carrier} cannot find it, so a new one leaves our warehouse today, free of charge. {agent}',
    ],
    technical: [
      'Hello {name}, this is a known fault of the driver. I send you a new one, it is changed in a minute. {agent}',
      'Dear {name}, please do not use the {product} any more. A replacement is on its way. {agent}',
    ],
    returns: [
      'Hi {name}, the label is attached. Your refund follows three to five days after we have the parcel. {agent}',
      'Dear {name}, I have booked the refund for order {order} just now. {agent}',
    ],
    sales: ['Hello {name}, yes, it fits, and from four pieces we give 8 %. I have put the offer into your account. {agent}'],
    'product availability': [
      'Hello {name}, the next delivery of the {product} comes in twelve days. I have reserved one in your name. {agent}',
    ],
    cancellations: ['Dear {name}, order {order} is cancelled and the money goes back to your card. {agent}'],
    billing: ['Hello {name}, you are right, it was booked twice. The second amount is on its way back. The invoice is attached. {agent}'],
  },
  agentChat: [
    'Hello {name}, {agent} here. Let me have a look.',
    'I can see order {order}. One moment, please.',
    'I have changed it for you, a mail is on its way.',
    'That is sorted now.',
  ],
  note: [
    'Checked with the warehouse, no trace of the box since Monday.',
    'Customer has a care plan, replacement without return.',
    'Asked finance to look at the second booking.',
  ],
};
