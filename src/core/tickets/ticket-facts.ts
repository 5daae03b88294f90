import type { tickets } from '../entities/tickets.ts';
import type { Row } from '../model/entity.ts';

/** The columns of `tickets` that come from events and record; the caller adds revision, import, partition month and customer keys. */
export type TicketFacts = Omit<Row<typeof tickets>, 'revision' | 'import_id' | 'partition_month' | 'home_customer_key' | 'customer_key'>;

export type Cycle = TicketFacts['cycles'][number];
export type ReplyPair = TicketFacts['replies'][number];
export type SlaInstance = TicketFacts['slas'][number];
export type Assignment = TicketFacts['assignments'][number];

const untold = {
  id: '',
  source: '',
  requester_external_id: '',
  requester_email: '',
  requester_phone: '',
  created_at: 0,
  updated_at: 0,
  subject: '',
  status: '',
  priority: '',
  channel: '',
  category: '',
  language: '',
  region: '',
  country: '',
  product: '',
  carrier: '',
  team_id: '',
  assignee_id: '',
  handler_id: '',
  handler_team_id: '',
  is_spam: false,
  is_test: false,
  is_deleted: false,
  is_complaint: false,
  merged_into: '',
  counted: true,
  is_outbound: false,
  response_provenance: '',
  resolution_provenance: '',
  first_customer_message_at: null,
  handoff_at: null,
  first_response_at: null,
  first_response_by: '',
  first_response_human_calendar_ms: null,
  first_response_human_business_ms: null,
  first_response_bot_calendar_ms: null,
  first_response_bot_business_ms: null,
  first_response_any_calendar_ms: null,
  first_response_any_business_ms: null,
  first_solved_at: null,
  last_solved_at: null,
  closed_at: null,
  first_resolution_calendar_ms: null,
  first_resolution_business_ms: null,
  full_resolution_calendar_ms: null,
  full_resolution_business_ms: null,
  requester_wait_calendar_ms: null,
  requester_wait_business_ms: null,
  agent_wait_calendar_ms: null,
  agent_wait_business_ms: null,
  on_hold_calendar_ms: null,
  on_hold_business_ms: null,
  unassigned_calendar_ms: null,
  unassigned_business_ms: null,
  customer_messages: 0,
  courtesy_messages: 0,
  agent_replies: 0,
  bot_replies: 0,
  internal_notes: 0,
  touches: 0,
  agent_stations: 0,
  team_stations: 0,
  handoffs: 0,
  solves: 0,
  reopens: 0,
  reopens_raw: 0,
} as const;

/** Facts of which nothing is known yet. */
export function blankFacts(): TicketFacts {
  return { ...untold, tags: [], cycles: [], replies: [], slas: [], status_spans: [], assignments: [], unsolved_spans: [] };
}
