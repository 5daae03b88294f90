import { describe, expect, it } from 'vitest';
import { pickLocale } from './pick-locale.ts';

describe('picking a language', () => {
  it.each([
    [['zh-CN', 'en'], 'zh-Hans'],
    [['zh'], 'zh-Hans'],
    [['zh-TW'], 'zh-Hant'],
    [['zh-Hant-HK'], 'zh-Hant'],
    [['zh-HK'], 'zh-Hant'],
    [['zh-Hans-HK'], 'zh-Hans'],
    [['ru-RU'], 'ru'],
    [['de-DE', 'ru'], 'ru'],
    [['en-GB'], 'en'],
    [['fr'], 'en'],
    [[], 'en'],
  ])('%j reads %s', (wishes, locale) => {
    expect(pickLocale(wishes)).toBe(locale);
  });
});
