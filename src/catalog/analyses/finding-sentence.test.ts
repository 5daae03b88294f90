import { describe, expect, test } from 'vitest';
import type { Estimate } from '../../core/model/estimate.ts';
import type { Explanation, Finding } from '../../core/model/finding.ts';
import { type Locale, locales, type Texts, texts } from '../../core/model/locale.ts';
import { type NamingReader, noNames } from '../locales/names.ts';
import {
  changeDaySentence,
  consequenceSentence,
  explanationSentence,
  findingSentence,
  keywordSentence,
  loadSentence,
  remarkSentences,
} from './finding-sentence.ts';

const valueTexts: Readonly<Record<string, Readonly<Record<string, Texts>>>> = {
  category: { shipping: texts('Shipping', '物流', '物流', 'Доставка'), returns: texts('Returns', '退货', '退貨', 'Возвраты') },
};
const dimensionTexts: Readonly<Record<string, Texts>> = {
  category: texts('Category', '类别', '類別', 'Категория'),
  carrier: texts('Carrier', '承运商', '承運商', 'Перевозчик'),
  region: texts('Region', '地区', '地區', 'Регион'),
  provider: texts('Provider', '服务商', '服務商', 'Провайдер'),
  team: texts('Team', '团队', '團隊', 'Команда'),
};

function readerOf(locale: Locale): NamingReader {
  const dimensions = Object.entries(dimensionTexts).map(([name, label]): [string, NamingReader['names']['dimensions'][string]] => {
    const values = Object.entries(valueTexts[name] ?? {}).map(([value, own]) => [value, own[locale]] as const);
    return [name, { label: label[locale], datasets: [], many: false, values: Object.fromEntries(values) }];
  });
  return { locale, say: (key) => key, names: { ...noNames, dimensions: Object.fromEntries(dimensions) } };
}

function estimate(value: number): Estimate {
  return { value, low: null, high: null, n: 100 };
}

function driver(dimension: string, values: string[], share: number): Finding['drivers'][number] {
  return { segment: { dimension, values }, share, shareInterval: null, before: estimate(1), after: estimate(2), baseShare: 0.1 };
}

const plain: Finding = {
  id: 'x',
  metric: 'created',
  label: texts('Tickets created', '新建工单', '新建工單', 'Создано обращений'),
  unit: 'count',
  better: 'neither',
  good: null,
  section: 'new',
  segment: [{ dimension: 'category', values: ['shipping'] }],
  since: '2026-10-26',
  began: { from: '2026-10-26', until: '2026-10-26' },
  until: '2026-10-31',
  observed: estimate(822),
  expected: estimate(444),
  surprise: 12,
  drivers: [driver('carrier', ['Northway'], 0.95), driver('region', ['Scotland', 'North'], 0.91)],
  consequences: [],
  loads: [],
  keywords: [],
  event: null,
  events: [],
  advice: [],
  filters: [],
  query: { metrics: [], by: [], filters: [], period: { from: '2026-10-26', until: '2026-10-31' } } as unknown as Finding['query'],
  state: { kind: 'fresh', until: null, to: null, comments: [] },
};

const mails: Finding = {
  ...plain,
  metric: 'delivery_rate',
  label: texts('Delivered surveys', '问卷送达率', '問卷送達率', 'Доставка опросов'),
  unit: 'percent',
  better: 'up',
  good: false,
  segment: [],
  since: '2026-10-05',
  observed: estimate(61),
  expected: estimate(98.2),
  drivers: [driver('provider', ['Brightmail'], 1.02)],
};

const slower: Finding = {
  ...plain,
  metric: 'first_response_median',
  label: texts('First response', '首次响应时间', '首次回應時間', 'Время первого ответа'),
  unit: 'durationMs',
  better: 'down',
  good: false,
  section: 'open',
  segment: [{ dimension: 'team', values: ['demo:technical'] }],
  since: '2025-10-01',
  until: '2026-01-15',
  observed: estimate(25_800_000),
  expected: estimate(10_800_000),
  drivers: [],
};

const early: Finding = {
  ...plain,
  metric: 'full_resolution_median',
  label: texts('Full resolution', '完全解决时间', '完全解決時間', 'Время полного решения'),
  unit: 'durationMs',
  better: 'down',
  good: false,
  segment: [],
  observed: estimate(45_360_000),
  expected: estimate(64_800_000),
  drivers: [],
  consequences: [
    {
      metric: 'reopen_rate',
      label: texts('Reopened', '重开率', '重開率', 'Переоткрыто'),
      unit: 'percent',
      better: 'down',
      segment: [],
      before: estimate(6),
      after: estimate(14),
    },
  ],
};

function inAll(tell: (reader: NamingReader) => string | null): readonly (string | null)[] {
  return locales.map((locale) => tell(readerOf(locale))?.replaceAll(/[\u00a0\u202f]/g, ' ') ?? null);
}

describe('a finding', () => {
  test('of counts says percent, the day, the driver and its share', () => {
    expect(inAll((reader) => findingSentence(plain, reader))).toMatchInlineSnapshot(`
      [
        "Shipping tickets up 85% since 26 October: carrier Northway, region Scotland and North (91%).",
        "自10月26日起，“物流”工单上升 85%：主要来自承运商 Northway、地区 Scotland和North（占 91%）。",
        "自10月26日起，「物流」工單上升 85%：主要來自承運商 Northway、地區 Scotland和North（佔 91%）。",
        "Обращения «Доставка»: рост на 85 % с 26 октября — перевозчик Northway, регион Scotland и North (91 %).",
      ]
    `);
  });

  test('of a share says percentage points and never percent of percent', () => {
    expect(inAll((reader) => findingSentence(mails, reader))).toMatchInlineSnapshot(`
      [
        "Delivered surveys down 37 percentage points (98.2% → 61%) since 5 October: provider Brightmail (100%).",
        "自10月5日起，问卷送达率下降 37 个百分点（98.2% → 61%）：主要来自服务商 Brightmail（占 100%）。",
        "自10月5日起，問卷送達率下降 37 個百分點（98.2% → 61%）：主要來自服務商 Brightmail（佔 100%）。",
        "Доставка опросов: снижение на 37 п. п. (98,2 % → 61 %) с 5 октября — провайдер Brightmail (100 %).",
      ]
    `);
  });

  test('of a time says how long it was and is, with the year where it is another', () => {
    expect(inAll((reader) => findingSentence(slower, reader, { 'demo:technical': 'Technical' }))).toMatchInlineSnapshot(`
      [
        "First response, team Technical: 139% longer (3 h → 7 h 10 min) since 1 October 2025. No narrower cause stands out within it.",
        "自2025年10月1日起，首次响应时间（团队 Technical）延长 139%（3 小时 → 7 小时 10 分）。其中没有更具体的突出原因。",
        "自2025年10月1日起，首次回應時間（團隊 Technical）延長 139%（3 小時 → 7 小時 10 分）。其中沒有更具體的突出原因。",
        "Время первого ответа, команда Technical: дольше на 139 % (3 ч → 7 ч 10 мин) с 1 октября 2025 г. Более узкой причины в этой части не видно.",
      ]
    `);
  });

  test('that improves while more come back says so', () => {
    expect(inAll((reader) => `${findingSentence(early, reader)} ${consequenceSentence(early, reader)}`)).toMatchInlineSnapshot(`
      [
        "Full resolution 30% shorter (18 h → 12 h 36 min) since 26 October. No single cause stands out. But: Reopened 6% → 14%.",
        "自10月26日起，完全解决时间缩短 30%（18 小时 → 12 小时 36 分）。没有突出的单一原因。 但是：重开率 6% → 14%。",
        "自10月26日起，完全解決時間縮短 30%（18 小時 → 12 小時 36 分）。沒有突出的單一原因。 但是：重開率 6% → 14%。",
        "Время полного решения: короче на 30 % (18 ч → 12 ч 36 мин) с 26 октября. Ни одна причина не выделяется. Но: Переоткрыто 6 % → 14 %.",
      ]
    `);
  });
});

describe('an explanation', () => {
  const explanation: Explanation = {
    metric: 'csat',
    unit: 'percent',
    better: 'up',
    period: { from: '2026-03-02', until: '2026-03-31' },
    comparisonPeriod: { from: '2026-02-02', until: '2026-03-01' },
    before: estimate(82),
    after: estimate(77.8),
    beyondNoise: true,
    changedOn: { day: '2026-03-02', from: '2026-02-28', until: '2026-03-05', pValue: 0.001 },
    drivers: [driver('category', ['returns'], 0.9)],
    others: [],
    keywords: ['fee', '运费', 'плата'].map((word) => ({ word, language: 'en', count: 9, share: 0.3, ratio: null })),
    events: [],
    looked: [],
    names: {},
  };

  test('says on which day the level changed, and between which', () => {
    expect(inAll((reader) => changeDaySentence(explanation, reader.locale))).toMatchInlineSnapshot(`
      [
        "The level changed about 2 March (between 28 February and 5 March, 95%).",
        "水平约在3月2日发生变化（2月28日至3月5日之间，95% 置信）。",
        "水準約在3月2日發生變化（2月28日至3月5日之間，95% 信賴）。",
        "Уровень изменился около 2 марта (между 28 февраля и 5 марта, 95 %).",
      ]
    `);
    const sure = { ...explanation, changedOn: { day: '2026-03-02', from: '2026-03-02', until: '2026-03-02', pValue: 0.001 } };
    expect(changeDaySentence(sure, 'en')).toBe('The level changed on 2 March.');
    expect(changeDaySentence({ ...explanation, changedOn: null }, 'en')).toBeNull();
  });

  test('names the category, its share and the words of three languages', () => {
    expect(
      inAll((reader) => `${explanationSentence(explanation, 'CSAT', reader)} ${keywordSentence(explanation, reader.locale)}`),
    ).toMatchInlineSnapshot(`
      [
        "CSAT down 4.2 percentage points (82% → 77.8%): category Returns (90%). Texts speak of “fee”, “运费”, “плата”.",
        "CSAT下降 4.2 个百分点（82% → 77.8%）：主要来自类别 退货（占 90%）。 文字中多次提到“fee”、“运费”、“плата”。",
        "CSAT下降 4.2 個百分點（82% → 77.8%）：主要來自類別 退貨（佔 90%）。 文字中多次提到「fee」、「运费」、「плата」。",
        "CSAT: снижение на 4,2 п. п. (82 % → 77,8 %) — категория Возвраты (90 %). В текстах говорится: «fee», «运费», «плата».",
      ]
    `);
  });
});

test('a bot that closes more and is left by more says both', () => {
  const bot: Finding = {
    ...mails,
    metric: 'bot_came_back_rate',
    better: 'down',
    observed: estimate(41),
    expected: estimate(11),
    consequences: [
      {
        metric: 'bot_handled_rate',
        label: texts('Handled by the bot', '机器人处理率', '機器人處理率', 'Доля бота'),
        unit: 'percent',
        better: 'neither',
        segment: [],
        before: estimate(34),
        after: estimate(52),
      },
    ],
  };
  expect(remarkSentences(bot, readerOf('en'))).toEqual(['The bot closed more and solved less: 41% came back.']);
  expect(remarkSentences({ ...bot, consequences: [] }, readerOf('en'))).toEqual([]);
  const vague = { ...plain, began: { from: '2026-10-08', until: '2026-10-28' } };
  expect(remarkSentences(vague, readerOf('en'))).toEqual(['It began between 8 October and 28 October (95%).']);
  const loaded = { ...slower, loads: [{ team: 'demo:technical', weeks: 9 }] };
  expect(remarkSentences(loaded, readerOf('en'), { 'demo:technical': 'Technical' })).toEqual([
    'Technical has been above its bearable load for 9 weeks.',
  ]);
});

test('names no cause and denies none where a change follows an event of the calendar', () => {
  const followed = { ...slower, drivers: [], event: 'Small refunds', events: ['Small refunds'] };
  expect(findingSentence(followed, readerOf('en'))).not.toContain('cause stands out');
  expect(findingSentence({ ...followed, event: null }, readerOf('en'))).toContain('cause stands out');
});

test('weeks above a bearable load are counted in the form of the language', () => {
  expect([1, 2, 5, 9, 21].map((weeks) => loadSentence('Technical', weeks, 'ru').match(/уже (.*)\./)?.[1])).toEqual([
    '1 неделю',
    '2 недели',
    '5 недель',
    '9 недель',
    '21 неделю',
  ]);
  expect([1, 9].map((weeks) => loadSentence('Technical', weeks, 'en'))).toEqual([
    'Technical has been above its bearable load for 1 week.',
    'Technical has been above its bearable load for 9 weeks.',
  ]);
});
