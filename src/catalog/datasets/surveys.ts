import { contacts } from '../../core/entities/contacts.ts';
import { surveyInvitations, surveyResponses } from '../../core/entities/surveys.ts';
import { tickets } from '../../core/entities/tickets.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import { sql } from '../../core/sql/sql.ts';
import { channelsOfMatters } from './matters.ts';

/** Answers to surveys. A dismissed question is no answer. */
export const answers: Dataset = {
  name: 'answers',
  text: { en: 'Survey answers', 'zh-Hans': '问卷回答', 'zh-Hant': '問卷回覆', ru: 'Ответы на опросы' },
  entity: surveyResponses,
  lookups: [
    {
      entity: tickets,
      key: 'id',
      by: 'ticket_id',
      columns: { ticket_handled_by: 'handled_by', ticket_tags: 'tags', ticket_is_complaint: 'is_complaint' },
    },
    { entity: contacts, derived: channelsOfMatters, key: 'id', by: 'ticket_id', columns: { ticket_matter_channels: 'matter_channels' } },
  ],
  population: sql`NOT dismissed AND score IS NOT NULL`,
  times: {
    answered: { kind: 'event', at: sql`answered_at` },
    invited: { kind: 'event', at: sql`invited_at` },
  },
  rowColumns: [
    'id',
    'survey',
    'question',
    'score',
    'scale_min',
    'scale_max',
    'direction',
    'comment',
    'ticket_id',
    'category',
    'team_id',
    'agent_id',
    'answered_at',
  ],
};

/** Surveys that were sent. */
export const invitations: Dataset = {
  name: 'invitations',
  text: { en: 'Surveys sent', 'zh-Hans': '已发送的问卷', 'zh-Hant': '已寄送的問卷', ru: 'Отправленные опросы' },
  entity: surveyInvitations,
  lookups: [{ entity: tickets, key: 'id', by: 'ticket_id', columns: { ticket_channel: 'channel' } }],
  population: sql`true`,
  times: { sent: { kind: 'event', at: sql`sent_at` } },
  rowColumns: ['id', 'survey', 'ticket_id', 'channel', 'sent_at', 'delivered_at', 'opened_at', 'answered_at', 'bounced', 'provider'],
};
