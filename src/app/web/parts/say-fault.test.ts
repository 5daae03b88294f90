import { describe, expect, it } from 'vitest';
import type { NamingReader } from '../../../catalog/locales/names.ts';
import { CallFault } from './call.ts';
import { isRefusedQuestion, sayRefusedQuestion } from './say-fault.ts';

const reader: NamingReader = {
  locale: 'zh-Hans',
  say: (key, values) => `${key} ${values?.near ?? ''}`,
  names: {
    metrics: {},
    dimensions: { channel: { label: '渠道', datasets: [], many: false, values: { chat: '在线聊天', email: '电子邮件' } } },
    choiceTitles: {},
    choiceValues: {},
  },
};

function fault(code: string): CallFault {
  return new CallFault(code, 'refused', { key: 'refusal.unknownWord', values: { word: 'fax', near: 'chat, email' } });
}

describe('a refused question', () => {
  it('is said with what is near by its names, in the list of the language', () => {
    expect(sayRefusedQuestion(fault('unknown_value_of_channel'), reader)).toBe('refusal.unknownWord 在线聊天和电子邮件');
  });

  it('is not worth asking again, where a busy server is', () => {
    expect(isRefusedQuestion(fault('unknown_value_of_channel'))).toBe(true);
    expect([new CallFault('busy', ''), new CallFault('unreachable', ''), new TypeError('')].some(isRefusedQuestion)).toBe(false);
  });
});
