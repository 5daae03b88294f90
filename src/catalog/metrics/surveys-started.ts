import { texts } from '../../core/model/locale.ts';
import { surveyStage } from './survey-stage.ts';

export const surveysStarted = surveyStage('started_at', {
  name: 'surveys_started',
  reference: texts(
    'fourth step of the funnel; started and not answered is given up',
    '漏斗第四步；已开始但未回答的即为中途放弃',
    '漏斗第四步；已開始但未回覆的即為中途放棄',
    'четвёртый шаг воронки; начат и не заполнен — значит брошен',
  ),
  text: {
    en: {
      label: 'Surveys started',
      definition: 'Surveys with a first answer given, by the time they were sent.',
      edgeCases: 'Started but not answered: given up on the way.',
      inputs: { surveys: 'surveys' },
    },
    'zh-Hans': {
      label: '已开始作答的问卷',
      definition: '已给出第一个回答的问卷数，按发送时间统计。',
      edgeCases: '开始但未完成，即中途放弃。',
      inputs: { surveys: '问卷数' },
    },
    'zh-Hant': {
      label: '已開始作答的問卷',
      definition: '已給出第一個回答的問卷數，依寄送時間統計。',
      edgeCases: '開始但未完成，即中途放棄。',
      inputs: { surveys: '問卷數' },
    },
    ru: {
      label: 'Начатые опросы',
      definition: 'Опросы, в которых дан первый ответ, по времени отправки.',
      edgeCases: 'Начат, но не закончен — брошен на полпути.',
      inputs: { surveys: 'опросы' },
    },
  },
});
