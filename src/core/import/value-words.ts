import type { ClosedSet } from './closed-sets.ts';

type Words = Readonly<Record<string, string>>;

/** What sources call our closed words, in small letters; words of one line are parted by commas. */
const words: Partial<Record<ClosedSet, Words>> = {
  status: {
    new: 'new, created, submitted, received, unassigned, 新建, 新, 待处理, 待處理, новый, новая, neu, nuevo, nueva, nouveau',
    open: `open, opened, active, in progress, in_progress, in-progress, assigned, reopened, re-opened, work in progress, wip, started, processing,
      under investigation, escalated, 处理中, 進行中, 进行中, 已打开, открыт, открыта, в работе, offen, in bearbeitung, abierto, en curso, ouvert, en cours`,
    pending: `pending, waiting, waiting for customer, waiting on customer, pending customer, pending customer response, awaiting user info,
      awaiting customer, awaiting reply, awaiting info, snoozed, waiting for user, 等待客户, 待回复, ожидание, ожидает, ожидает клиента, wartend, wartet auf kunde,
      pendiente, en attente`,
    hold: `hold, on hold, on-hold, onhold, awaiting problem, awaiting vendor, awaiting evidence, awaiting change, awaiting third party, waiting on third party,
      blocked, suspended, 挂起, 暂停, 掛起, приостановлен, отложен, zurückgestellt, en espera, suspendu`,
    solved: `solved, resolved, done, completed, complete, fixed, answered, 已解决, 已解決, решен, решён, решена, решено, выполнен, gelöst, erledigt, resuelto,
      résolu`,
    closed: 'closed, archived, cancelled, canceled, 已关闭, 已關閉, 关闭, закрыт, закрыта, закрыто, geschlossen, cerrado, fermé, clos',
  },
  priority: {
    low: 'low, lowest, minor, trivial, p4, p5, planning, 4 - low, 5 - planning, 低, низкий, niedrig, gering, baja, bajo, faible, basse',
    normal: `normal, medium, moderate, p3, major, standard, default, 3 - moderate, 中, 普通, 一般, средний, обычный, нормальный, mittel, media, normale, moyenne,
      moyen`,
    high: 'high, p2, important, 2 - high, 高, высокий, hoch, alta, alto, haute, élevée, elevée',
    urgent:
      'urgent, critical, highest, blocker, p1, p0, emergency, 1 - critical, 紧急, 緊急, 严重, срочный, критический, dringend, kritisch, urgente, crítica, critique',
  },
  channel: {
    email: 'email, e-mail, mail, e_mail, 邮件, 電郵, 电子邮件, почта, эл. почта, correo, correo electrónico, courriel',
    chat: 'chat, live chat, livechat, web chat, webchat, widget, native_messaging chat, 在线聊天, 在线客服, 聊天, чат',
    form: 'form, web, web form, webform, portal, self-service, self service, selfservice, web service, help center, helpcenter, ivr portal, 表单, 网页, форма, сайт, formular, formulario, formulaire',
    phone: 'phone, call, voice, telephone, phone call, inbound call, ivr, 电话, 電話, телефон, звонок, telefon, anruf, teléfono, téléphone',
    social:
      'social, social media, twitter, x, facebook, instagram, tiktok, tweet, reddit, youtube, weibo, 微博, 社交媒体, соцсети, soziale medien, redes sociales, réseaux sociaux',
    messaging: 'messaging, whatsapp, sms, telegram, messenger, wechat, line, viber, imessage, text, 微信, 短信, мессенджер',
    api: 'api, integration, system, event',
    other: 'other, direct opening, walk-in, in person, fax, letter, 其他, другое, andere, sonstige, otro, autre',
  },
  actor_kind: {
    human:
      'human, agent, admin, staff, operator, support, outgoing, outbound, out, false, teammate, 客服, агент, оператор, сотрудник, agente, mitarbeiter',
    bot: 'bot, automation, chatbot, ai, robot, auto, 机器人, бот',
    customer:
      'customer, user, end-user, end_user, enduser, requester, contact, client, lead, incoming, inbound, in, true, visitor, 客户, 客戶, клиент, пользователь, kunde, cliente',
    system: 'system, activity, trigger, workflow, 系统, система',
  },
  sla_outcome: {
    met: 'met, hit, true, yes, 1, within, within sla, achieved, in compliance, compliant, fulfilled, ok, да, 是, ja, sí, oui',
    breached: 'breached, missed, false, no, 0, overdue, violated, failed, out of compliance, not met, нет, 否, nein, non',
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
    update: `update, updated, change, changed, status changed, status_changed, status change, assigned, assignment, assign, reassigned, priority changed, field changed,
      tagged, solved, resolved, closed, reopened`,
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
    other: 'other, text, categorical, number, boolean, date',
  },
  direction: { up: 'up, asc, positive, higher is better', down: 'down, desc, negative, lower is better' },
  agent_kind: { human: 'human, agent, admin, person, user, staff', bot: 'bot, automation, ai, app, system' },
};

function lookupOf(set: Words): ReadonlyMap<string, string> {
  const pairs = Object.entries(set).flatMap(([ours, theirs]) =>
    theirs.split(',').map((word) => [word.trim().replace(/\s+/g, ' '), ours] as const),
  );
  return new Map(pairs);
}

const lookups = new Map(Object.entries(words).map(([set, list]) => [set as ClosedSet, lookupOf(list)]));

/** Every word that is known for a closed set, in small letters, with ours. */
export function valueWords(set: ClosedSet): ReadonlyMap<string, string> {
  return lookups.get(set) ?? new Map();
}
