import { describe, expect, it } from 'vitest';
import { type Locale, locales } from '../../core/model/locale.ts';
import { dashboards } from '../dashboards/index.ts';
import { navigation } from '../navigation.ts';
import { columnTexts } from './columns.ts';
import { wordsOf } from './index.ts';
import { valueTexts } from './values.ts';

const pluralForms: Readonly<Record<Locale, readonly string[]>> = {
  en: ['one', 'other'],
  'zh-Hans': ['other'],
  'zh-Hant': ['other'],
  ru: ['one', 'few', 'many', 'other'],
};

/** Written the same in every language: trade names, units and texts without words. */
const sameEverywhere = /^(?:SQL|API|SLA|n \{\{n\}\}|\{\{[a-z]+\}\}|[\W\d]*\{\{[a-z]+\}\}[\W\d]*)$/;

const english = await wordsOf('en');
const stems = new Set(Object.keys(english).flatMap((key) => (key.endsWith('_one') ? [key.slice(0, -4)] : [])));

function expectedKeys(locale: Locale): string[] {
  const plain = Object.keys(english).filter((key) => !stems.has(key.replace(/_(one|other)$/, '')));
  return [...plain, ...[...stems].flatMap((stem) => pluralForms[locale].map((form) => `${stem}_${form}`))].sort();
}

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\{[a-zA-Z]+\}\}/g) ?? [])].sort();
}

function englishOf(key: string): string {
  return english[key] ?? english[key.replace(/_(one|few|many|other)$/, '_other')] ?? '';
}

describe.each(locales)('the words of %s', (locale) => {
  it('have every key with the plural forms of the language, and no other', async () => {
    expect(Object.keys(await wordsOf(locale)).sort()).toEqual(expectedKeys(locale));
  });

  it('take the same values as the English ones', async () => {
    for (const [key, text] of Object.entries(await wordsOf(locale))) {
      expect(placeholders(text), key).toEqual(placeholders(englishOf(key)));
    }
  });

  it('are never empty, never shout and never end in a space', async () => {
    for (const [key, text] of Object.entries(await wordsOf(locale))) {
      expect(text, key).toMatch(/\S$/);
      expect(text, key).not.toMatch(/[!！]/);
    }
  });
});

describe.each(['zh-Hans', 'zh-Hant', 'ru'] as const)('the words of %s', (locale) => {
  it('are not left in English', async () => {
    for (const [key, text] of Object.entries(await wordsOf(locale))) {
      if (sameEverywhere.test(text)) continue;
      expect(text, key).not.toBe(englishOf(key));
      expect(text, key).toMatch(locale === 'ru' ? /[а-яё]|\{\{/i : /[\u4e00-\u9fff]|\{\{/);
    }
  });
});

describe('texts of columns, values and boards', () => {
  const all = [
    ...Object.entries(columnTexts),
    ...Object.entries(valueTexts).flatMap(([list, values]) =>
      Object.entries(values).map(([value, texts]) => [`${list}.${value}`, texts] as const),
    ),
    ...dashboards.flatMap((board) => [
      [board.name, board.title] as const,
      ...board.tiles.flatMap(({ name, title, note }) =>
        [title, note].flatMap((texts) => (texts === undefined ? [] : [[name, texts] as const])),
      ),
      ...(board.waiting ?? []).flatMap(({ metric, needs }) => [metric, needs].map((texts) => [board.name, texts] as const)),
    ]),
    ...navigation.flatMap((group) => [group, ...group.pages].flatMap(({ text }) => (text === null ? [] : [[text.en, text] as const]))),
  ];

  it('are there in every language and not left in English', () => {
    for (const [name, texts] of all) {
      expect(Object.keys(texts).sort(), name).toEqual([...locales].sort());
      if (sameEverywhere.test(texts.en)) continue;
      expect(texts['zh-Hans'], name).toMatch(/[\u4e00-\u9fff]/);
      expect(texts['zh-Hant'], name).toMatch(/[\u4e00-\u9fff]/);
      expect(texts.ru, name).toMatch(/[а-яё]/i);
    }
  });
});

describe('the two kinds of Chinese', () => {
  it('do not share the characters that differ', async () => {
    const simplified = Object.values(await wordsOf('zh-Hans')).join('');
    const traditional = Object.values(await wordsOf('zh-Hant')).join('');
    expect(simplified).not.toMatch(/[單導檢點導據資戶員開關還篩選顯]/);
    expect(traditional).not.toMatch(/[单导检点据资户员开关还复筛显]/);
    expect(traditional).not.toMatch(/数据|导入|默认|设置|网络|质量/);
  });
});
