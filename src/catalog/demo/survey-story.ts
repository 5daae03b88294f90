import type { surveyInvitations, surveyResponses } from '../../core/entities/surveys.ts';
import type { Row } from '../../core/model/entity.ts';
import { epochDayAt, instantOfLocal, localMsAt } from '../../core/time/zone.ts';
import type { Outcome } from './after-solve.ts';
import type { Mood } from './mood.ts';
import { commentsOn } from './phrases/comments/index.ts';
import { phrasebooks } from './phrases/index.ts';
import { fill } from './phrases/phrasebook.ts';
import { type QuantileTable, quantileAt } from './quantile-table.ts';
import type { Random } from './random.ts';
import { moodOf } from './satisfaction.ts';
import { botId } from './setup/agents.ts';
import { sourceOf } from './setup/source-columns.ts';
import { dayMs, hourMs, minuteMs } from './span-of-data.ts';
import { type Story, slotsOf } from './story.ts';
import { type Answer, effortAnswer, loyaltyAnswer, satisfactionAnswer } from './survey-answer.ts';
import { truths } from './truths/index.ts';
import { draw, weighted } from './weighted.ts';

export type Invitation = Row<typeof surveyInvitations>;
export type Response = Row<typeof surveyResponses>;

/** Where the rows of surveys go. */
export interface SurveySink {
  readonly invitations: Invitation[];
  readonly responses: Response[];
  readonly until: number;
  readonly importId: string;
}

type SurveyKind = 'csat' | 'ces' | 'nps';

/** Which survey is sent about a ticket that is no second contact: a person is asked at most once in 30 days. */
const surveys = weighted<SurveyKind>([
  ['csat', 90.5],
  ['ces', 5],
  ['nps', 4.5],
]);
const surveyNames: Readonly<Record<SurveyKind, string>> = { csat: 'after service', ces: 'effort', nps: 'relationship' };
const delayMs: Readonly<Record<SurveyKind, number>> = { csat: hourMs, ces: 5 * minuteMs, nps: 14 * dayMs };

const deliveredShare = 0.98;
const openedShare = 0.56;
/** Together 24.5 %, and of the answers 19 % are about returns. */
const answeredOfReturns = 0.277;
const answeredOfOthers = 0.2384;
const givenUpShare = 0.03;
const commentShare = 0.32;

const answerHours: QuantileTable = [
  [0, 0.03],
  [0.5, 4],
  [0.9, 50],
  [1, 330],
];

/** Asks the customer of a solved ticket one of the surveys, and perhaps gets an answer. */
export function surveyStory(story: Story, outcome: Outcome, sink: SurveySink): void {
  const { random, isReturn, draft } = story;
  const solvedAt = outcome.firstSolve.at;
  if (isReturn || !(solvedAt < sink.until)) return;
  const kind = draw(surveys, random);
  const asked = invite(story, outcome, kind, atDaytime(draft.desk.zone, solvedAt + delayMs[kind]), sink);
  const day = localDay(draft.desk.zone, asked.row.sent_at);
  const mood = moodOf({ draft, handler: outcome.firstSolve.handler, day });
  respond(story, asked, { mood, answer: answerOf(kind, random, mood, asked.row.sent_at) }, sink);
}

function answerOf(kind: SurveyKind, random: Random, { satisfied }: Mood, askedAt: number): Answer {
  if (kind === 'csat') return satisfactionAnswer(random, satisfied, askedAt);
  return kind === 'ces' ? effortAnswer(random) : loyaltyAnswer(random);
}

function localDay(zone: string, at: number): number {
  return epochDayAt(zone, at);
}

/** Between 9 and 20 local; later than that is the next morning. */
function atDaytime(zone: string, at: number): number {
  const localMs = localMsAt(zone, at);
  const midnight = Math.floor(localMs / dayMs) * dayMs;
  if (localMs < midnight + 9 * hourMs) return instantOfLocal(zone, midnight + 9 * hourMs + (localMs % hourMs));
  if (localMs >= midnight + 20 * hourMs) return instantOfLocal(zone, midnight + dayMs + 9 * hourMs + (localMs % hourMs));
  return at;
}

interface Sent {
  readonly row: Invitation;
  readonly answeredAt: number | null;
}

interface Given {
  readonly mood: Mood;
  readonly answer: Answer;
}

/** How far an invitation got; null is not, or not yet. */
interface Reach {
  readonly deliveredAt: number | null;
  readonly openedAt: number | null;
  readonly startedAt: number | null;
  readonly answeredAt: number | null;
  readonly isBounced: boolean;
}

function reachOf({ draft, random }: Story, sentAt: number, until: number): Reach {
  const day = localDay(draft.desk.zone, sentAt);
  const isBounced = !random.chance(deliveredShare) || truths.some((truth) => truth.bounces?.(draft.customer.provider, day));
  const answering = draft.category === 'returns' ? answeredOfReturns : answeredOfOthers;
  const deliveredAt = sentAt + 1000 * random.between(2, 90);
  const level = random.next();
  const firstLookAt = sentAt + quantileAt(answerHours, random.next()) * hourMs;
  const reached = (isReached: boolean, at: number) => (isReached && !isBounced && at < until ? Math.round(at) : null);
  return {
    isBounced,
    deliveredAt: reached(true, deliveredAt),
    openedAt: reached(level < openedShare, firstLookAt),
    startedAt: reached(level < answering + givenUpShare, firstLookAt + 20_000),
    answeredAt: reached(level < answering, firstLookAt + 75_000),
  };
}

function invite(story: Story, { firstSolve }: Outcome, kind: SurveyKind, at: number, sink: SurveySink): Sent {
  const { log, draft } = story;
  const sentAt = Math.round(at);
  const reach = reachOf(story, sentAt, sink.until);
  const row: Invitation = {
    id: `${log.ticketId}-${kind}`,
    source: sourceOf(draft.channel),
    version: sentAt,
    import_id: sink.importId,
    survey: surveyNames[kind],
    kind,
    ticket_id: log.ticketId,
    requester_external_id: draft.customer.externalId,
    requester_email: draft.customer.email,
    requester_phone: '',
    customer_key: 0n,
    channel: 'email',
    sent_at: sentAt,
    delivered_at: reach.deliveredAt,
    opened_at: reach.openedAt,
    started_at: reach.startedAt,
    answered_at: reach.answeredAt,
    bounced: reach.isBounced,
    provider: draft.customer.provider,
    team_id: firstSolve.handler ? draft.team : '',
    agent_id: firstSolve.handler?.id ?? botId,
    category: draft.category,
    language: draft.desk.language,
    region: draft.place.region,
  };
  if (sentAt < sink.until) sink.invitations.push(row);
  return { row, answeredAt: reach.answeredAt };
}

function respond(story: Story, { row, answeredAt }: Sent, { mood, answer }: Given, sink: SurveySink): void {
  const { draft, random } = story;
  if (answeredAt === null) return;
  const writesComment = answer.kind !== 'ces' && random.chance(commentShare);
  sink.responses.push({
    id: `${row.id}-answer`,
    source: sourceOf(draft.channel),
    version: answeredAt,
    import_id: sink.importId,
    ticket_id: row.ticket_id,
    requester_external_id: row.requester_external_id,
    requester_email: row.requester_email,
    requester_phone: '',
    customer_key: 0n,
    survey: row.survey,
    question: answer.kind,
    kind: answer.kind,
    invitation_id: row.id,
    invited_at: row.sent_at,
    answered_at: answeredAt,
    channel: row.channel,
    dismissed: false,
    score: answer.score,
    scale_min: answer.min,
    scale_max: answer.max,
    scale_step: 1,
    direction: 'up',
    scale_labels: answer.labels,
    comment: writesComment ? comment(story, answer.isGood, mood) : '',
    team_id: row.team_id,
    agent_id: row.agent_id,
    category: draft.category,
    priority: draft.priority,
    ticket_channel: draft.channel,
    language: row.language,
    region: row.region,
    country: draft.place.country,
    product: draft.product,
  });
}

function comment({ draft, random }: Story, isGood: boolean, { criticism, criticismShare }: Mood): string {
  const book = phrasebooks[draft.desk.language];
  const usual = commentsOn(draft.desk.language, draft.category, isGood);
  const texts = !isGood && random.chance(criticismShare) ? criticism : usual;
  return fill(random.pick(texts), slotsOf(draft, null), book);
}
