import { phrasebooks } from './phrases/index.ts';
import { fill } from './phrases/phrasebook.ts';
import { customerActor, type Story, slotsOf } from './story.ts';

const spam = [
  {
    subject: 'Rank first in search results',
    text: 'Dear webmaster, we bring 10,000 visitors to your site within a week. Reply for the price list.',
  },
  { subject: 'Unpaid toll notice', text: 'Your vehicle has an open amount. Pay within 24 hours at the address below to avoid a fine.' },
  {
    subject: 'Wholesale LED strips',
    text: 'We are a factory for LED strips, best price, sample free. Please forward to your purchasing manager.',
  },
];
const test = { subject: 'Test, please ignore', text: 'Testing the contact form after the update. No answer needed.' };

function choose({ draft, random }: Story) {
  if (draft.oddity === 'spam') return random.pick(spam);
  if (draft.oddity === 'test') return test;
  return random.pick(draft.openings ?? phrasebooks[draft.desk.language].openings[draft.category]);
}

/** The ticket appears with the first message of its customer. A chat has no team until the bot hands it over. */
export function open(story: Story, team: string): void {
  const { log, draft, random, isReturn } = story;
  const book = phrasebooks[draft.desk.language];
  const slots = slotsOf(draft, null);
  const { subject, text } = choose(story);
  const before = isReturn ? random.pick(book.again) : '';
  const after = draft.isComplaint ? random.pick(book.complaint) : '';
  log.event('created', draft.createdAt, customerActor(draft), {
    status: 'new',
    priority: draft.priority,
    assignee_id: '',
    team_id: team,
    channel: draft.channel,
    category: draft.category,
    subject: fill(subject, slots, book),
    language: draft.desk.language,
    region: draft.place.region,
    country: draft.place.country,
    product: draft.product,
    carrier: draft.carrier,
    is_test: draft.oddity === 'test',
    tags_added: [...draft.tags],
  });
  log.message(draft.createdAt, customerActor(draft), before + fill(text, slots, book) + after);
}
