import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { ComposedMetric } from '../../core/model/metric.ts';
import { shareInterval } from './share-interval.ts';

const answer = {
  kind: 'csat',
  score: 5,
  scale_min: 1,
  scale_max: 5,
  answered_at: '2026-03-03T09:00:00Z',
  invited_at: '2026-03-02T09:00:00Z',
};

const asked: Readonly<Record<string, string>> = { sent: 'surveys_sent', opened: 'surveys_opened' };

export const responseRate: ComposedMetric = {
  kind: 'composed',
  name: 'response_rate',
  topic: 'surveys',
  unit: 'percent',
  better: 'up',
  options: { of: ['delivered', 'sent', 'opened'] },
  of: { answered: 'surveys_answered', surveys: ({ of }) => asked[of ?? ''] ?? 'surveys_delivered' },
  value: parseFormula('100 * answered / surveys'),
  n: 'surveys',
  interval: shareInterval('answered', 'surveys'),
  smallN: 30,
  reference: texts(
    'answered ÷ delivered on the same cohort; Trengo counts only sent and answered in the window, Chatwoot divides by unfiltered sent',
    '同一同期群内已回答 ÷ 送达；Trengo 只计时间窗口内既发送又回答的问卷，Chatwoot 以未经筛选的发送数为分母',
    '同一同期群內已回覆 ÷ 送達；Trengo 只計時間窗口內既寄送又回覆的問卷，Chatwoot 以未經篩選的寄送數為分母',
    'заполненные ÷ доставленные в одной когорте; Trengo считает только отправленные и заполненные в пределах окна, Chatwoot делит на все отправленные без отбора',
  ),
  examples: [
    {
      name: 'one of two delivered surveys was answered, with two questions; the third bounced',
      rows: [
        { ...answer, id: 'a', invitation_id: 'i' },
        { ...answer, id: 'b', invitation_id: 'i', question: 'effort' },
      ],
      beside: {
        survey_invitations: [
          { id: 'i', sent_at: '2026-03-02T09:00:00Z', delivered_at: '2026-03-02T09:00:05Z' },
          { id: 'j', sent_at: '2026-03-02T09:00:00Z', delivered_at: '2026-03-02T09:00:05Z' },
          { id: 'k', sent_at: '2026-03-02T09:00:00Z', bounced: true },
        ],
      },
      value: 50,
      n: 2,
    },
  ],
  text: {
    en: {
      label: 'Survey response rate',
      definition: 'Surveys answered ÷ surveys delivered (options: sent, opened), all by the time of the sending.',
      edgeCases: 'Young surveys may still be answered. Mails that bounce are not in the denominator.',
      inputs: { answered: 'surveys answered', surveys: 'surveys delivered' },
    },
    'zh-Hans': {
      label: '问卷回收率',
      definition: '已回答的问卷 ÷ 送达的问卷（可选已发送、已打开），均按发送时间统计。',
      edgeCases: '刚发送的问卷之后仍可能有人回答。退信不计入分母。',
      inputs: { answered: '已回答的问卷', surveys: '送达的问卷' },
    },
    'zh-Hant': {
      label: '問卷回覆率',
      definition: '已回覆的問卷 ÷ 送達的問卷（可選已寄送、已開啟），均依寄送時間統計。',
      edgeCases: '剛寄送的問卷之後仍可能有人回覆。退信不計入分母。',
      inputs: { answered: '已回覆的問卷', surveys: '送達的問卷' },
    },
    ru: {
      label: 'Доля ответивших',
      definition: 'Заполненные опросы ÷ доставленные (можно отправленные или открытые), всё по времени отправки.',
      edgeCases: 'На недавние опросы ещё могут ответить. Недоставленные письма не входят в знаменатель.',
      inputs: { answered: 'заполненные опросы', surveys: 'доставленные опросы' },
    },
  },
};
