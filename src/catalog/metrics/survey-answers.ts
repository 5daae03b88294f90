import { parseFormula } from '../../core/model/formula.ts';
import { texts } from '../../core/model/locale.ts';
import type { AggregateMetric } from '../../core/model/metric.ts';
import { sql } from '../../core/sql/sql.ts';
import { answers } from '../datasets/surveys.ts';

const answer = { kind: 'csat', scale_min: 1, scale_max: 5, answered_at: '2026-03-03T09:00:00Z', invited_at: '2026-03-02T09:00:00Z' };

export const surveyAnswers: AggregateMetric = {
  kind: 'aggregate',
  name: 'survey_answers',
  unit: 'count',
  better: 'neither',
  dataset: answers,
  time: 'invited',
  where: sql`invitation_id != ''`,
  inputs: { answers: sql`count()` },
  value: parseFormula('answers'),
  n: 'answers',
  reference: texts(
    'numerator of the response rate, on the cohort of the sending',
    '问卷回收率的分子，按发送时间划分同期群',
    '問卷回覆率的分子，依寄送時間劃分同期群',
    'числитель доли ответивших, по когорте отправки',
  ),
  examples: [
    {
      name: 'answers to surveys that were sent',
      rows: [
        { ...answer, id: 'a', score: 5, invitation_id: 'i' },
        { ...answer, id: 'b', score: 5 },
      ],
      value: 1,
    },
  ],
  text: {
    en: {
      label: 'Answers to surveys sent',
      definition: 'Answers, by the time the survey was sent.',
      edgeCases: 'Answers without a known sending are left out.',
      inputs: { answers: 'answers' },
    },
    'zh-Hans': {
      label: '已发送问卷的回答',
      definition: '按问卷发送时间统计的回答数。',
      edgeCases: '找不到发送记录的回答不计入。',
      inputs: { answers: '回答数' },
    },
    'zh-Hant': {
      label: '已寄送問卷的回覆',
      definition: '依問卷寄送時間統計的回覆數。',
      edgeCases: '找不到寄送紀錄的回覆不計入。',
      inputs: { answers: '回覆數' },
    },
    ru: {
      label: 'Ответы на отправленные опросы',
      definition: 'Ответы по времени отправки опроса.',
      edgeCases: 'Ответы без известной отправки не учитываются.',
      inputs: { answers: 'ответы' },
    },
  },
};
