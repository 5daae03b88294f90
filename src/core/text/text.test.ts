import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../../test/texts/odd-texts.ts';
import { plantedMessages } from '../../../test/texts/planted-messages.ts';
import { seededRandom } from '../stats/random.ts';
import {
  characterPairs,
  detectLanguage,
  findTopics,
  fitSentiment,
  keyTerms,
  leastScoredComments,
  lexiconSentiment,
  nearDuplicates,
  plainWords,
  sentimentOf,
  stemWord,
  termsOfText,
  textTokens,
} from './index.ts';

const some = plantedMessages(300, 7);
const texts = some.map(({ text }) => text);
describe('languages and words', () => {
  it.each([
    ['Where is my order? It was due on Monday.', 'en'],
    ['Wo bleibt meine Bestellung? Sie sollte am Montag kommen.', 'de'],
    ['Где мой заказ? Он должен был прийти в понедельник.', 'ru'],
    ['我的订单什么时候发货？', 'zh'],
    ['我的 iPhone 14 Pro 要退货', 'zh'],
    ['返品したいのですが、どうすればいいですか', 'ja'],
    ['주문한 상품이 아직 안 왔어요', 'ko'],
  ])('are told of %j', (text, language) => {
    expect(detectLanguage(text).language).toBe(language);
  });

  it('stay unknown where a text does not tell', () => {
    for (const text of ['', '👍', 'ok', '12345', 'https://example.com/hello/world', '\ud800', '\u0000'])
      expect(detectLanguage(text).language).toBeNull();
    expect(detectLanguage('спасибо', { among: ['en', 'ru', 'zh'] }).language).toBe('ru');
    expect(detectLanguage('Спасибо большое, thanks a lot for everything').scripts).toEqual(['Latin', 'Cyrillic']);
  });

  it('are cut with what is no word named', () => {
    expect(
      textTokens("Don't mail a.b@c.co, see https://x.y/z @shop #late £4.99 50% 👍🏽").map(({ kind, text }) => `${kind} ${text}`),
    ).toEqual([
      "word Don't",
      'word mail',
      'e-mail a.b@c.co,',
      'word see',
      'address https://x.y/z',
      'mention @shop',
      'hashtag #late',
      'number £4.99',
      'number 50%',
      'emoji 👍🏽',
    ]);
    expect(textTokens('iPhone14退货款').map(({ text }) => text)).toEqual(['iPhone14', '退货', '货款']);
    expect(textTokens('退货款', (run) => [run.slice(0, 2), run.slice(2)]).map(({ text, start }) => [text, start])).toEqual([
      ['退货', 0],
      ['款', 2],
    ]);
    expect(characterPairs('退')).toEqual(['退']);
    expect(plainWords('A card_1, ещё')).toEqual(['card_1', 'ещё']);
  });

  it('stand where they say, whatever the text', () => {
    fc.assert(
      fc.property(anyText(60), (text) => {
        for (const token of textTokens(text)) expect(text.slice(token.start, token.start + token.text.length)).toBe(token.text);
        expect(detectLanguage(text).letters).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 50 },
    );
  });

  it('share the stems of Snowball and leave out the empty ones', () => {
    expect(['consolingly', 'knightly', 'generously'].map((word) => stemWord(word, 'en'))).toEqual(['consol', 'knight', 'generous']);
    expect(['вавилонская', 'важнейшими'].map((word) => stemWord(word, 'ru'))).toEqual(['вавилонск', 'важн']);
    expect(termsOfText('The refunds of 2 orders: see www.x.y 👍', { language: 'en' })).toEqual([
      'refund',
      '⟨number⟩',
      'order',
      'see',
      '⟨address⟩',
      '👍',
    ]);
  });

  it('are found where one set of texts uses them more, with phrases before their parts', () => {
    const fees = Array.from(
      { length: 40 },
      (_, i) => (i % 2 ? 'they took a return fee' : 'a return fee again') + (i % 3 ? ' for the lamp' : ''),
    );
    const others = Array.from({ length: 200 }, (_, i) => (i % 2 ? 'the lamp arrived late' : 'lamp fine, return easy'));
    const found = keyTerms(fees, others);
    expect(found[0]?.word).toBe('return fee');
    expect(found.some(({ word }) => word === 'fee' || word === 'lamp')).toBe(false);
    expect(keyTerms(others, others)).toEqual([]);
    expect(() => keyTerms([], others)).toThrow('0 texts against 200');
  });
});

describe('topics', () => {
  it('are the matters that were planted, with names, sizes and examples, and come again', () => {
    const found = findTopics(texts, { topics: 3, reseeds: 2 });
    const named = found.topics.map(({ terms }) => ['courier', 'refund', 'password'].filter((word) => terms.includes(word)));
    expect(named.flat().toSorted()).toEqual(['courier', 'password', 'refund']);
    for (const { n, stability, examples } of found.topics) {
      expect(n).toBeGreaterThan(60);
      expect(stability).toBeGreaterThan(0.5);
      expect(examples).toHaveLength(5);
    }
    expect(found.topics.reduce((sum, { n }) => sum + n, found.unassigned)).toBe(300);
    expect(findTopics(texts, { topics: 3, reseeds: 0 }).topics[0]?.stability).toBeNull();
    const halves = findTopics(
      ['red apple', 'blue boat'].flatMap((text) => Array.from({ length: 10 }, () => text)),
      { topics: 2 },
    );
    expect(halves.topics.map(({ terms, n }) => [terms.toSorted(), n]).toSorted()).toEqual([
      [['apple', 'red'], 10],
      [['blue', 'boat'], 10],
    ]);
    expect(() => findTopics(texts, { topics: 1 })).toThrow('from 2 on');
    expect(() => findTopics(['one', 'two'], { topics: 2 })).toThrow('that at least 3 of them share');
  });

  it('leave a text without their words to none, and stop when nobody waits', () => {
    const found = findTopics([...texts, '', '👍', '12'], { topics: 3, reseeds: 0 });
    expect([...found.topicOf.slice(300)]).toEqual([-1, -1, -1]);
    expect(() => findTopics(texts, { topics: 3 }, { isCancelled: () => true })).toThrow('cancelled');
  });
});

describe('sentiment', () => {
  it.each([
    ['Great service, very helpful', 'en', 'positive'],
    ['Not good at all', 'en', 'negative'],
    ['No problem, thanks', 'en', 'positive'],
    ['The parcel is blue', 'en', null],
    ['服务态度很好，房间干净', 'zh', 'positive'],
    ['不满意，等了很久', 'zh', 'negative'],
    ['服務很差，再也不來', 'zh', 'negative'],
    ['Вежливый оператор, всё решили быстро', 'ru', 'positive'],
    ['Не понравилось, опоздали', 'ru', 'negative'],
    ['😡', 'de', 'negative'],
    ['', 'en', null],
  ] as const)('by word lists of %j', (text, language, label) => {
    expect(lexiconSentiment(text, language).label).toBe(label);
  });

  it('is learned from comments that carry a score, when they are enough and it is better', () => {
    const random = seededRandom(3);
    const draw = (list: readonly string[]) => list[random.below(list.length)] ?? '';
    const comments = Array.from({ length: 400 }, (_, i) => {
      const label = i % 3 === 0 ? ('negative' as const) : ('positive' as const);
      const own = label === 'negative' ? ['wobbles', 'scraped', 'returned'] : ['glows', 'silent', 'matches'];
      return { text: `lamp ${draw(own)} ${draw(['desk', 'shelf', 'floor'])}`, label };
    });
    const model = fitSentiment(comments);
    expect([model.method, model.because, model.n]).toEqual(['learned', 'better than the lists', 400]);
    expect(sentimentOf(model, ['it wobbles', '', '字'])).toEqual([
      { label: 'negative', method: 'learned' },
      { label: null, method: 'learned' },
      { label: null, method: 'learned' },
    ]);
    const few = fitSentiment(comments.slice(0, leastScoredComments - 1));
    expect([few.method, few.because]).toEqual(['lexicon', 'too few comments']);
    expect(sentimentOf(few, ['Great help, thank you'])).toEqual([{ label: 'positive', method: 'lexicon' }]);
    const chance = fitSentiment(comments.map(({ text }, i) => ({ text, label: i % 2 ? 'negative' : 'positive' })));
    expect(chance.because).not.toBe('better than the lists');
    expect(fitSentiment([]).lexicon).toBeNull();
  });
});

describe('near duplicates', () => {
  const letter = (name: string) =>
    `Dear Sir or Madam, I write as your customer of many years. The lamp that I ordered came broken and nobody has answered my three messages. Yours, ${name}`;

  it('are grouped, and nothing else', () => {
    const found = nearDuplicates([letter('Ann'), 'Where is my parcel?', letter('Bob'), '', 'where is  my PARCEL?', '', letter('Eve')]);
    expect(found.map(({ members }) => members)).toEqual([
      [0, 2, 6],
      [1, 4],
    ]);
    expect(found[1]?.leastLikeness).toBe(1);
    expect(nearDuplicates(['ok', 'ok', 'ko'])).toEqual([{ members: [0, 1], leastLikeness: 1 }]);
    expect(nearDuplicates(['👍', '👍', '\ud800'])).toEqual([{ members: [0, 1], leastLikeness: 1 }]);
    expect(nearDuplicates([])).toEqual([]);
    expect(() => nearDuplicates(['a'], { threshold: 0 })).toThrow('from 0.3 to 1');
  });

  it('take a text that thousands sent', () => {
    const [group] = nearDuplicates(Array.from({ length: 2000 }, () => 'Cancel my subscription now'));
    expect(group?.members).toHaveLength(2000);
  });
});
