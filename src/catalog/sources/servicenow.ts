import type { SourceDeclaration } from '../../core/import/source-declaration.ts';

const states = {
  New: 'new',
  Active: 'open',
  'Awaiting User Info': 'pending',
  'Awaiting Problem': 'hold',
  'Awaiting Vendor': 'hold',
  'Awaiting Evidence': 'hold',
  Resolved: 'solved',
  Closed: 'closed',
};

/** The audit log of the incident table: one row an update, with the whole state; minutes only, so updates are ordered by sys_mod_count. */
export const servicenow: SourceDeclaration = {
  name: 'servicenow',
  doc: 'ServiceNow incident log',
  signature: ['number', 'sys_mod_count', 'sys_updated_at', 'opened_at', 'made_sla', 'assignment_group'],
  target: 'ticket_snapshots',
  columns: [
    { from: 'number', to: 'source_id' },
    { from: 'sys_mod_count', to: 'sequence' },
    { from: 'sys_updated_at', to: 'updated_at', format: 'text' },
    { from: 'sys_updated_by', to: 'actor_id' },
    { from: 'opened_at', to: 'created_at', format: 'text' },
    { from: 'resolved_at', to: 'solved_at', format: 'text' },
    { from: 'closed_at', to: 'closed_at', format: 'text' },
    { from: 'incident_state', to: 'status', values: states },
    { from: 'ident_state', to: 'status', values: states },
    {
      from: 'priority',
      to: 'priority',
      values: { '1': 'urgent', '2': 'high', '3': 'normal', '4': 'low', '5': 'low' },
    },
    {
      from: 'contact_type',
      to: 'channel',
      values: { Phone: 'phone', Email: 'email', 'Self service': 'form', IVR: 'phone', 'Direct opening': 'other' },
    },
    { from: 'category', to: 'category' },
    { from: 'assignment_group', to: 'team_id' },
    { from: 'assigned_to', to: 'assignee_id' },
    { from: 'caller_id', to: 'requester_external_id' },
    { from: 'location', to: 'region' },
    { from: 'reopen_count', to: 'reopens' },
    { from: 'reassignment_count', to: 'handoffs' },
    { from: 'made_sla', to: 'resolution_sla' },
  ],
  settings: { dateOrder: 'dmy', nulls: ['?'] },
};
