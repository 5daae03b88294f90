import type { Desk, Language } from './desk.ts';
import { type Place, placesOf } from './place.ts';
import { Random } from './random.ts';
import { referenceTickets } from './span-of-data.ts';
import { draw, type Weighted, weighted } from './weighted.ts';

/** A person who writes to us. Everything follows from seed, language and number, so no list of persons is kept. */
export interface Customer {
  /** Within the language; -1 is no customer. */
  readonly number: number;
  readonly externalId: string;
  readonly name: string;
  readonly firstName: string;
  readonly email: string;
  readonly provider: string;
  readonly place: Place;
}

const customersPerTicket = 520_000 / referenceTickets;

/** Mail providers by share of addresses; Brightmail has 38 % of all. */
const providers: Readonly<Record<Language, Weighted<string>>> = {
  en: weighted([
    ['Brightmail', 61.3],
    ['Postline', 19],
    ['Mailwell', 13],
    ['own domain', 6.7],
  ]),
  zh: weighted([
    ['Youhe', 72],
    ['Mailwell', 20],
    ['own domain', 8],
  ]),
  ru: weighted([
    ['Pochta One', 61],
    ['Mailwell', 24],
    ['Postline', 10],
    ['own domain', 5],
  ]),
};

const names: Readonly<Record<Language, { first: readonly string[]; last: readonly string[] }>> = {
  en: {
    first: 'Amelia Oliver Isla George Ava Noah Freya Arthur Grace Harry Sophie Leo Ellie Jack Priya Callum Aisha Rhys Niamh Tom'.split(' '),
    last: 'Smith Jones Taylor Brown Wilson Evans Thomas Walker Wright Hughes Green Hall Wood Clarke Patel Khan Campbell Murray Kelly Byrne'.split(
      ' ',
    ),
  },
  zh: {
    first: '伟 芳 娜 敏 静 磊 洋 艳 勇 杰 婷 浩 欣怡 子轩 雨桐 思远 佳琪 宇航 晓明 丽华'.split(' '),
    last: '王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 林 郭 何 高 罗'.split(' '),
  },
  ru: {
    first:
      'Александра Саша Айгуль Данияр Никита Женя Мария Иван Дина Тимур Ольга Алия Артём Юлия Ерлан Светлана Руслан Анна Павел Жанна'.split(
        ' ',
      ),
    last: 'Ким Шевченко Ткаченко Цой Бондаренко Пак Коваленко Мельник Ли Гончаренко Тен Назаренко Хан Петренко Юн Литвиненко Кравец Савченко Черных Седых'.split(
      ' ',
    ),
  },
};

/** How many persons the company knows in a language, at a size: 520,000 in all for 200,000 tickets. */
export function customerCount(desk: Desk, tickets: number): number {
  return Math.max(1, Math.round(tickets * customersPerTicket * desk.share));
}

/** The person with a number. */
export function customerOf(seed: number, desk: Desk, number: number): Customer {
  const random = new Random(seed, 11, desk.number, number);
  const { first, last } = names[desk.language];
  const firstName = random.pick(first);
  const lastName = random.pick(last);
  const provider = draw(providers[desk.language], random);
  const mark = `${desk.language}${number}`;
  return {
    number,
    externalId: `demo:${mark}`,
    firstName,
    name: desk.language === 'zh' ? `${lastName}${firstName}` : `${firstName} ${lastName}`,
    email: `${mark}@${provider.toLowerCase().replace(' ', '-')}.example`,
    provider,
    place: draw(placesOf[desk.language], random),
  };
}

/** A sender of advertisement, who is no customer. */
export function spammerOf(number: number, place: Place): Customer {
  const externalId = `demo:bulk${number}`;
  return {
    number: -1,
    externalId,
    name: 'Best Offers',
    firstName: 'Best',
    email: `bulk${number}@offers.example`,
    provider: 'own domain',
    place,
  };
}

/** The people of the company who try the contact form. */
export function testerOf(place: Place): Customer {
  const email = 'qa@lumen-oak.example';
  return { number: -1, externalId: 'demo:qa', name: 'Lumen & Oak QA', firstName: 'QA', email, provider: 'own domain', place };
}
