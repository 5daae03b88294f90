import type { Texts } from '../../core/model/locale.ts';

/** What can be done about a finding, in one sentence. */
export interface Advice {
  readonly key: string;
  readonly text: Texts;
  /** Metrics whose change it fits, by the beginning of their names. */
  readonly metrics: readonly string[];
  /** The direction of the change; 0 is either. */
  readonly direction: 1 | -1 | 0;
  /** A dimension that a driver must be of; none is any. */
  readonly dimensions: readonly string[];
}

/** Sentences that say what to do, the most useful first. */
const advices: readonly Advice[] = [
  {
    key: 'tell-the-waiting',
    metrics: ['created'],
    direction: 1,
    dimensions: ['carrier', 'region', 'product'],
    text: {
      en: 'Tell the customers who wait before they ask.',
      'zh-Hans': '在客户来问之前，先主动告知正在等待的客户。',
      'zh-Hant': '在客戶來問之前，先主動告知正在等候的客戶。',
      ru: 'Предупредите клиентов, которые ждут, прежде чем они спросят.',
    },
  },
  {
    key: 'answer-with-one-text',
    metrics: ['created'],
    direction: 1,
    dimensions: [],
    text: {
      en: 'Answer these tickets with one prepared text.',
      'zh-Hans': '用同一段预先写好的回复来答复这些工单。',
      'zh-Hant': '用同一段預先寫好的回覆來答覆這些工單。',
      ru: 'Отвечайте на эти обращения одним готовым текстом.',
    },
  },
  {
    key: 'look-at-the-list',
    metrics: ['created', 'csat', 'nps', 'ces', 'reopen', 'fcr', 'sla', 'bot'],
    direction: 0,
    dimensions: [],
    text: {
      en: 'Look through the list and pick out the urgent ones.',
      'zh-Hans': '浏览工单列表，挑出紧急的先处理。',
      'zh-Hant': '瀏覽工單清單，挑出緊急的先處理。',
      ru: 'Просмотрите список и выделите срочные.',
    },
  },
  {
    key: 'ask-in-chat',
    metrics: ['delivery_rate', 'surveys_delivered', 'response_rate', 'survey_answers'],
    direction: -1,
    dimensions: [],
    text: {
      en: 'Ask in chat as well until mail arrives again.',
      'zh-Hans': '在邮件恢复送达之前，同时在聊天中邀请评价。',
      'zh-Hant': '在郵件恢復送達之前，同時在聊天中邀請評分。',
      ru: 'Пока почта не доходит, спрашивайте и в чате.',
    },
  },
  {
    key: 'mend-the-mail',
    metrics: ['delivery_rate', 'surveys_delivered'],
    direction: -1,
    dimensions: ['provider'],
    text: {
      en: 'Find out with the mail provider why messages bounce.',
      'zh-Hans': '与邮件服务商查明退信原因。',
      'zh-Hant': '與郵件服務商查明退信原因。',
      ru: 'Выясните у почтового сервиса, почему письма не доходят.',
    },
  },
  {
    key: 'check-staffing',
    metrics: ['first_response', 'full_resolution', 'sla', 'backlog', 'open_per_agent', 'replies_outside'],
    direction: 0,
    dimensions: [],
    text: {
      en: 'Check who is there: the team has more work than hands.',
      'zh-Hans': '检查排班：该组的工作量超过了人手。',
      'zh-Hant': '檢查排班：該團隊的工作量超過了人手。',
      ru: 'Проверьте смены: работы больше, чем рук.',
    },
  },
  {
    key: 'read-the-comments',
    metrics: ['csat', 'nps', 'ces'],
    direction: -1,
    dimensions: [],
    text: {
      en: 'Read the comments and answer the most unhappy customers.',
      'zh-Hans': '阅读评论，并回复最不满意的客户。',
      'zh-Hant': '閱讀評論，並回覆最不滿意的客戶。',
      ru: 'Прочитайте комментарии и ответьте самым недовольным.',
    },
  },
  {
    key: 'close-when-solved',
    metrics: ['reopen', 'fcr'],
    direction: 0,
    dimensions: [],
    text: {
      en: 'Ask whether the matter is settled before a ticket is closed.',
      'zh-Hans': '关闭工单前，先确认问题确实已经解决。',
      'zh-Hant': '關閉工單前，先確認問題確實已經解決。',
      ru: 'Прежде чем закрывать обращение, убедитесь, что вопрос решён.',
    },
  },
  {
    key: 'check-the-bot',
    metrics: ['bot'],
    direction: 0,
    dimensions: [],
    text: {
      en: 'Compare what the bot answers with its release before this one.',
      'zh-Hans': '将机器人的回答与上一个版本进行对比。',
      'zh-Hant': '將機器人的回答與上一個版本進行比較。',
      ru: 'Сравните ответы бота с его предыдущей версией.',
    },
  },
  {
    key: 'weigh-it',
    metrics: [],
    direction: 0,
    dimensions: [],
    text: {
      en: 'It looks better and is not: see what got worse with it before you keep it.',
      'zh-Hans': '看似改善，实则不然：先看清随之变差的指标，再决定是否保留。',
      'zh-Hant': '看似改善，實則不然：先看清隨之變差的指標，再決定是否保留。',
      ru: 'Лучше лишь на вид: прежде чем это сохранять, посмотрите, что при этом ухудшилось.',
    },
  },
  {
    key: 'keep-it',
    metrics: [],
    direction: 0,
    dimensions: [],
    text: {
      en: 'Keep what was changed, and try it on other tickets.',
      'zh-Hans': '保留这项改变，并尝试用于其他工单。',
      'zh-Hant': '保留這項改變，並嘗試用於其他工單。',
      ru: 'Сохраните это изменение и попробуйте его на других обращениях.',
    },
  },
];

/** What to do in words, by key. */
export const adviceTexts: Readonly<Record<string, Texts>> = Object.fromEntries(advices.map(({ key, text }) => [key, text]));

const most = 3;

/** Keys of what fits a finding: at most three. What is better is to be kept, what only looks better to be weighed. */
export function adviceFor(
  metric: string,
  direction: number,
  dimensions: readonly string[],
  { good, isImproved }: { readonly good: boolean | null; readonly isImproved: boolean },
): readonly string[] {
  if (isImproved && good !== null) return [good ? 'keep-it' : 'weigh-it'];
  return advices
    .filter((advice) => advice.metrics.some((name) => metric.startsWith(name)))
    .filter((advice) => advice.direction === 0 || advice.direction === direction)
    .filter((advice) => advice.dimensions.length === 0 || advice.dimensions.some((name) => dimensions.includes(name)))
    .map(({ key }) => key)
    .slice(0, most);
}
