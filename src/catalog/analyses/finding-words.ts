import type { Locale } from '../../core/model/locale.ts';

/** How a finding is worded in one language. */
export interface FindingWords {
  /** Tickets of a topic: "Shipping tickets". */
  readonly ticketsOf: (topic: string) => string;
  readonly tickets: string;
  /** A figure in a part of the facts: "CSAT in returns". */
  readonly inPart: (figure: string, part: string) => string;
  readonly up: (subject: string, amount: string) => string;
  readonly down: (subject: string, amount: string) => string;
  readonly longer: (subject: string, amount: string) => string;
  readonly shorter: (subject: string, amount: string) => string;
  /** A clause with how it was and how it is. */
  readonly fromTo: (clause: string, before: string, after: string) => string;
  readonly since: (clause: string, day: string) => string;
  readonly because: (clause: string, drivers: string, share: string) => string;
  readonly noneStandsOut: string;
  /** The same of a change that is in one part of the facts. */
  readonly nothingNarrower: string;
  readonly driver: (dimension: string, values: string) => string;
  readonly separator: string;
  /** Ends a sentence; a full stop that is there already ends it too. */
  readonly stop: (sentence: string) => string;
  /** What moved with it: "first response 3 h → 5 h". */
  readonly withIt: (list: string) => string;
  readonly but: (list: string) => string;
  readonly keywords: (list: string) => string;
  readonly quote: (word: string) => string;
  readonly events: (list: string) => string;
  readonly aboveLoad: (team: string, weeks: number) => string;
  readonly hastyBot: (share: string) => string;
  readonly beganBetween: (first: string, last: string) => string;
  readonly changedOn: (day: string) => string;
  readonly changedBetween: (day: string, first: string, last: string) => string;
}

/** The first letter as it begins a sentence. */
function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function fullStop(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}

function russianWeeks(count: number): string {
  const form = new Intl.PluralRules('ru-RU').select(count);
  if (form === 'one') return 'неделю';
  return form === 'few' ? 'недели' : 'недель';
}

/** The words of findings by language. */
export const findingWords: Readonly<Record<Locale, FindingWords>> = {
  en: {
    ticketsOf: (topic) => `${capital(topic)} tickets`,
    tickets: 'Tickets',
    inPart: (figure, part) => `${figure}, ${part}:`,
    up: (subject, amount) => `${subject} up ${amount}`,
    down: (subject, amount) => `${subject} down ${amount}`,
    longer: (subject, amount) => `${subject} ${amount} longer`,
    shorter: (subject, amount) => `${subject} ${amount} shorter`,
    fromTo: (clause, before, after) => `${clause} (${before} → ${after})`,
    since: (clause, day) => `${clause} since ${day}`,
    because: (clause, drivers, share) => `${clause}: ${drivers} (${share})`,
    noneStandsOut: 'No single cause stands out.',
    nothingNarrower: 'No narrower cause stands out within it.',
    driver: (dimension, values) => `${dimension.toLocaleLowerCase('en')} ${values}`,
    separator: ', ',
    stop: fullStop,
    withIt: (list) => `With it: ${list}.`,
    but: (list) => `But: ${list}.`,
    keywords: (list) => `Texts speak of ${list}.`,
    quote: (word) => `“${word}”`,
    events: (list) => `At the same time: ${list}.`,
    aboveLoad: (team, weeks) => `${team} has been above its bearable load for ${weeks} ${weeks === 1 ? 'week' : 'weeks'}.`,
    hastyBot: (share) => `The bot closed more and solved less: ${share} came back.`,
    beganBetween: (first, last) => `It began between ${first} and ${last} (95%).`,
    changedOn: (day) => `The level changed on ${day}.`,
    changedBetween: (day, first, last) => `The level changed about ${day} (between ${first} and ${last}, 95%).`,
  },
  'zh-Hans': {
    ticketsOf: (topic) => `“${topic}”工单`,
    tickets: '工单量',
    inPart: (figure, part) => `${figure}（${part}）`,
    up: (subject, amount) => `${subject}上升 ${amount}`,
    down: (subject, amount) => `${subject}下降 ${amount}`,
    longer: (subject, amount) => `${subject}延长 ${amount}`,
    shorter: (subject, amount) => `${subject}缩短 ${amount}`,
    fromTo: (clause, before, after) => `${clause}（${before} → ${after}）`,
    since: (clause, day) => `自${day}起，${clause}`,
    because: (clause, drivers, share) => `${clause}：主要来自${drivers}（占 ${share}）`,
    noneStandsOut: '没有突出的单一原因。',
    nothingNarrower: '其中没有更具体的突出原因。',
    driver: (dimension, values) => `${dimension} ${values}`,
    separator: '、',
    stop: (sentence) => `${sentence}。`,
    withIt: (list) => `同时变化：${list}。`,
    but: (list) => `但是：${list}。`,
    keywords: (list) => `文字中多次提到${list}。`,
    quote: (word) => `“${word}”`,
    events: (list) => `同一时期的事件：${list}。`,
    aboveLoad: (team, weeks) => `${team}已连续 ${weeks} 周超出可承受的工作量。`,
    hastyBot: (share) => `机器人结束的对话更多，真正解决的更少：${share}的客户回头再找人工。`,
    beganBetween: (first, last) => `开始时间在${first}至${last}之间（95% 置信）。`,
    changedOn: (day) => `水平在${day}发生变化。`,
    changedBetween: (day, first, last) => `水平约在${day}发生变化（${first}至${last}之间，95% 置信）。`,
  },
  'zh-Hant': {
    ticketsOf: (topic) => `「${topic}」工單`,
    tickets: '工單量',
    inPart: (figure, part) => `${figure}（${part}）`,
    up: (subject, amount) => `${subject}上升 ${amount}`,
    down: (subject, amount) => `${subject}下降 ${amount}`,
    longer: (subject, amount) => `${subject}延長 ${amount}`,
    shorter: (subject, amount) => `${subject}縮短 ${amount}`,
    fromTo: (clause, before, after) => `${clause}（${before} → ${after}）`,
    since: (clause, day) => `自${day}起，${clause}`,
    because: (clause, drivers, share) => `${clause}：主要來自${drivers}（佔 ${share}）`,
    noneStandsOut: '沒有突出的單一原因。',
    nothingNarrower: '其中沒有更具體的突出原因。',
    driver: (dimension, values) => `${dimension} ${values}`,
    separator: '、',
    stop: (sentence) => `${sentence}。`,
    withIt: (list) => `同時變化：${list}。`,
    but: (list) => `但是：${list}。`,
    keywords: (list) => `文字中多次提到${list}。`,
    quote: (word) => `「${word}」`,
    events: (list) => `同一時期的事件：${list}。`,
    aboveLoad: (team, weeks) => `${team}已連續 ${weeks} 週超出可承受的工作量。`,
    hastyBot: (share) => `機器人結束的對話更多，真正解決的更少：${share}的客戶回頭再找真人客服。`,
    beganBetween: (first, last) => `開始時間在${first}至${last}之間（95% 信賴）。`,
    changedOn: (day) => `水準在${day}發生變化。`,
    changedBetween: (day, first, last) => `水準約在${day}發生變化（${first}至${last}之間，95% 信賴）。`,
  },
  ru: {
    ticketsOf: (topic) => `Обращения «${topic}»`,
    tickets: 'Обращения',
    inPart: (figure, part) => `${figure}, ${part}`,
    up: (subject, amount) => `${subject}: рост на ${amount}`,
    down: (subject, amount) => `${subject}: снижение на ${amount}`,
    longer: (subject, amount) => `${subject}: дольше на ${amount}`,
    shorter: (subject, amount) => `${subject}: короче на ${amount}`,
    fromTo: (clause, before, after) => `${clause} (${before} → ${after})`,
    since: (clause, day) => `${clause} с ${day}`,
    because: (clause, drivers, share) => `${clause} — ${drivers} (${share})`,
    noneStandsOut: 'Ни одна причина не выделяется.',
    nothingNarrower: 'Более узкой причины в этой части не видно.',
    driver: (dimension, values) => `${dimension.toLocaleLowerCase('ru')} ${values}`,
    separator: ', ',
    stop: fullStop,
    withIt: (list) => `Вместе с этим: ${list}.`,
    but: (list) => `Но: ${list}.`,
    keywords: (list) => `В текстах говорится: ${list}.`,
    quote: (word) => `«${word}»`,
    events: (list) => `В то же время: ${list}.`,
    aboveLoad: (team, weeks) => `${team}: нагрузка выше посильной уже ${weeks} ${russianWeeks(weeks)}.`,
    hastyBot: (share) => `Бот закрывал больше, а решал меньше: ${share} клиентов вернулись к оператору.`,
    beganBetween: (first, last) => `Началось между ${first} и ${last} (95 %).`,
    changedOn: (day) => `Уровень изменился ${day}.`,
    changedBetween: (day, first, last) => `Уровень изменился около ${day} (между ${first} и ${last}, 95 %).`,
  },
};
