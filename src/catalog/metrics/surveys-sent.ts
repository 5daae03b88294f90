import { surveyStage } from './survey-stage.ts';

export const surveysSent = surveyStage(null, {
  name: 'surveys_sent',
  reference: 'first step of the funnel: sent, delivered, opened, started, answered',
  text: {
    en: {
      label: 'Surveys sent',
      definition: 'Surveys by the time they were sent.',
      edgeCases: 'Those that bounced are in it.',
      inputs: { surveys: 'surveys' },
    },
    'zh-Hans': {
      label: '已发送的问卷',
      definition: '按发送时间统计的问卷数。',
      edgeCases: '包含被退回的问卷。',
      inputs: { surveys: '问卷数' },
    },
    'zh-Hant': {
      label: '已寄送的問卷',
      definition: '依寄送時間統計的問卷數。',
      edgeCases: '包含遭退回的問卷。',
      inputs: { surveys: '問卷數' },
    },
    ru: {
      label: 'Отправленные опросы',
      definition: 'Опросы по времени отправки.',
      edgeCases: 'Недоставленные входят.',
      inputs: { surveys: 'опросы' },
    },
  },
});
