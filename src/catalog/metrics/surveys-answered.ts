import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { answers } from '../datasets/surveys.ts';

const answer = { kind: 'csat', scale_min: 1, scale_max: 5, answered_at: '2026-03-03T09:00:00Z', invited_at: '2026-03-02T09:00:00Z' };

export const surveysAnswered: AggregateMetric = {
  kind: 'aggregate',
  name: 'surveys_answered',
  unit: 'count',
  better: 'neither',
  dataset: answers,
  time: 'invited',
  where: sql`invitation_id != ''`,
  each: { name: 'invitation_id', by: sql`invitation_id`, inputs: { questions: sql`count()` } },
  inputs: { surveys: sql`count()` },
  value: parseFormula('surveys'),
  n: 'surveys',
  reference: texts(
    'last step of the funnel and numerator of the response rate, on the cohort of the sending',
    '漏斗最后一步，也是问卷回收率的分子，按发送时间划分同期群',
    '漏斗最後一步，也是問卷回覆率的分子，依寄送時間劃分同期群',
    'последний шаг воронки и числитель доли ответивших, по когорте отправки',
  ),
  examples: [
    {
      name: 'a survey with two questions is answered once',
      rows: [
        { ...answer, id: 'a', score: 5, invitation_id: 'i' },
        { ...answer, id: 'b', score: 4, invitation_id: 'i', question: 'effort' },
        { ...answer, id: 'c', score: 5 },
        { ...answer, id: 'd', score: null, dismissed: true, invitation_id: 'j' },
      ],
      value: 1,
      n: 1,
    },
  ],
  text: {
    en: {
      label: 'Surveys answered',
      definition: 'Surveys of which at least one question was answered, by the time they were sent.',
      edgeCases: 'Several answers to one survey count once. Answers without a known sending are left out; dismissed is no answer.',
      inputs: { surveys: 'surveys answered' },
    },
    'zh-Hans': {
      label: '已回答的问卷',
      definition: '至少回答了一道题的问卷数，按发送时间统计。',
      edgeCases: '同一份问卷的多个回答只计一次。找不到发送记录的回答不计入；关闭问卷不算回答。',
      inputs: { surveys: '已回答的问卷' },
    },
    'zh-Hant': {
      label: '已回覆的問卷',
      definition: '至少回答了一題的問卷數，依寄送時間統計。',
      edgeCases: '同一份問卷的多個回答只計一次。找不到寄送紀錄的回覆不計入；關閉問卷不算回覆。',
      inputs: { surveys: '已回覆的問卷' },
    },
    ru: {
      label: 'Заполненные опросы',
      definition: 'Опросы, где дан хотя бы один ответ, по времени отправки.',
      edgeCases:
        'Несколько ответов на один опрос считаются один раз. Ответы без известной отправки не учитываются; закрытый опрос — не ответ.',
      inputs: { surveys: 'заполненные опросы' },
    },
  },
};
