import type { SourceDeclaration } from '../../core/import/source-declaration.ts';

/** Conversations as the API of Intercom gives them, `GET /conversations`. Its own reply times leave office hours out, so they are not taken beside ours. */
export const intercom: SourceDeclaration = {
  name: 'intercom',
  doc: 'Intercom conversations',
  signature: ['id', 'created_at', 'state', 'admin_assignee_id', 'waiting_since', 'snoozed_until'],
  target: 'tickets',
  columns: [
    { from: 'id', to: 'source_id' },
    { from: 'created_at', to: 'created_at', format: 'unix_s' },
    { from: 'updated_at', to: 'updated_at', format: 'unix_s' },
    { from: 'statistics.first_admin_reply_at', to: 'first_response_at', format: 'unix_s' },
    { from: 'statistics.last_close_at', to: 'closed_at', format: 'unix_s' },
    { from: 'state', to: 'status', values: { open: 'open', closed: 'closed', snoozed: 'pending' } },
    {
      from: 'source.type',
      to: 'channel',
      values: {
        conversation: 'chat',
        email: 'email',
        facebook: 'social',
        instagram: 'social',
        twitter: 'social',
        whatsapp: 'messaging',
        sms: 'messaging',
        phone_call: 'phone',
      },
    },
    { from: 'admin_assignee_id', to: 'assignee_id' },
    { from: 'team_assignee_id', to: 'team_id' },
    { from: 'source.author.id', to: 'requester_external_id' },
    { from: 'source.author.email', to: 'requester_email' },
    { from: 'source.subject', to: 'subject' },
    { from: 'source.body', to: 'body' },
    { from: 'conversation_rating.rating', to: 'csat_score', scale: { min: 1, max: 5, step: 1, direction: 'up' } },
    { from: 'conversation_rating.remark', to: 'csat_comment' },
    { from: 'statistics.count_reopens', to: 'reopens' },
  ],
};
