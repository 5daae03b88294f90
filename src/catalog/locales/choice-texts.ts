import type { Texts } from '../../core/model/locale.ts';

function texts(en: string, hans: string, hant: string, ru: string): Texts {
  return { en, 'zh-Hans': hans, 'zh-Hant': hant, ru };
}

/** What the options and parameters of metrics are called. */
export const choiceTitles: Readonly<Record<string, Texts>> = {
  variant: texts('Variant', '口径', '口徑', 'Вариант'),
  clock: texts('Clock', '计时方式', '計時方式', 'Время'),
  actor: texts('Who answers', '响应方', '回應方', 'Кто отвечает'),
  target: texts('Target', '目标类型', '目標類型', 'Цель'),
  start: texts('Counted from', '起算点', '起算點', 'Отсчёт от'),
  replies: texts('Replies', '回复范围', '回覆範圍', 'Ответы'),
  within: texts('Within', '时限', '時限', 'В пределах'),
  agents: texts('Agents', '客服范围', '人員範圍', 'Операторы'),
  between: texts('Between', '转派范围', '轉派範圍', 'Между'),
  of: texts('Of', '对象', '對象', 'Что считать'),
  window: texts('Window', '观察期', '觀察期', 'Окно'),
};

/** What their values are called. Variants are named after whose definition they are. */
export const choiceValues: Readonly<Record<string, Texts>> = {
  business: texts('business hours', '工作时间', '營業時間', 'рабочее время'),
  calendar: texts('calendar time', '自然时间', '日曆時間', 'календарное время'),
  human: texts('a person', '客服人员', '真人客服', 'оператор'),
  bot: texts('a bot', '机器人', '機器人', 'бот'),
  any: texts('any', '不限', '不限', 'любой'),
  industry: texts('industry', '行业口径', '業界口徑', 'отраслевой'),
  article: texts('article', '文章口径', '文章口徑', 'из статьи'),
  first_message: texts('first message of the customer', '客户第一条消息', '客戶第一則訊息', 'первое сообщение клиента'),
  creation: texts('creation', '创建', '建立', 'создание'),
  last_message: texts('last message of the customer', '客户最后一条消息', '客戶最後一則訊息', 'последнее сообщение клиента'),
  every: texts('every reply', '每次回复', '每次回覆', 'все ответы'),
  later: texts('after the first response', '首次响应之后', '首次回應之後', 'следующие после первого'),
  in_service: texts('in service', '在职', '在職', 'работающие'),
  acting: texts('who replied', '有回复的', '有回覆的', 'отвечавшие'),
  agents: texts('agents', '客服', '客服人員', 'операторы'),
  teams: texts('teams', '客服组', '客服團隊', 'группы'),
  first_response: texts('first response', '首次响应', '首次回應', 'первый ответ'),
  next_response: texts('next response', '后续响应', '後續回應', 'следующий ответ'),
  resolution: texts('resolution', '解决', '解決', 'решение'),
  requester_wait: texts('customer wait', '客户等待', '客戶等待', 'ожидание клиента'),
  agent_work: texts('agent work', '客服处理', '客服處理', 'работа оператора'),
};
