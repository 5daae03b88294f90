import type { SourceDeclaration } from '../../core/import/source-declaration.ts';

/** Tickets as the API of Freshdesk and Freshservice gives them, `GET /api/v2/tickets`, with or without `include=stats`: states, priorities and channels are numbers. */
export const freshdesk: SourceDeclaration = {
  name: 'freshdesk',
  doc: 'Freshdesk tickets',
  signature: ['id', 'responder_id', 'fr_escalated', 'fr_due_by', 'status', 'priority', 'source', 'created_at'],
  target: 'tickets',
  columns: [
    { from: 'id', to: 'source_id' },
    { from: 'created_at', to: 'created_at', format: 'text' },
    { from: 'updated_at', to: 'updated_at', format: 'text' },
    { from: 'stats.first_responded_at', to: 'first_response_at', format: 'text' },
    { from: 'stats.resolved_at', to: 'solved_at', format: 'text' },
    { from: 'stats.closed_at', to: 'closed_at', format: 'text' },
    {
      from: 'status',
      to: 'status',
      values: { '2': 'open', '3': 'pending', '4': 'solved', '5': 'closed' },
    },
    { from: 'priority', to: 'priority', values: { '1': 'low', '2': 'normal', '3': 'high', '4': 'urgent' } },
    {
      from: 'source',
      to: 'channel',
      values: { '1': 'email', '2': 'form', '3': 'phone', '7': 'chat', '9': 'form', '10': 'email' },
    },
    { from: 'responder_id', to: 'assignee_id' },
    { from: 'group_id', to: 'team_id' },
    { from: 'requester_id', to: 'requester_external_id' },
    { from: 'type', to: 'category' },
    { from: 'subject', to: 'subject' },
    { from: 'description_text', to: 'body' },
    { from: 'tags', to: 'tags' },
    { from: 'spam', to: 'is_spam' },
    { from: 'deleted', to: 'is_deleted' },
  ],
};
