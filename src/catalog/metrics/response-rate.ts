import { parseFormula } from '../../core/model/formula.ts';
import type { ComposedMetric } from '../../core/model/metric.ts';
import { shareInterval } from './share-interval.ts';

export const responseRate: ComposedMetric = {
  kind: 'composed',
  name: 'response_rate',
  unit: 'percent',
  better: 'up',
  of: { answered: 'survey_answers', delivered: 'surveys_delivered' },
  value: parseFormula('100 * answered / delivered'),
  n: 'delivered',
  interval: shareInterval('answered', 'delivered'),
  smallN: 30,
  reference:
    'answered ÷ delivered on the same cohort; Trengo counts only sent and answered in the window, Chatwoot divides by unfiltered sent',
  examples: [],
  text: {
    en: {
      label: 'Survey response rate',
      definition: 'Answers ÷ surveys delivered, both by the time of the sending.',
      edgeCases: 'Young surveys may still be answered. Mails that bounce are not in the denominator.',
      inputs: { answered: 'answers', delivered: 'surveys delivered' },
    },
    'zh-Hans': {
      label: '问卷回收率',
      definition: '回答数 ÷ 送达的问卷数,均按发送时间统计。',
      edgeCases: '刚发送的问卷之后仍可能有人回答。退信不计入分母。',
      inputs: { answered: '回答数', delivered: '送达的问卷' },
    },
    'zh-Hant': {
      label: '問卷回覆率',
      definition: '回覆數 ÷ 送達的問卷數,均依寄送時間統計。',
      edgeCases: '剛寄送的問卷之後仍可能有人回覆。退信不計入分母。',
      inputs: { answered: '回覆數', delivered: '送達的問卷' },
    },
    ru: {
      label: 'Доля ответивших',
      definition: 'Ответы ÷ доставленные опросы, и то и другое по времени отправки.',
      edgeCases: 'На недавние опросы ещё могут ответить. Недоставленные письма не входят в знаменатель.',
      inputs: { answered: 'ответы', delivered: 'доставленные опросы' },
    },
  },
};
