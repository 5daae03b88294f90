import { type Texts, texts } from '../../core/model/locale.ts';

/** What an article says of a figure: context with its source, never a target. */
export interface Benchmark {
  readonly metric: string;
  /** Number of the article. */
  readonly article: '000' | '001' | '002' | '003' | '004';
  readonly text: Texts;
}

/** Benchmarks of the articles that speak of a metric of ours. */
export const benchmarks: readonly Benchmark[] = [
  {
    metric: 'csat',
    article: '003',
    text: texts('75–85 % is usual', '常见水平为 75%–85%', '常見水準為 75%–85%', 'обычно 75–85 %'),
  },
  {
    metric: 'csat',
    article: '001',
    text: texts(
      'means of 4.2 to 4.8 of 5 over four quarters',
      '四个季度的平均分为 4.2 至 4.8（5 分制）',
      '四季的平均分為 4.2 至 4.8（5 分制）',
      'средние от 4,2 до 4,8 из 5 за четыре квартала',
    ),
  },
  {
    metric: 'ces',
    article: '003',
    text: texts(
      'effort foretells loyalty 40 % better than satisfaction does',
      '费力度对忠诚度的预测力比满意度高 40%',
      '費力度對忠誠度的預測力比滿意度高 40%',
      'усилия предсказывают лояльность на 40 % лучше, чем удовлетворённость',
    ),
  },
  {
    metric: 'channel_switch_rate',
    article: '002',
    text: texts(
      '86 % of customers expect to move smoothly between three to five channels',
      '86% 的客户期望在三到五个渠道之间顺畅切换',
      '86% 的客戶期望在三到五個管道之間順暢切換',
      '86 % клиентов ждут плавного перехода между тремя–пятью каналами',
    ),
  },
  {
    metric: 'complaint_resolution',
    article: '001',
    text: texts('2 hours on average', '平均 2 小时', '平均 2 小時', 'в среднем 2 часа'),
  },
];
