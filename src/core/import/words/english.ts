import type { SourceWords } from './source-words.ts';

export const english = {
  fields: {
    ticket_key:
      'ticket id, ticket, ticket number, ticket no, ticketid, number, case id, case number, case, case no, incident, incident id, incident number, issue key, issue id, request id, request number, conversation id, unique key, main tweet id, thread id, sr number, reference number, ticket ref, ticket reference, reference, interaction id, chat id, inquiry id, enquiry id, work order id',
    row_key:
      'id, key, uuid, event id, message id, comment id, tweet id, response id, answer id, rating id, record id, respondent id, submission id',
    created:
      'submit date, submit time, submitted on, submission date, submission time, completion time, created, created at, created date, created on, create time, createdat, creation date, creation time, date created, opened, opened at, open date, opened date, submitted at, submitted, date opened, date, time, timestamp, datetime, sent at, posted at, received at, at, event time, occurred at, date submitted, responded at, answered at, recorded date, end date, creation timestamp, opened on, start date, created time, created datetime, created date time, created timestamp, create date, create datetime, date reported, reported at, reported on, reported date, started at, start time, started, initiated at, logged at, log date, received, received date, received on, request date, arrival time, call date, contact date, date of contact, date received, open time, opened time',
    updated:
      'updated, updated at, updated date, last updated, last update, update time, date updated, modified, modified at, last modified, sys updated at, sys updated on, changed at, last activity, last change, updated on, modification date, last update time, last updated at, last modified date, last modified time, updated time, last updated date, last activity at',
    solved:
      'solved, solved at, solved date, resolved, resolved at, resolved date, resolution date, date resolved, date solved, resolve time, resolved on, resolution datetime, solved on, completion date, resolved time, solved time, resolved datetime, resolution timestamp, last resolved at, resolutiondate',
    closed:
      'closed, closed at, closed date, close date, date closed, close time, completed at, closed time, closed on, closed datetime, closing date, closure date, last closed at, ended at, end time',
    first_response_at:
      'first response at, first reply at, first responded at, first response date, first reply date, initial response at, first response, first reply, first responded on, first response timestamp, first agent reply at, initial response date',
    first_response:
      'first response, first reply, first response time, first reply time, frt, initial response time, reply time, response time, time to first response, time to first reply, first response duration, first agent response time, first agent reply time, time to first agent reply, time to first agent email reply, first response time hours',
    resolution:
      'full resolution time, full resolution, resolution, resolution time, time to resolution, time to resolve, ttr, handle time, resolve duration, resolution duration, time to close, first resolution time',
    status:
      'status, ticket status, state, incident state, ident state, case status, stage, current status, ticket state, current state, conversation state, current conversation state, conversation status, case state',
    priority: 'priority, ticket priority, prio, severity, urgency level',
    channel:
      'channel, ticket channel, via, contact type, source channel, medium, contact channel, origin, contact method, ticket source, contact source, communication channel, conversation channel, channel name, channel type, communication mode, inquiry channel',
    category:
      'category, ticket category, type, ticket type, issue type, contact reason, reason, complaint type, topic, problem type, request type, category name, case type, case reason, contact driver, call reason, inquiry type, enquiry type, issue category, query type, issuetype',
    subject: 'subject, title, summary, ticket subject, short description, descriptor, headline, ticket name, case subject, email subject',
    body: 'body, description, ticket description, question, message body, content, details, customer message',
    answer: 'answer, reply, response, resolution description, resolution notes, agent reply',
    assignee:
      'assignee, assignee id, assigned to, agent, agent id, agent name, owner, owner id, responder, responder id, handled by, assigned agent, support agent, representative, rep, assignee name, case owner, ticket owner, owner name, teammate assigned, assigned teammate, assigned agent name, agent assigned, handling agent, technician, assigned technician, assigned user, resolved by, processor, admin assignee id',
    team: 'team, team id, team name, group, group id, group name, assignment group, assigned group, department, agency, queue, queue name, support group, support team, team assigned, assigned team, workgroup, work group, team assignee id',
    requester:
      'requester, requester id, customer, customer id, caller, caller id, contact id, user id, client id, account id, end user id, reporter, client, customer number, customer no, requester name, end user',
    requester_name: 'full name, contact name, customer name, associated contact, reported by, contact',
    email:
      'email, e mail, email address, requester email, customer email, contact email, customer email address, user email, mail, email id, primary email, end user email, caller email, recipient email, respondent email, reporter email address, requester email address, reporter email',
    phone:
      'phone, phone number, requester phone, customer phone, mobile, telephone, work phone, contact phone, caller phone, phone no, mobile number',
    language: 'language, lang, locale, user language',
    region: 'region, area, territory, borough, market',
    country: 'country, country code, nation',
    product: 'product, product name, item, product purchased, sku',
    carrier: 'carrier, shipping carrier, courier',
    tags: 'tags, labels, label, tag, keywords, ticket tags, conversation tags',
    reopens: 'reopens, reopen count, reopened count, reopened, times reopened, number of reopens, reopened times, count reopens',
    replies: 'replies, reply count, agent replies, responses, public replies, agent interactions, number of replies, agent responses',
    handoffs: 'handoffs, reassignment count, reassignments, transfers, number of transfers, transfer count',
    first_response_sla:
      'response sla met, first response sla, first response sla met, first response sla status, response sla, frt sla met, first response status',
    resolution_sla: 'made sla, sla met, resolution sla met, resolution sla, resolution sla status, sla status, sla, resolution status',
    csat: 'csat, csat score, csat rating, satisfaction, satisfaction rating, satisfaction score, customer satisfaction, customer satisfaction rating, satisfaction level, customer rating, survey results, survey result, conversation rating, csat result, csat response, ticket satisfaction, satisfaction result, overall satisfaction, feedback rating, star rating, agent rating, rating',
    comment:
      'comment, comments, feedback, csat comment, satisfaction comment, remark, remarks, verbatim, conversation remark, rating comment, survey comment, any comments, other comments, additional comments, further comments, comments or suggestions, reason for your score, main reason for your score, what is main reason for your score, why',
    sequence: 'sequence, seq, sys mod count, mod count, update number, revision, version number, sort order',
    is_spam: 'spam, is spam',
    is_test: 'is test, test ticket',
    is_deleted: 'deleted, is deleted',
    merged_into: 'merged into, merged into id, merged ticket id, duplicate of',
    actor: 'actor, actor id, author, author id, sender, sender id, user, from, updated by, sys updated by, by, performed by, created by',
    actor_kind: 'actor kind, actor type, author type, sender type, direction, inbound, role, author role, is inbound, message type',
    text: 'text, message, body, content, comment, comment body, tweet, message text, plain body, message',
    reply_to:
      'reply to, reply to id, in reply to, in reply to id, in response to, in response to tweet id, parent id, parent message id, in reply to status id',
    public: 'public, is public',
    event_kind: 'event, event type, event name, kind, action, activity, type',
    survey: 'survey, survey id, survey name, form',
    question: 'question, question id, question text, field label',
    survey_kind: 'kind, survey type, metric, score type, question type, field type',
    score: 'score, rating, answer value, response value, nps, nps score, value, value number, points',
    name: 'name, full name, customer name, agent name, display name',
    role: 'role, title, job title, user role',
    agent_kind: 'kind, type, agent type',
    active: 'active, is active, enabled',
    left: 'left at, end date, left, terminated at',
  },
  values: {
    status: {
      new: 'new, created, submitted, received, unassigned',
      open: 'open, opened, active, in progress, in_progress, in-progress, assigned, reopened, re-opened, work in progress, wip, started, processing, under investigation, escalated, working, waiting on us, waiting for support, waiting for agent, investigating',
      pending:
        'pending, waiting, waiting for customer, waiting on customer, pending customer, pending customer response, awaiting user info, awaiting customer, awaiting reply, awaiting info, snoozed, waiting for user, waiting on contact, awaiting user, awaiting customer response, pending user, need more info',
      hold: 'hold, on hold, on-hold, onhold, awaiting problem, awaiting vendor, awaiting evidence, awaiting change, awaiting third party, waiting on third party, blocked, suspended, waiting for third party, waiting on vendor',
      solved: 'solved, resolved, done, completed, complete, fixed, answered',
      closed: 'closed, archived, cancelled, canceled, closed as duplicate, rejected, declined, spam',
    },
    priority: {
      low: 'low, lowest, minor, trivial, p4, p5, planning',
      normal: 'normal, medium, moderate, p3, major, standard, default',
      high: 'high, p2, important',
      urgent: 'urgent, critical, highest, blocker, p1, p0, emergency',
    },
    channel: {
      email: 'email, e-mail, mail, e_mail',
      chat: 'chat, live chat, livechat, web chat, webchat, widget, native_messaging chat',
      form: 'form, web, web form, webform, portal, self-service, self service, selfservice, web service, help center, helpcenter, ivr portal, website',
      phone: 'phone, call, voice, telephone, phone call, inbound call, ivr, hotline, voice phone call, phone call inbound',
      social: 'social, social media, twitter, x, facebook, instagram, tiktok, tweet, reddit, youtube, weibo',
      messaging:
        'messaging, whatsapp, sms, telegram, messenger, wechat, line, viber, imessage, text, facebook messenger, instagram direct, native messaging',
      api: 'api, integration, system, event',
      other: 'other, direct opening, walk-in, in person, fax, letter',
    },
    actor_kind: {
      human: 'human, agent, admin, staff, operator, support, outgoing, outbound, out, false, teammate',
      bot: 'bot, automation, chatbot, ai, robot, auto',
      customer: 'customer, user, end-user, end_user, enduser, requester, contact, client, lead, incoming, inbound, in, true, visitor',
      system: 'system, activity, trigger, workflow',
    },
    sla_outcome: {
      met: 'met, hit, true, yes, 1, within, within sla, achieved, in compliance, compliant, fulfilled, ok, sla met, met sla',
      breached:
        'breached, missed, false, no, 0, overdue, violated, failed, out of compliance, not met, sla violated, violated sla, sla breached, outside sla',
      active: 'active, pending, in progress, running',
      cancelled: 'cancelled, canceled, removed, not applicable',
    },
    sla_metric: {
      first_response: 'first_response, first response, first reply, first_reply_time, reply_time, response',
      next_response: 'next_response, next response, next reply, next_reply_time',
      resolution: 'resolution, resolution_time, time to resolution, total resolution, full resolution',
    },
    event_kind: {
      created: 'created, create, ticket created, new, opened, open ticket, issue_created',
      update:
        'update, updated, change, changed, status changed, status_changed, status change, assigned, assignment, assign, reassigned, priority changed, field changed, tagged, solved, resolved, closed, reopened',
      message: 'message, comment, reply, replied, note, email, commented, comment added, public reply, internal note',
      merge: 'merge, merged',
      delete: 'delete, deleted, removed',
      restore: 'restore, restored, undeleted',
      spam: 'spam, marked as spam, mark as spam',
      sla: 'sla, sla breached, sla met, sla_breach, sla_met',
    },
    survey_kind: {
      csat: 'csat, satisfaction, customer satisfaction, rating, smiley, star',
      nps: 'nps, net promoter score, recommendation, net_promoter_score',
      ces: 'ces, effort, customer effort score, customer_effort',
      fcr: 'fcr, first contact resolution, first call resolution, resolution, issue resolved',
      other: 'other, text, categorical, number, boolean, date',
    },
    direction: { up: 'up, asc, positive, higher is better', down: 'down, desc, negative, lower is better' },
    agent_kind: { human: 'human, agent, admin, person, user, staff', bot: 'bot, automation, ai, app, system' },
  },
  yes: 'true, 1, yes, y, t, 1.0, x, ✓',
  no: 'false, 0, no, n, f, 0.0',
  unknown:
    '?, offered, not offered, unoffered, not rated, unrated, no rating, null, n/a, nan, \\n, #n/a, unspecified, not available, unknown, -, –, —',
  units: {
    ms: 'ms, milliseconds, millis',
    s: 's, sec, secs, second, seconds',
    min: 'm, min, mins, minute, minutes',
    h: 'h, hr, hrs, hour, hours',
    d: 'd, day, days',
  },
  months: [
    'january, jan',
    'february, feb',
    'march, mar',
    'april, apr',
    'may',
    'june, jun',
    'july, jul',
    'august, aug',
    'september, sep, sept',
    'october, oct',
    'november, nov',
    'december, dec',
  ],
  satisfaction: {
    best: 'very satisfied, extremely satisfied, extremely happy, completely satisfied, excellent, very happy, delighted',
    good: 'satisfied, good, happy, somewhat satisfied, positive, good with comment, good_with_comment, thumbs up, like',
    middle: 'neutral, ok, okay, neither, neither satisfied nor dissatisfied, fair, average, mixed',
    poor: 'dissatisfied, unsatisfied, not satisfied, bad, unhappy, somewhat dissatisfied, negative, poor, bad with comment, bad_with_comment, thumbs down, dislike',
    worst: 'very dissatisfied, very unsatisfied, extremely dissatisfied, terrible, very unhappy, extremely unhappy, awful',
  },
} as const satisfies SourceWords<string>;

/** Things that a column can be called. */
export type FieldWord = keyof typeof english.fields;
