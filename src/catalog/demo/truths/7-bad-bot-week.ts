import type { Language } from '../desk.ts';
import { isConversation } from '../desk.ts';
import type { Opening } from '../phrases/phrasebook.ts';
import type { QuantileTable } from '../quantile-table.ts';
import { season } from './6-season.ts';
import { contains, daySpan } from './day-span.ts';
import type { Truth } from './truth.ts';

const released = daySpan('2026-01-19', '2026-01-25');
const down = daySpan('2026-02-14', '2026-02-15');
const fall = 0.22;
const criticismShare = 0.7;
/** Whom nobody answers in the chat writes a second time. */
const writtenTwice = 0.115;

const hastyBotSeconds: QuantileTable = [
  [0, 3],
  [0.5, 8],
  [0.95, 14],
  [1, 25],
];

const criticism: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'The bot closed my chat before I had read the answer.',
    'Lumi said "solved" and nothing was solved.',
    'Three times the same link from the bot, then the chat was closed.',
    'I asked for a person and the bot ended the conversation.',
    'The bot answers in seconds and understands nothing.',
  ],
  zh: [
    '机器人没等我看完就结束了会话。',
    '小光说“已解决”,其实什么都没解决。',
    '要求转人工,机器人直接关闭了。',
    '机器人回复很快,但完全答非所问。',
  ],
  ru: [
    'Бот закрыл чат раньше, чем я дочитал ответ.',
    'Люми написала «решено», а ничего не решено.',
    'Просил оператора, а бот завершил разговор.',
    'Бот отвечает за секунды и ничего не понимает.',
  ],
};

const openings: Readonly<Record<Language, readonly Opening[]>> = {
  en: [
    {
      subject: 'Nobody answers in the chat',
      text: 'I have been waiting in your chat for half an hour and nothing happens, so I write a mail. Order {order}.',
    },
  ],
  zh: [{ subject: '在线客服没人回复', text: '在线客服等了半个小时没有任何回应,只好写邮件。订单 {order}。' }],
  ru: [{ subject: 'В чате никто не отвечает', text: 'Полчаса жду ответа в чате, никого нет, поэтому пишу письмо. Заказ {order}.' }],
};

/** A release of the bot closes more chats and solves fewer. */
export const badBotWeek: Truth = {
  id: 7,
  name: 'Bad release of the bot',
  from: '2026-01-19',
  until: '2026-01-25',
  planted: {
    botAloneBeforePercent: 34,
    botAlonePercent: 52,
    cameBackBeforePercent: 11,
    cameBackPercent: 41,
    csatOfBotBeforePercent: 71,
    csatOfBotPercent: 71 - 100 * fall,
    firstResponseAnyBeforeSeconds: 40,
    firstResponseAnySeconds: 8,
    repeatContactRisePoints: 6,
  },
  decoys: [{ name: 'The bot is down', from: '2026-02-14', until: '2026-02-15', planted: { ticketsOfPeopleRisePercent: 22 } }],
  surge: (desk, day) => (contains(down, day) ? writtenTwice * desk.share * (season.volumeFactor?.(desk, day) ?? 1) : 0),
  shape: (draft) => ({ ...draft, channel: 'email', openings: openings[draft.desk.language] }),
  conduct: (draft, conduct) => {
    if (!isConversation(draft.channel)) return conduct;
    if (contains(down, draft.day)) return { ...conduct, isBotThere: false };
    if (!contains(released, draft.day)) return conduct;
    return { ...conduct, botAlone: conduct.botAlone * (52 / 34), comesBackFromBot: 0.41, botResponseSeconds: hastyBotSeconds };
  },
  mood: ({ draft, handler }, mood) =>
    handler === null && contains(released, draft.day)
      ? { satisfied: mood.satisfied - fall, criticism: criticism[draft.desk.language], criticismShare }
      : mood,
  touches: (draft) => isConversation(draft.channel) && contains(released, draft.day),
};
