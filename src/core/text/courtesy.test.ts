import { describe, expect, test } from 'vitest';
import { bind, render } from '../sql/sql.ts';
import { courtesyCondition, courtesyPattern, isCourtesy } from './courtesy.ts';

const courtesies = [
  'Thanks!',
  'thank you so much',
  'Ok, thank you very much for your help!!',
  'Great, thanks a lot 👍🏽',
  'Hi, thanks',
  'That works now, cheers',
  'All good. Have a nice day!',
  'PERFECT',
  '谢谢',
  '好的，谢谢您！',
  '非常感谢你们的帮助',
  '明白了，謝謝',
  '收到，感謝您的回覆',
  '知道了　谢谢啦～',
  'Спасибо!',
  'Большое спасибо за помощь',
  'Понятно, спасибо 🙏',
  'ВСЁ РАБОТАЕТ, БЛАГОДАРЮ',
  'Vielen Dank!',
  'Alles klar, danke für die schnelle Hilfe',
  'Muchas gracias por su ayuda',
  'Perfecto, gracias.',
  'Merci beaucoup',
  'C’est parfait, merci à vous, bonne journée',
  'Muito obrigada pela ajuda',
  'Valeu!',
];

const askings = [
  'thanks, but it still fails',
  'Thanks. When will it arrive?',
  'ok?',
  'Thank you, please also cancel the second order',
  'not working',
  'it does not work, thanks',
  'thanks for nothing',
  'no thanks',
  'hello',
  '谢谢，但是还是不行',
  '好的，什么时候发货？',
  '謝謝，請問還要多久',
  'спасибо, но не работает',
  'Спасибо, а когда приедет?',
  'Danke, aber es geht immer noch nicht',
  'gracias, pero todavía no funciona',
  'merci mais ça ne marche pas',
  'obrigado, mas não chegou',
  'thanks 12345',
  '',
  '👍👍 still broken',
];

describe('a courtesy message', () => {
  test.each(courtesies)('says only thanks: %s', (text) => {
    expect(isCourtesy(text)).toBe(true);
  });

  test.each(askings)('asks for nothing more, unlike: %s', (text) => {
    expect(isCourtesy(text)).toBe(false);
  });

  test.each(['works great ', '谢', 'thanks all good ', 'kk ', '了解', ' ', '👍', 'thanks '].map((unit) => unit.repeat(60)))(
    'is told from a long text without getting lost: %s',
    (text) => {
      expect(isCourtesy(`${text.slice(0, 110)} but`)).toBe(false);
      expect(isCourtesy(`${text.repeat(1000)}`)).toBe(false);
    },
  );

  test('is a condition in SQL with the same pattern and length', () => {
    const { text, parameters } = render(courtesyCondition(bind('String', 'ok')));
    expect(text).toBe('lengthUTF8({p0:String}) <= 120 AND match({p0:String}, {p1:String})');
    expect(parameters).toEqual({ p0: 'ok', p1: `(?i)${courtesyPattern}` });
  });
});
