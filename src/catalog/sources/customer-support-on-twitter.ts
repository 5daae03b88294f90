import type { SourceDeclaration } from '../../core/import/source-declaration.ts';

/** Tweets to and from support accounts: threads by the tweet that is answered. */
export const customerSupportOnTwitter: SourceDeclaration = {
  name: 'twitter',
  doc: 'Customer Support on Twitter',
  signature: ['tweet_id', 'author_id', 'inbound', 'text', 'in_response_to_tweet_id'],
  target: 'messages',
  columns: [
    { from: 'tweet_id', to: 'source_id' },
    { from: 'main_tweet_id', to: 'ticket_id' },
    { from: 'in_response_to_tweet_id', to: 'reply_to_id' },
    { from: 'created_at', to: 'at', format: 'text' },
    { from: 'author_id', to: 'actor_id' },
    { from: 'inbound', to: 'actor_kind', values: { true: 'customer', false: 'human' } },
    { from: 'text', to: 'text' },
  ],
  settings: { constants: { channel: 'social', public: 'true' } },
};
