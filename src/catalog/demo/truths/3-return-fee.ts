import type { Language } from '../desk.ts';
import type { Opening } from '../phrases/phrasebook.ts';
import { contains, daySpan } from './day-span.ts';
import type { Truth } from './truth.ts';

const charged = daySpan('2026-03-02', '2026-04-19');
const march = daySpan('2026-03-01', '2026-03-31');
const fall = 0.22;
const feeCriticismShare = 0.72;
const feeOpeningShare = 0.35;
const slowerInMarch = 1.2;

const criticism: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'A return fee of £4.99 for something that arrived broken? Never again.',
    'Nobody told me about the fee before I ordered.',
    'The fee was taken off my refund without a word.',
    'Since when do returns cost £4.99? I will buy elsewhere.',
    'Friendly people, but the return fee is a cheek.',
    'I have been a customer for six years and now a fee for sending back one bulb.',
    'You charge a fee because your own picture shows the wrong colour.',
  ],
  zh: [
    '商品有问题还要收退货运费,太不合理了。',
    '下单的时候没有说退货要付运费。',
    '退款里直接扣了运费,也不提前告知。',
    '以前退货免费,现在要运费,以后不买了。',
    '客服态度可以,但是退货运费接受不了。',
    '颜色和图片不一样,凭什么让我出运费?',
  ],
  ru: [
    'Плата за возврат бракованного товара — это уже слишком.',
    'О плате за возврат при заказе никто не предупредил.',
    'Из возвращённых денег молча удержали плату за возврат.',
    'Раньше возврат был бесплатным, теперь плата за возврат. Больше не закажу.',
    'Оператор вежливый, но плата за возврат несправедлива.',
    'Цвет не тот, что на фото, а платить за возврат должен я?',
  ],
};

const openings: Readonly<Record<Language, readonly Opening[]>> = {
  en: [
    {
      subject: 'Return fee for {order}',
      text: 'I want to send back the {product} and now the page asks for a return fee of £4.99. It was free when I ordered. Please take the fee off.',
    },
    {
      subject: 'Refund is £4.99 short',
      text: 'The refund for order {order} is £4.99 less than I paid. Is that the new fee? The {product} was faulty, so why do I pay it?',
    },
    {
      subject: 'Fee for returns?',
      text: 'Is there really a fee for returns now, even if I bring the {product} to your shop? Nothing about it on my receipt.',
    },
  ],
  zh: [
    { subject: '退货要收运费吗', text: '想退{product},页面显示要付退货运费,下单时明明是免费退货,请取消运费。' },
    { subject: '退款少了运费', text: '订单 {order} 的退款比付款少,客服说扣了运费。{product}是坏的,为什么运费由我承担?' },
  ],
  ru: [
    {
      subject: 'Плата за возврат по заказу {order}',
      text: 'Хочу вернуть {product}, а на сайте требуют плату за возврат. При заказе возврат был бесплатным, уберите плату.',
    },
    {
      subject: 'Вернули меньше, чем я заплатил',
      text: 'По заказу {order} удержана плата за возврат. {product} с браком, почему плачу я?',
    },
  ],
};

/** For seven weeks a return costs £4.99, and those who return are angry. */
export const returnFee: Truth = {
  id: 3,
  name: 'Return fee of £4.99',
  from: '2026-03-02',
  until: '2026-04-19',
  planted: {
    csatOfReturnsBeforePercent: 80,
    csatOfReturnsPercent: 80 - 100 * fall,
    csatBeforePercent: 82,
    csatPercent: 77.8,
    shareOfAnswersPercent: 19,
  },
  decoys: [
    {
      name: 'First response of the Asia desk in March',
      from: '2026-03-01',
      until: '2026-03-31',
      planted: { firstResponseBeforeHours: 2 + 40 / 60, firstResponseHours: 3 + 12 / 60, csatChangePoints: 0 },
    },
  ],
  mark: (draft, random) =>
    draft.category === 'returns' && contains(charged, draft.day) && draft.openings === null && random.chance(feeOpeningShare)
      ? { ...draft, openings: openings[draft.desk.language] }
      : draft,
  conduct: (draft, conduct) =>
    draft.team === 'demo:asia' && contains(march, draft.day)
      ? { ...conduct, responseFactor: conduct.responseFactor * slowerInMarch }
      : conduct,
  mood: ({ draft, day }, mood) =>
    draft.category === 'returns' && contains(charged, day)
      ? { satisfied: mood.satisfied - fall, criticism: criticism[draft.desk.language], criticismShare: feeCriticismShare }
      : mood,
  touches: (draft) => draft.category === 'returns' && contains(charged, draft.day),
};
