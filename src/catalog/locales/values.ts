import { type Texts, texts } from '../../core/model/locale.ts';

/** What the values of our closed lists are called, by list and value. Hours, weekdays and languages are named by Intl. */
export const valueTexts: Readonly<Record<string, Readonly<Record<string, Texts>>>> = {
  status: {
    new: texts('New', '新建', '新工單', 'Новое'),
    open: texts('Open', '处理中', '處理中', 'В работе'),
    pending: texts('Pending', '等待客户回复', '等待客戶回覆', 'Ждём ответа клиента'),
    hold: texts('On hold', '暂挂', '擱置', 'Отложено'),
    solved: texts('Solved', '已解决', '已解決', 'Решено'),
    closed: texts('Closed', '已关闭', '已關閉', 'Закрыто'),
  },
  priority: {
    low: texts('Low', '低', '低', 'Низкий'),
    normal: texts('Normal', '普通', '一般', 'Обычный'),
    high: texts('High', '高', '高', 'Высокий'),
    urgent: texts('Urgent', '紧急', '緊急', 'Срочный'),
  },
  channel: {
    email: texts('E-mail', '电子邮件', '電子郵件', 'Эл. почта'),
    chat: texts('Chat', '在线聊天', '線上聊天', 'Чат'),
    form: texts('Web form', '网页表单', '網頁表單', 'Форма на сайте'),
    phone: texts('Phone', '电话', '電話', 'Телефон'),
    social: texts('Social media', '社交媒体', '社群媒體', 'Соцсети'),
    messaging: texts('Messaging', '即时消息', '即時通訊', 'Мессенджеры'),
    api: texts('API', 'API', 'API', 'API'),
    other: texts('Other', '其他', '其他', 'Другое'),
  },
  slaMetric: {
    first_response: texts('First response', '首次响应', '首次回應', 'Первый ответ'),
    next_response: texts('Next response', '后续响应', '後續回應', 'Следующий ответ'),
    resolution: texts('Resolution', '解决', '解決', 'Решение'),
    requester_wait: texts('Customer wait', '客户等待', '客戶等待', 'Ожидание клиента'),
    agent_work: texts('Agent work', '客服处理', '客服處理', 'Работа оператора'),
  },
  slaOutcome: {
    met: texts('Met', '已达成', '已達成', 'Соблюдён'),
    breached: texts('Breached', '已超时', '已逾時', 'Нарушен'),
    active: texts('Active', '计时中', '計時中', 'Идёт'),
    cancelled: texts('Cancelled', '已取消', '已取消', 'Отменён'),
  },
  handledBy: {
    bot: texts('Bot alone', '仅机器人', '僅機器人', 'Только бот'),
    person: texts('A person alone', '仅人工', '僅真人', 'Только человек'),
    both: texts('Bot and person', '机器人和人工', '機器人與真人', 'Бот и человек'),
    nobody: texts('Nobody yet', '尚无人回复', '尚無人回覆', 'Пока никто'),
  },
  direction: {
    up: texts('Higher is better', '分高为好', '分高為佳', 'Выше — лучше'),
    down: texts('Lower is better', '分低为好', '分低為佳', 'Ниже — лучше'),
  },
  yesNo: {
    yes: texts('Yes', '是', '是', 'Да'),
    no: texts('No', '否', '否', 'Нет'),
  },
  age: {
    '0-1': texts('Under 1 day', '不到 1 天', '未滿 1 天', 'Меньше 1 дня'),
    '1-3': texts('1 to 3 days', '1–3 天', '1–3 天', '1–3 дня'),
    '3-7': texts('3 to 7 days', '3–7 天', '3–7 天', '3–7 дней'),
    '7-14': texts('7 to 14 days', '7–14 天', '7–14 天', '7–14 дней'),
    '14-30': texts('14 to 30 days', '14–30 天', '14–30 天', '14–30 дней'),
    '30+': texts('Over 30 days', '超过 30 天', '超過 30 天', 'Больше 30 дней'),
  },
  actor: {
    customer: texts('Customer', '客户', '客戶', 'Клиент'),
    human: texts('Agent', '客服', '客服人員', 'Оператор'),
    bot: texts('Bot', '机器人', '機器人', 'Бот'),
    system: texts('System', '系统', '系統', 'Система'),
  },
  form: {
    text: texts('text', '文本', '文字', 'текстом'),
    unix_s: texts('seconds since 1970', '自 1970 年起的秒数', '自 1970 年起的秒數', 'секунды с 1970 года'),
    unix_ms: texts('milliseconds since 1970', '自 1970 年起的毫秒数', '自 1970 年起的毫秒數', 'миллисекунды с 1970 года'),
    unix_us: texts('microseconds since 1970', '自 1970 年起的微秒数', '自 1970 年起的微秒數', 'микросекунды с 1970 года'),
    excel: texts('Excel number of the day', 'Excel 日期序号', 'Excel 日期序號', 'номер дня Excel'),
    ms: texts('milliseconds', '毫秒', '毫秒', 'миллисекунды'),
    s: texts('seconds', '秒', '秒', 'секунды'),
    min: texts('minutes', '分钟', '分鐘', 'минуты'),
    h: texts('hours', '小时', '小時', 'часы'),
    d: texts('days', '天', '天', 'дни'),
    clock: texts('h:mm:ss', '时：分：秒', '時：分：秒', 'ч:мм:сс'),
    words: texts('with units: 1 h 20 min', '带单位：1小时20分', '帶單位：1 小時 20 分', 'с единицами: 1 ч 20 мин'),
  },
};
