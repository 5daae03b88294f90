import { computed, date, durationMs, entity, flag, instant, integer, key, label, labels, list, nullable, text } from '../model/entity.ts';
import { customerColumns, derivedColumns, requesterColumns } from './shared-columns.ts';

const both = (doc: string, name: string) => ({
  [`${name}_calendar_ms`]: nullable(durationMs(`${doc}, calendar time`)),
  [`${name}_business_ms`]: nullable(durationMs(`${doc}, business time; null without a schedule`)),
});

/** A duration in both clocks. */
function clocks<N extends string>(name: N, doc: string) {
  type Duration = ReturnType<typeof nullable<number>>;
  return both(doc, name) as unknown as { [K in `${N}_calendar_ms` | `${N}_business_ms`]: Duration };
}

/** The facts of a ticket: folded from its events, or taken from the record of its source. One row a ticket. */
export const tickets = entity({
  name: 'tickets',
  doc: 'The facts of a ticket, folded from its events or taken from the record of its source.',
  key: ['id'],
  partition: 'partition_month',
  version: 'revision',
  shardBy: 'home_customer_key',
  indexes: ['created_at', 'updated_at', 'first_response_at', 'last_solved_at', 'last_sla_at'],
  columns: {
    id: text('`source:source_id`'),
    source: label('the system the ticket came from'),
    ...derivedColumns,
    import_id: text('the import or ingest batch that first brought the ticket'),
    partition_month: date('month of creation as known at the first fold; never changes'),
    home_customer_key: key('customer as known at the first fold; never changes'),
    ...customerColumns,
    ...requesterColumns,

    created_at: instant('creation'),
    updated_at: instant('last event or last update at the source'),
    subject: text('subject line'),
    status: label('status now'),
    priority: label('priority now; empty when unknown'),
    channel: label('channel of the first contact; empty when unknown'),
    category: label('contact reason; empty when unknown'),
    language: label('BCP 47; empty when unknown'),
    region: label('region of the customer'),
    country: label('country of the customer'),
    product: label('product the ticket is about'),
    carrier: label('parcel carrier'),
    tags: labels('labels now'),
    team_id: label('team now; empty is none'),
    assignee_id: text('agent now; empty is unassigned'),
    handler_id: text('assignee at the last solve; empty when not solved'),
    handler_team_id: label('team at the last solve; empty when not solved'),

    is_spam: flag('spam'),
    is_test: flag('a test ticket'),
    is_deleted: flag('deleted at the source'),
    is_complaint: flag('marked as a complaint'),
    merged_into: text('the ticket that this one was merged into; empty when none'),
    counted: computed(
      flag('not spam, test, deleted or merged away'),
      "NOT is_spam AND NOT is_test AND NOT is_deleted AND merged_into = ''",
    ),
    is_outbound: flag('opened by an agent without a question of the customer'),
    opened_by: label('customer, human, bot or system: who opened it; empty when unknown'),
    handled_by: computed(
      label('bot, person, both or nobody: who replied publicly; empty when nothing is known of replies'),
      "multiIf(bot_replies = 0 AND agent_replies = 0, if(response_provenance = '', '', 'nobody'), bot_replies = 0, 'person', agent_replies = 0, 'bot', 'both')",
    ),

    response_provenance: label('computed, reported or empty: where the response times come from'),
    resolution_provenance: label('computed, reported or empty: where the resolution times come from'),

    first_customer_message_at: nullable(instant('first message of the customer')),
    handoff_at: nullable(instant('when a bot handed over to a person')),
    first_response_at: nullable(instant('first public reply of a person')),
    first_response_by: text('who sent the first reply'),
    first_person_reply_at: nullable(instant('first public message of a person on our side, an opening message included')),
    last_bot_reply_at: nullable(instant('last public message of a bot')),
    last_message_at: nullable(instant('last message of anybody')),
    ...clocks('first_response_human', 'first message of the customer, or hand-off by a bot, to the first public reply of a person'),
    ...clocks('first_response_bot', 'first message of the customer to the first public reply of a bot'),
    ...clocks('first_response_any', 'first message of the customer to the first public reply of a person or a bot'),
    ...clocks('first_response_from_creation', 'creation to the first public reply of a person'),
    ...clocks('first_response_from_last_message', 'last message of the customer before it to the first public reply of a person'),
    first_solved_at: nullable(instant('first solve')),
    last_solved_at: nullable(instant('last solve, of a ticket that is solved now')),
    closed_at: nullable(instant('closing')),
    ...clocks('first_resolution', 'creation to the first solve'),
    ...clocks('full_resolution', 'creation to the last solve'),
    ...clocks('requester_wait', 'time in new, open and hold'),
    ...clocks('agent_wait', 'time in pending'),
    ...clocks('on_hold', 'time in hold'),
    ...clocks('unassigned', 'time without an assignee'),

    customer_messages: integer('messages of the customer, courtesy left out'),
    courtesy_messages: integer('messages that only say thanks'),
    agent_replies: integer('public messages of people on our side'),
    bot_replies: integer('public messages of bots'),
    internal_notes: integer('messages that the customer cannot see'),
    touches: integer('public replies of people up to the last solve'),
    first_assigned_at: nullable(instant('first assignment to a person')),
    last_assigned_at: nullable(instant('last assignment to a person')),
    escalations: integer('how often a person raised it to urgent, passed it to a team of a higher tier or put the tag `escalated` on it'),
    first_escalated_at: nullable(instant('first escalation; null when it came escalated')),
    agent_stations: integer('distinct assignees'),
    team_stations: integer('distinct teams'),
    handoffs: integer('changes from one assignee to another'),
    solves: integer('how often it was solved'),
    reopens: integer('how often it was reopened, thanks left out'),
    reopens_raw: integer('how often it was reopened, thanks included'),

    cycles: list(
      {
        started_at: instant('creation or reopening'),
        solved_at: nullable(instant('solve that ends the cycle')),
        solved_by: text('assignee at that solve'),
        response_calendar_ms: nullable(durationMs('start to first reply of a person')),
        response_business_ms: nullable(durationMs('start to first reply of a person')),
        resolution_calendar_ms: nullable(durationMs('start to solve')),
        resolution_business_ms: nullable(durationMs('start to solve')),
      },
      'from creation or reopening to the solve',
    ),
    replies: list(
      {
        asked_at: instant('first unanswered message of the customer'),
        answered_at: nullable(instant('next public reply of a person')),
        answered_by: text('who replied'),
        calendar_ms: nullable(durationMs('waiting time')),
        business_ms: nullable(durationMs('waiting time')),
      },
      'questions and their replies, the first response included',
    ),
    slas: list(
      {
        metric: label('first_response, next_response, resolution, requester_wait, agent_work'),
        policy_id: text('policy; empty when only reported'),
        priority: label('priority when the target was applied'),
        team_id: label('team when the instance ended or, active, now'),
        agent_id: text('assignee when the instance ended or, active, now'),
        target_ms: nullable(durationMs('target; null when only reported')),
        elapsed_ms: nullable(durationMs('time counted; null when only reported or active')),
        outcome: label('met, breached, active, cancelled'),
        activated_at: instant('when the clock started'),
        due_at: nullable(instant('when the target ends, pauses so far included')),
        ended_at: nullable(instant('fulfilled or cancelled; the breach instant is due_at')),
        provenance: label('computed or reported'),
      },
      'targets that were applied',
    ),
    status_spans: list(
      { status: label('status'), from: instant('since'), until: nullable(instant('until; null is still')) },
      'statuses in order',
    ),
    assignments: list(
      {
        agent_id: text('assignee; empty is unassigned'),
        team_id: label('team'),
        from: instant('since'),
        until: nullable(instant('until; null is still')),
        first_reply_calendar_ms: nullable(durationMs('assignment to the first public reply of that agent')),
      },
      'assignees and teams in order',
    ),
    outside_replies: list(
      { at: instant('when it was sent') },
      'the replies to questions that people sent while the schedule in force was closed',
    ),
    last_sla_at: computed(
      nullable(instant('latest instant in the targets that were applied')),
      "arrayReduce('max', arrayConcat(tupleElement(slas, 'due_at'), tupleElement(slas, 'ended_at'), tupleElement(slas, 'activated_at')))",
    ),
    unsolved_spans: list(
      { from: instant('since'), until: nullable(instant('until; null is still')) },
      'when it was not solved: the backlog',
    ),
  },
});
