import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../stats/random.ts';
import {
  chancesOf,
  chancesOfTexts,
  characterPairs,
  classifyTexts,
  classScores,
  confusion,
  crossValidate,
  detectLanguage,
  findTopics,
  fitChances,
  fitComplementNaiveBayes,
  fitLinearSvm,
  fitLogisticClasses,
  fitSentiment,
  fitTextClassifier,
  fitTfIdf,
  hashedGrams,
  keyTerms,
  leastScoredComments,
  lexiconSentiment,
  nearDuplicates,
  plainWords,
  type SparseRows,
  sentimentOf,
  stemWord,
  stratifiedFolds,
  tellingRuns,
  termsOfText,
  textTokens,
  tfIdfRows,
} from './index.ts';

const words = { unit: 'word', shortest: 1, longest: 1 } as const;

function rowsOf(dense: readonly (readonly number[])[]): SparseRows {
  const columns = dense[0]?.length ?? 0;
  return {
    rows: dense.length,
    columns,
    starts: Int32Array.from({ length: dense.length + 1 }, (_, row) => row * columns),
    indices: Int32Array.from(dense.flatMap((row) => [...row.keys()])),
    values: Float64Array.from(dense.flat()),
  };
}

/** Messages of three matters with words of their own, and some of everybody's. */
function messages(n: number, seed: number) {
  const random = seededRandom(seed);
  const own = [
    ['parcel', 'courier', 'late', 'tracking', 'depot'],
    ['refund', 'charged', 'invoice', 'card', 'bank'],
    ['password', 'login', 'account', 'locked', 'reset'],
  ];
  const shared = ['please', 'help', 'order', 'customer', 'again', 'monday', 'thing', 'number'];
  const labels = ['delivery', 'payment', 'account'];
  return Array.from({ length: n }, () => {
    const kind = random.below(3);
    const draw = (list: readonly string[]) => list[random.below(list.length)] ?? '';
    const text = Array.from({ length: 8 }, (_, i) => (i < 4 ? draw(own[kind] ?? []) : draw(shared))).join(' ');
    return { text, label: labels[kind] ?? '' };
  });
}

const some = messages(300, 7);
const texts = some.map(({ text }) => text);
const labels = some.map(({ label }) => label);
const odd = ['', ' \n\t', '👍🏽', '\u0000', '\ud800', 'a\udfffb', '退货', '12,50 €', 'no@one', '@', '#', 'ß'.repeat(50), 'x'.repeat(1000)];

describe('features', () => {
  it('are the weights of scikit-learn', () => {
    // TfidfVectorizer() of scikit-learn 1.9.1's manual: four sentences, feature "document" of the first 0.46979139, "first" 0.58028582, "is" 0.38408524.
    const corpus = [
      'This is the first document.',
      'This document is the second document.',
      'And this is the third one.',
      'Is this the first document?',
    ];
    const { tfIdf, rows } = fitTfIdf(corpus, words);
    expect(tfIdf.names.toSorted()).toEqual(['and', 'document', 'first', 'is', 'one', 'second', 'the', 'third', 'this']);
    const first = Object.fromEntries(Array.from({ length: 5 }, (_, at) => [tfIdf.names[rows.indices[at] ?? 0], rows.values[at]]));
    expect(first).toEqual({
      document: expect.closeTo(0.46979139, 8),
      first: expect.closeTo(0.58028582, 8),
      is: expect.closeTo(0.38408524, 8),
      the: expect.closeTo(0.38408524, 8),
      this: expect.closeTo(0.38408524, 8),
    });
  });

  it('are runs of words and of characters, within words with their ends', () => {
    const named = (unit: 'word' | 'character' | 'character in word', text: string, shortest: number, longest: number) =>
      fitTfIdf([text], { unit, shortest, longest }).tfIdf.names;
    expect(named('word', 'New card, new PIN', 2, 2)).toEqual(['new card', 'card new', 'new pin']);
    expect(named('character', 'a  bc', 2, 2)).toEqual(['a ', ' b', 'bc']);
    expect(named('character in word', 'abc d', 3, 4)).toEqual([' ab', ' abc', 'abc', 'abc ', 'bc ', ' d ']);
    expect(named('character', '👍🏽x', 1, 2)).toEqual(['👍', '👍🏽', '🏽', '🏽x', 'x']);
  });

  it('turn known texts into the rows that they were learned as, and unknown ones into nothing', () => {
    const { tfIdf, rows } = fitTfIdf(texts, { ...words, sublinear: true, minimumTexts: 2 });
    const again = tfIdfRows(tfIdf, texts);
    expect([...again.starts]).toEqual([...rows.starts]);
    expect([...again.values]).toEqual([...rows.values]);
    expect(tfIdfRows(tfIdf, ['', 'zzz']).values).toHaveLength(0);
    expect(() => fitTfIdf([''], words)).toThrow('the 1 texts hold no words');
    expect(() => fitTfIdf(['a'], { unit: 'word', shortest: 2, longest: 1 })).toThrow('the shortest first');
  });

  it('take any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom(...odd)), { minLength: 1, maxLength: 8 }),
        (any) => {
          for (const unit of ['word', 'character', 'character in word'] as const) {
            const spec = { unit, shortest: 1, longest: 3 };
            const { values } = hashedGrams(any, { ...spec, bits: 10 });
            expect(values.every(Number.isFinite)).toBe(true);
            const { tfIdf, rows } = fitTfIdf([...any, 'two words'], spec);
            expect(rows.values.every((value) => value > 0 && value <= 1)).toBe(true);
            expect(new Set(tfIdf.names).size).toBe(tfIdf.names.length);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('take a text of a megabyte and two hundred thousand different words', () => {
    const random = seededRandom(1);
    const many = Array.from({ length: 2000 }, () => Array.from({ length: 100 }, () => `w${random.below(1e9).toString(36)}`).join(' '));
    expect(fitTfIdf(many, words).tfIdf.names.length).toBeGreaterThan(199_000);
    expect(fitTfIdf(many, { ...words, mostFeatures: 50 }).tfIdf.names).toHaveLength(50);
    expect(
      fitTfIdf(['a b '.repeat(250_000), 'x'.repeat(1_000_000)], { unit: 'character in word', shortest: 2, longest: 4 }).tfIdf.names,
    ).toContain(' a ');
  });
});

describe('classes', () => {
  it('are told by the optimum that the conditions of the margin name', () => {
    // One feature, −1 and 1: w minimises w²/2 + b²/2 + Σ max(0, 1 − y(wx + b))², so w = 4/5, b = 0.
    const model = fitLinearSvm(rowsOf([[-1], [1]]), ['a', 'b'], { tolerance: 1e-9 });
    expect([...classScores(model, rowsOf([[1]]))]).toEqual([expect.closeTo(-0.8, 6), expect.closeTo(0.8, 6)]);
  });

  it('are as likely as the slope of the logistic loss says', () => {
    // w minimises w²/2 + 2 ln(1 + e^−w): w = 2 / (1 + e^w), so w = 0.6792.
    const model = fitLogisticClasses(rowsOf([[-1], [1]]), ['a', 'b'], { tolerance: 1e-7 });
    const [, chance = 0] = chancesOf(classScores(model, rowsOf([[1]])), 2);
    const weight = Math.log(chance / (1 - chance));
    expect(weight).toBeCloseTo(2 / (1 + Math.exp(weight)), 5);
    const three = fitLogisticClasses(
      rowsOf([
        [1, 0],
        [0, 1],
        [1, 1],
      ]),
      ['a', 'b', 'c'],
      { tolerance: 1e-7 },
    );
    const chances = chancesOf(
      classScores(
        three,
        rowsOf([
          [1, 0],
          [0, 1],
          [1, 1],
        ]),
      ),
      3,
    );
    // At the optimum a weight is the sum of what is missing to 1 on its side: Σ x (1[y] − p).
    for (let c = 0; c < 3; c++) {
      const missing = [0, 2].reduce((sum, row) => sum + (row === c ? 1 : 0) - (chances[row * 3 + c] ?? 0), 0);
      expect(three.weights[c]).toBeCloseTo(missing, 4);
    }
  });

  it('weigh words by the texts of the others, as ComplementNB does', () => {
    // Weights −log((count of others + 1) / (words of others + features)).
    const model = fitComplementNaiveBayes(
      rowsOf([
        [2, 1],
        [0, 3],
      ]),
      ['a', 'b'],
    );
    expect([...model.weights.slice(0, 4)].map((weight) => weight.toFixed(5))).toEqual(
      [-Math.log(1 / 5), -Math.log(3 / 5), -Math.log(4 / 5), -Math.log(2 / 5)].map((weight) => weight.toFixed(5)),
    );
    expect(() => fitComplementNaiveBayes(rowsOf([[-1], [1]]), ['a', 'b'])).toThrow('from 0 on');
  });

  it.each(['svm', 'logistic', 'naive bayes'] as const)('are recovered by %s from words that were planted', (method) => {
    const learned = fitTextClassifier(texts, labels, { method, features: words });
    const fresh = messages(200, 8);
    const answers = classifyTexts(
      learned,
      fresh.map(({ text }) => text),
    );
    expect(
      confusion(
        fresh.map(({ label }) => label),
        answers.map(({ name }) => name),
      ).accuracy,
    ).toBeGreaterThan(0.98);
    expect(classifyTexts(learned, odd).every(({ lead, known }) => Number.isFinite(lead) && known >= 0)).toBe(true);
    expect(tellingRuns(learned, 3).find(({ name }) => name === 'payment')?.runs).toHaveLength(3);
  });

  it('are validated on texts that were not learned from', () => {
    const validation = crossValidate(texts, labels, { features: words });
    expect(validation.accuracy).toBeGreaterThan(0.95);
    expect(validation.accuracyInterval.low).toBeLessThan(validation.accuracy);
    const shuffled = labels.map((_, index) => labels[(index * 7 + 11) % labels.length] ?? '');
    expect(crossValidate(texts, shuffled, { features: words }).accuracy).toBeLessThan(0.5);
    const lonely = crossValidate([...texts, 'only one of these'], [...labels, 'lonely'], { features: words, folds: 3 });
    expect(lonely.neverLearned).toEqual(['lonely']);
    expect(lonely.n).toBe(301);
  });

  it('are dealt evenly into folds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 6, maxLength: 60 }),
        fc.integer({ min: 2, max: 5 }),
        (some, folds) => {
          fc.pre(new Set(some).size > 1);
          const dealt = stratifiedFolds(some, folds, 3);
          for (const name of new Set(some)) {
            const counts = Array.from(
              { length: folds },
              (_, fold) => some.filter((each, row) => each === name && dealt[row] === fold).length,
            );
            expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  it('have chances that add up to 1 and come true', () => {
    const noisy = labels.map((label, index) => (index % 5 === 0 ? (labels[index + 1] ?? label) : label));
    const chances = chancesOfTexts(fitChances(texts, noisy, { features: words }), texts);
    const highest = texts.map((_, row) => Math.max(...chances.subarray(3 * row, 3 * row + 3)));
    expect(chances.subarray(0, 3).reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
    expect(highest.reduce((sum, chance) => sum + chance, 0) / texts.length).toBeGreaterThan(0.75);
    expect(highest.reduce((sum, chance) => sum + chance, 0) / texts.length).toBeLessThan(0.97);
    expect(() => fitChances(['a b', 'c d', 'e f'], ['x', 'x', 'y'], { features: words, folds: 2 })).toThrow('"y" has 1 texts');
  });

  it('are counted with their agreement beyond chance', () => {
    // Fleiss, Cohen and Everitt's form on a table of 20, 5, 10, 15: kappa 0.4.
    const truth = [...Array(25).fill('yes'), ...Array(25).fill('no')];
    const said = [...Array(20).fill('yes'), ...Array(5).fill('no'), ...Array(10).fill('yes'), ...Array(15).fill('no')];
    const { accuracy, macroF1, kappa, kappaPValue, majorityAccuracy } = confusion(truth, said);
    expect([accuracy, majorityAccuracy, kappa]).toEqual([0.7, 0.5, expect.closeTo(0.4, 12)]);
    expect(macroF1).toBeCloseTo((40 / 55 + 30 / 45) / 2, 12);
    expect(kappaPValue).toBeCloseTo(0.00195, 4);
  });

  it('are refused where there is nothing to tell apart', () => {
    expect(() => fitTextClassifier(['a b'], ['x'], { features: words })).toThrow('hold no words');
    expect(() => fitTextClassifier(['one', 'two'], ['x', 'x'])).toThrow('all labels are "x"');
    expect(() => fitTextClassifier(['one'], ['x', 'y'])).toThrow('1 texts and 2 labels');
    expect(() => fitTextClassifier(['one', 'two'], ['x', 'y'], { fit: { cost: 0 } })).toThrow('a cost of 0');
    expect(() => crossValidate(['one', 'two'], ['x', 'y'], { folds: 5 })).toThrow('2 texts for 5 folds');
    expect(() => crossValidate(['one', 'two'], ['x', 'y'], { folds: 2 })).toThrow('all labels are');
    expect(() => confusion([], [])).toThrow('no texts');
  });
});

describe('languages and words', () => {
  it.each([
    ['Where is my order? It was due on Monday.', 'en'],
    ['Wo bleibt meine Bestellung? Sie sollte am Montag kommen.', 'de'],
    ['Где мой заказ? Он должен был прийти в понедельник.', 'ru'],
    ['我的订单什么时候发货？', 'zh'],
    ['iPhone 14 Pro 退货', 'zh'],
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
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const token of textTokens(text)) expect(text.slice(token.start, token.start + token.text.length)).toBe(token.text);
        expect(detectLanguage(text).letters).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200 },
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
    const [group] = nearDuplicates(Array.from({ length: 5000 }, () => 'Cancel my subscription now'));
    expect(group?.members).toHaveLength(5000);
  });
});
